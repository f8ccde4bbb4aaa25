//! Rejecting an application. It needs a reason, and it touches nobody's interview or scorecard.

use crate::{
    api,
    components::{dialog::Confirm, field::AreaField},
    hooks::{into, use_mutation},
    state::toasts::use_say,
};
use evenhand_shared::{
    candidates::{ApplicationDetail, ApplicationRow},
    rejections::{Rejection, RejectionKind},
};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`RejectDialog`].
#[derive(Properties, PartialEq)]
pub struct RejectDialogProps {
    /// The application.
    pub application: Rc<ApplicationDetail>,
    /// Closes it.
    pub onclose: Callback<()>,
    /// Told when it is done.
    pub onchanged: Callback<()>,
}

/// The dialog.
#[component]
pub fn RejectDialog(props: &RejectDialogProps) -> Html {
    let say = use_say();
    let reason = use_state(String::new);
    let rejecting = {
        let (id, version) = (props.application.row.id.clone(), props.application.version);
        let (close, changed) = (props.onclose.clone(), props.onchanged.clone());
        use_mutation(
            move |reason: String| {
                let id = id.clone();
                async move {
                    api::candidates::reject(
                        &id,
                        &Rejection { kind: RejectionKind::Other, reason, letter: String::new(), version },
                    )
                    .await
                }
            },
            move |row: ApplicationRow| {
                say.done(format!("{} is rejected.", row.name));
                close.emit(());
                changed.emit(());
            },
        )
    };
    let name = &props.application.row.name;
    let onconfirm = {
        let (reason, run) = (reason.clone(), rejecting.run.clone());
        Callback::from(move |()| run.emit((*reason).clone()))
    };
    let beside = rejecting.at("/reason");
    let failure = rejecting.failure.clone().filter(|_| beside.is_none());
    html! {
        <Confirm title={format!("Reject {name}?")} verb="Reject" danger={true} pending={rejecting.pending} {failure} {onconfirm} onclose={props.onclose.clone()}>
            <p>{"Interviews and scorecards stay as they are: whoever still owes a scorecard can finish it. Cancel interviews on the page of the loop."}</p>
            <AreaField label="Why" hint="Stands in the record; colleagues on the hiring team read it." value={(*reason).clone()} oninput={into(&reason)} error={beside} autofocus={true} required={true} />
        </Confirm>
    }
}
