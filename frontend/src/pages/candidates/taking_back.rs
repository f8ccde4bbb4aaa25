//! Taking an application back that should not have come in.

use crate::{
    api,
    components::{
        button::{Button, Look},
        dialog::Confirm,
        link::go_to,
    },
    hooks::use_mutation,
    routes::Route,
    state::toasts::use_say,
};
use evenhand_shared::{candidates::ApplicationDetail, imports::TakenBack};
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

/// Properties of [`TakingBack`].
#[derive(Properties, PartialEq)]
pub struct TakingBackProps {
    /// The application.
    pub application: Rc<ApplicationDetail>,
}

/// A button with its question.
#[component]
pub fn TakingBack(props: &TakingBackProps) -> Html {
    let say = use_say();
    let navigator = use_navigator();
    let asked = use_state(|| false);
    let id = props.application.row.id.clone();
    let acting = {
        let asked = asked.setter();
        use_mutation(
            move |()| {
                let id = id.clone();
                async move { api::candidates::take_back(&id).await }
            },
            move |answer: TakenBack| {
                asked.set(false);
                match answer.stayed.first() {
                    Some(entry) => {
                        say.done(format!("{} stays. {}", entry.name, entry.stays.clone().unwrap_or_default()))
                    }
                    None => {
                        say.done("The application is taken back.");
                        if let Some(navigator) = &navigator {
                            go_to(navigator, &Route::Candidates);
                        }
                    }
                }
            },
        )
    };
    let set = |on: bool| {
        let asked = asked.setter();
        move || asked.set(on)
    };
    let (open, close) = (set(true), set(false));
    html! {
        <>
            <Button look={Look::Quiet} onclick={Callback::from(move |_: MouseEvent| open())}>{"Take back"}</Button>
            if *asked {
                <Confirm title={format!("Take the application of {} back?", props.application.row.name)} verb="Take it back" danger={true} pending={acting.pending}
                    failure={acting.failure.clone()} onconfirm={acting.run.clone()} onclose={Callback::from(move |()| close())}>
                    <p>{"For imports that were wrong and candidates for trying things out. Name, address, notes, tags and files are deleted for good."}</p>
                </Confirm>
            }
        </>
    }
}
