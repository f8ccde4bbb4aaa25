//! Ending one's own blindness, on purpose.

use crate::{
    api,
    components::{dialog::Confirm, field::CheckField},
    hooks::{into, use_mutation},
};
use evenhand_shared::AssignmentId;
use yew::prelude::*;

/// Properties of [`Unblind`].
#[derive(Properties, PartialEq)]
pub struct UnblindProps {
    /// The assignment.
    pub id: AssignmentId,
    /// Leaves it.
    pub onclose: Callback<()>,
    /// Told when it was done.
    pub done: Callback<()>,
}

/// Asks twice: a box and a button.
#[component]
pub fn Unblind(props: &UnblindProps) -> Html {
    let sure = use_state(|| false);
    let unblind = {
        let (done, onclose) = (props.done.clone(), props.onclose.clone());
        use_mutation(
            |id: AssignmentId| async move { api::scorecards::unblind(&id).await },
            move |()| {
                onclose.emit(());
                done.emit(());
            },
        )
    };
    let onconfirm = {
        let (run, id, sure) = (unblind.run.clone(), props.id.clone(), *sure);
        Callback::from(move |()| {
            if sure {
                run.emit(id.clone());
            }
        })
    };
    html! {
        <Confirm title="End your blindness on this candidate?" verb="Unblind me" danger={true} pending={unblind.pending}
            failure={unblind.failure.clone()} {onconfirm} onclose={props.onclose.clone()}>
            <p>{"You join without a scorecard and may read what has been revealed. A scorecard that you submit later is marked as exposed: it is shown with that mark, and no figure counts it."}</p>
            <p>{"This cannot be undone. If you only want to read ahead, write your own scorecard first: it takes minutes, and it keeps its weight."}</p>
            <CheckField label="I know that my scorecard will be marked as exposed" checked={*sure} onchange={into(&sure)} />
        </Confirm>
    }
}
