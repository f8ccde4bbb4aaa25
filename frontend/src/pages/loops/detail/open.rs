//! Opening the debrief: the reveal, for people who have no open scorecard. The reason is always asked, so that the question tells nothing.

use crate::{
    api,
    components::{dialog::Confirm, field::AreaField},
    hooks::{into, use_mutation},
    state::toasts::use_say,
};
use evenhand_shared::loops::{LoopDetail, Opening};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`OpenDebrief`].
#[derive(Properties, PartialEq)]
pub struct OpenDebriefProps {
    /// The loop.
    pub detail: Rc<LoopDetail>,
    /// Takes over the loop as changed.
    pub put: Callback<LoopDetail>,
    /// Closes without a change.
    pub onclose: Callback<()>,
}

/// The dialog.
#[component]
pub fn OpenDebrief(props: &OpenDebriefProps) -> Html {
    let say = use_say();
    let reason = use_state(String::new);
    let open = {
        let (id, put) = (props.detail.row.id.clone(), props.put.clone());
        use_mutation(
            move |reason: String| {
                let id = id.clone();
                async move { api::loops::open(&id, &Opening { reason }).await }
            },
            move |detail: LoopDetail| {
                say.done("The debrief is open.");
                put.emit(detail);
            },
        )
    };
    let onconfirm = {
        let (reason, run) = (reason.clone(), open.run.clone());
        Callback::from(move |()| run.emit((*reason).clone()))
    };
    let beside = open.at("/reason");
    let failure = open.failure.clone().filter(|_| beside.is_none());
    html! {
        <Confirm title="Open the debrief?" verb="Open the debrief and reveal the scorecards" pending={open.pending} {failure} {onconfirm} onclose={props.onclose.clone()}>
            <p>{"Everybody without an open scorecard on this candidate can then read the packet. Whoever still has one stays blind and may submit late. This cannot be taken back."}</p>
            <AreaField label="Why now" hint="10 to 2,000 characters. It stands in the record." value={(*reason).clone()} oninput={into(&reason)} error={beside} autofocus={true} required={true} />
        </Confirm>
    }
}
