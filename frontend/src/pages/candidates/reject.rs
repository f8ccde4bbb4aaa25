//! Rejecting an application: a reason out of a short list, words, and a letter to begin with. It touches nobody's interview or scorecard.

use crate::{
    api,
    components::{
        dialog::Confirm,
        field::{AreaField, SelectField},
    },
    hooks::{use_draft, use_mutation},
    state::toasts::use_say,
};
use evenhand_shared::{
    candidates::{ApplicationDetail, ApplicationRow},
    rejections::{Rejection, RejectionKind, letter},
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

#[derive(Clone)]
struct Form {
    kind: RejectionKind,
    reason: String,
    letter: String,
    /// The letter was changed by hand: another reason no longer replaces it.
    written: bool,
}

fn at(n: &str) -> RejectionKind {
    n.parse::<usize>().ok().and_then(|n| RejectionKind::ALL.get(n)).copied().unwrap_or_default()
}

/// The dialog.
#[component]
pub fn RejectDialog(props: &RejectDialogProps) -> Html {
    let say = use_say();
    let (name, job) = (props.application.row.name.clone(), props.application.row.job_title.clone());
    let first = RejectionKind::OthersCloser;
    let form = use_draft(|| Form {
        kind: first,
        reason: String::new(),
        letter: letter(first, &name, &job),
        written: false,
    });
    let rejecting = {
        let id = props.application.row.id.clone();
        let (close, changed) = (props.onclose.clone(), props.onchanged.clone());
        use_mutation(
            move |rejection: Rejection| {
                let id = id.clone();
                async move { api::candidates::reject(&id, &rejection).await }
            },
            move |row: ApplicationRow| {
                say.done(format!("{} is rejected, and not told yet.", row.name));
                close.emit(());
                changed.emit(());
            },
        )
    };
    let onkind = {
        let (name, job) = (name.clone(), job.clone());
        form.edit(move |form, n: String| {
            form.kind = at(&n);
            if !form.written {
                form.letter = letter(form.kind, &name, &job);
            }
        })
    };
    let onconfirm = {
        let (form, run, version) = (form.clone(), rejecting.run.clone(), props.application.version);
        Callback::from(move |()| {
            run.emit(Rejection {
                kind: form.kind,
                reason: form.reason.clone(),
                letter: form.letter.clone(),
                version,
            });
        })
    };
    let chosen = RejectionKind::ALL.iter().position(|kind| *kind == form.kind).unwrap_or(0).to_string();
    let options: Vec<(AttrValue, AttrValue)> = RejectionKind::ALL
        .iter()
        .enumerate()
        .map(|(n, kind)| (n.to_string().into(), kind.words().into()))
        .collect();
    let (reason, written) = (rejecting.at("/reason"), rejecting.at("/letter"));
    let failure = rejecting.failure.clone().filter(|_| reason.is_none() && written.is_none());
    html! {
        <Confirm title={format!("Reject {name}?")} verb="Reject" danger={true} pending={rejecting.pending} {failure} {onconfirm} onclose={props.onclose.clone()}>
            <p>{"The candidate is not told yet, and until then you can take it back. Interviews and scorecards stay as they are."}</p>
            <SelectField label="Reason" value={chosen} {options} onchange={onkind} />
            <AreaField label="In your words" rows="2" hint="For the hiring team; it stays in the record." value={form.reason.clone()}
                oninput={form.edit(|form, reason: String| form.reason = reason)} error={reason} optional={!form.kind.needs_words()} />
            <AreaField label="Letter to the candidate" rows="9" hint="A beginning that you can change, now and until the candidate is told." value={form.letter.clone()}
                oninput={form.edit(|form, letter: String| { form.letter = letter; form.written = true; })} error={written} optional={true} />
        </Confirm>
    }
}
