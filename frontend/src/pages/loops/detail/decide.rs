//! The team's yes or no to more time.

use crate::{
    api,
    components::{
        button::{Button, Look},
        notice::FailureNote,
    },
    hooks::use_mutation,
    state::toasts::use_say,
};
use evenhand_shared::{RequestId, acts::LoopRequest};
use yew::prelude::*;

/// Properties of [`Decide`].
#[derive(Properties, PartialEq)]
pub struct DecideProps {
    /// What is asked.
    pub request: LoopRequest,
    /// Told afterwards.
    pub changed: Callback<()>,
}

/// The buttons.
#[component]
pub fn Decide(props: &DecideProps) -> Html {
    let say = use_say();
    let decide = {
        let (changed, who) = (props.changed.clone(), props.request.who.clone());
        use_mutation(
            |(id, yes): (RequestId, bool)| async move {
                api::acts::decide(&id, yes).await?;
                Ok(yes)
            },
            move |yes| {
                say.done(if yes {
                    format!("{who} has the time, and is told.")
                } else {
                    format!("{who} is told that the old time holds.")
                });
                changed.emit(());
            },
        )
    };
    let answer = |yes: bool| {
        let id = props.request.id.clone();
        decide.run.reform(move |_: MouseEvent| (id.clone(), yes))
    };
    let who = &props.request.who;
    html! {
        <>
            <Button look={Look::Primary} pending={decide.pending} label={format!("Give {who} the time")} onclick={answer(true)}>{"Give the time"}</Button>
            <Button pending={decide.pending} label={format!("Keep the old time for {who}")} onclick={answer(false)}>{"Keep the old time"}</Button>
            <FailureNote failure={decide.failure.clone()} />
        </>
    }
}
