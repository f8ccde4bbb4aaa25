//! "I know this person": frees the place at once, without a reason.

use crate::{
    api,
    components::{
        button::{Button, Look},
        dialog::Confirm,
    },
    hooks::use_mutation,
    state::toasts::use_say,
};
use evenhand_shared::{AssignmentId, scorecards::MyInterview};
use yew::prelude::*;

/// Properties of [`Knows`].
#[derive(Properties, PartialEq)]
pub struct KnowsProps {
    /// The interview.
    pub interview: MyInterview,
    /// Told after it was said.
    pub changed: Callback<()>,
}

/// The act.
#[component]
pub fn Knows(props: &KnowsProps) -> Html {
    let say = use_say();
    let asking = use_state(|| false);
    let free = {
        let (asking, changed) = (asking.setter(), props.changed.clone());
        use_mutation(
            |id: AssignmentId| async move { api::acts::knows(&id).await },
            move |_: MyInterview| {
                asking.set(false);
                say.done("You are off this panel.");
                changed.emit(());
            },
        )
    };
    let set = |to: bool| {
        let asking = asking.setter();
        Callback::from(move |()| asking.set(to))
    };
    let onconfirm = {
        let id = props.interview.id.clone();
        free.run.reform(move |()| id.clone())
    };
    html! {
        <section class="option" aria-labelledby="knows">
            <div>
                <h2 id="knows">{"Do you know this person?"}</h2>
                <p class="muted">{"A friend, a relative, somebody you worked with: then it is better that somebody else judges. You give no reason. Recruiters read that you know them; everybody else reads that you declined."}</p>
            </div>
            <div class="actions"><Button look={Look::Danger} onclick={set(true).reform(|_| ())}>{"I know this person"}</Button></div>
            if *asking {
                <Confirm title="Leave this panel?" verb="I know this person: take me off" danger={true} pending={free.pending}
                    failure={free.failure.clone()} {onconfirm} onclose={set(false)}>
                    <p>{format!("{} with {}.", props.interview.kit_name, props.interview.candidate_name)}</p>
                    <ul class="bullets">
                        <li>{"You are off this panel at once, and owe no scorecard."}</li>
                        <li>{"What you may have noted in your scorecard closes with it."}</li>
                        <li>{"The recruiter reads that you know the candidate, and finds somebody else."}</li>
                        <li>{"The loop stays closed to you until it is revealed. You cannot take this back yourself."}</li>
                    </ul>
                </Confirm>
            }
        </section>
    }
}
