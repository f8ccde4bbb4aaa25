//! Reminding a panelist of their scorecard, with one press.

use crate::{
    api,
    components::{button::Button, notice::FailureNote, time::readable},
    hooks::use_mutation,
    state::toasts::use_say,
};
use evenhand_shared::{AssignmentId, loops::SlotDetail, time::DAY};
use yew::prelude::*;

/// When they were last reminded, and from when on they can be again.
pub fn nudge_words(slot: &SlotDetail) -> Option<String> {
    let last = slot.nudged_at?;
    Some(if slot.may_nudge {
        format!("reminded {}", readable(last))
    } else {
        format!("reminded {}, again from {}", readable(last), readable(last.plus(DAY)))
    })
}

/// Properties of [`Nudge`].
#[derive(Properties, PartialEq)]
pub struct NudgeProps {
    /// The place.
    pub slot: SlotDetail,
    /// Told afterwards.
    pub changed: Callback<()>,
    /// In a row of a table.
    #[prop_or_default]
    pub quiet: bool,
}

/// The button; the reason why it cannot be pressed stands in the words beside it.
#[component]
pub fn Nudge(props: &NudgeProps) -> Html {
    use crate::components::button::Look;
    let say = use_say();
    let nudge = {
        let (changed, name) = (props.changed.clone(), props.slot.name.clone());
        use_mutation(
            |id: AssignmentId| async move { api::acts::nudge(&id).await },
            move |()| {
                say.done(format!("{name} is reminded."));
                changed.emit(());
            },
        )
    };
    let id = props.slot.id.clone();
    html! {
        <>
            <Button look={if props.quiet { Look::Quiet } else { Look::Plain }} pending={nudge.pending} disabled={!props.slot.may_nudge}
                label={format!("Remind {}", props.slot.name)} onclick={nudge.run.reform(move |_| id.clone())}>{"Remind"}</Button>
            <FailureNote failure={nudge.failure.clone()} />
        </>
    }
}
