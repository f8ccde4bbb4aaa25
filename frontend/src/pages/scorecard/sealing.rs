//! Just submitted: ten seconds to take it back, and what happens next. Nothing here is about anybody else.

use crate::{
    api,
    components::{link::Go, notice::FailureNote, seal::Seal, undo::UndoBar},
    hooks::{use_focus_on_mount, use_keys, use_mutation},
    routes::Route,
    state::toasts::use_say,
};
use evenhand_shared::{AssignmentId, Timestamp, scorecards::ScorecardPage};
use gloo_timers::callback::Interval;
use std::rc::Rc;
use web_sys::KeyboardEvent;
use yew::prelude::*;

/// Milliseconds between two questions whether the seal has fallen.
const ASK: u32 = 1_500;

/// Properties of [`Sealing`].
#[derive(Properties, PartialEq)]
pub struct SealingProps {
    /// The page.
    pub page: Rc<ScorecardPage>,
    /// Until when it can be undone, by the browser's clock.
    pub until: Timestamp,
    /// Asks for the page again.
    pub refetch: Callback<()>,
    /// Told when it was taken back.
    pub undone: Callback<()>,
}

/// The quiet page.
#[component]
pub fn Sealing(props: &SealingProps) -> Html {
    let heading = use_focus_on_mount(true);
    let over = use_state(|| false);
    let say = use_say();
    let undo = {
        let undone = props.undone.clone();
        use_mutation(
            |id: AssignmentId| async move { api::scorecards::undo(&id).await },
            move |()| {
                say.done("Taken back. Nothing was submitted.");
                undone.emit(());
            },
        )
    };
    use_effect_with(*over, {
        let refetch = props.refetch.clone();
        move |over| {
            let asking = over.then(|| Interval::new(ASK, move || refetch.emit(())));
            move || drop(asking)
        }
    });
    let take_back = {
        let (run, id) = (undo.run.clone(), props.page.interview.id.clone());
        Callback::from(move |()| run.emit(id.clone()))
    };
    {
        let (take_back, open) = (take_back.clone(), !*over);
        use_keys(Callback::from(move |event: KeyboardEvent| {
            let asked =
                open && event.key() == "u" && !event.ctrl_key() && !event.meta_key() && !event.alt_key();
            if asked {
                take_back.emit(());
            }
            asked
        }));
    }
    let onover = {
        let over = over.setter();
        Callback::from(move |()| over.set(true))
    };
    let failure = undo.failure.clone();
    html! {
        <div class="after">
            <h2 ref={heading} tabindex="-1">{"Your scorecard is submitted"}</h2>
            <UndoBar words={if *over { "The ten seconds are over. Your scorecard is being sealed." } else { "It will be sealed in ten seconds. Until then you can take it back." }}
                until={props.until} pending={undo.pending} onundo={take_back} {onover} />
            <FailureNote {failure} />
            <Next page={props.page.clone()} />
        </div>
    }
}

/// Properties of [`Next`].
#[derive(Properties, PartialEq)]
pub struct NextProps {
    /// The page.
    pub page: Rc<ScorecardPage>,
}

/// What happens next: the same words for everyone on this loop.
#[component]
pub fn Next(props: &NextProps) -> Html {
    html! {
        <>
            <Seal words={props.page.reveal.words()}>
                <p class="small">{"Your own scorecard stays readable to you here. What the panel found can be asked for under the packet, and opens by this rule."}</p>
            </Seal>
            <p><Go to={Route::Interviews}>{"Back to my interviews"}</Go></p>
        </>
    }
}
