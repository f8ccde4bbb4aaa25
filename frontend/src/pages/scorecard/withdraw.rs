//! Withdrawing one's own sealed card.

use crate::{
    api,
    components::{dialog::Confirm, field::AreaField},
    hooks::{into, use_mutation},
};
use evenhand_shared::{
    AssignmentId,
    scorecards::{ScorecardPage, Withdrawal},
};
use yew::prelude::*;

/// Properties of [`Withdraw`].
#[derive(Properties, PartialEq)]
pub struct WithdrawProps {
    /// The assignment.
    pub id: AssignmentId,
    /// Leaves it.
    pub onclose: Callback<()>,
    /// Takes the page as it is afterwards.
    pub done: Callback<ScorecardPage>,
}

/// Asks why, and says what it means.
#[component]
pub fn Withdraw(props: &WithdrawProps) -> Html {
    let reason = use_state(String::new);
    let withdraw = {
        let (done, onclose) = (props.done.clone(), props.onclose.clone());
        use_mutation(
            |(id, withdrawal): (AssignmentId, Withdrawal)| async move {
                api::scorecards::withdraw(&id, &withdrawal).await
            },
            move |page| {
                onclose.emit(());
                done.emit(page);
            },
        )
    };
    let onconfirm = {
        let (run, id, reason) = (withdraw.run.clone(), props.id.clone(), (*reason).clone());
        Callback::from(move |()| run.emit((id.clone(), Withdrawal { reason: reason.clone() })))
    };
    let shown = withdraw.failure.clone().filter(|failure| failure.beyond("/reason").is_some());
    html! {
        <Confirm title="Withdraw your scorecard?" verb="Withdraw my scorecard" danger={true} pending={withdraw.pending}
            failure={shown} {onconfirm} onclose={props.onclose.clone()}>
            <p>{"Your place on the panel is spent. What you wrote stays sealed for good: it leaves the packet, and no figure counts it. This cannot be undone; to correct something, append an amendment instead."}</p>
            <AreaField label="Why" hint="10 to 2,000 characters. It stands in the record." rows="3" required={true} autofocus={true}
                value={(*reason).clone()} oninput={into(&reason)} error={withdraw.at("/reason").map(AttrValue::from)} />
        </Confirm>
    }
}
