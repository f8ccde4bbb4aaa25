//! Leave: written down, and taken away again.

use crate::{
    api,
    components::{
        button::{Button, Look},
        field::{SelectField, TextField},
        notice::FailureNote,
        table::Table,
    },
    hooks::{focus_soon, on_submit, use_draft, use_mutation},
    state::toasts::use_say,
};
use evenhand_shared::{
    FieldError, LeaveId, PersonId,
    availability::{Leave, LeaveKind, NewLeave, check_leave},
};
use yew::prelude::*;

/// Properties of [`LeaveSection`].
#[derive(Properties, PartialEq)]
pub struct LeaveSectionProps {
    /// Leaves that are not over.
    pub leaves: Vec<Leave>,
    /// Whose, when an administrator writes for somebody; absent is the reader.
    pub of: Option<PersonId>,
    /// Told when they have changed.
    pub onchanged: Callback<()>,
}

#[derive(Clone)]
struct Form {
    new: NewLeave,
    faults: Vec<FieldError>,
}

impl Form {
    fn empty() -> Self {
        Self {
            new: NewLeave { from: String::new(), until: String::new(), kind: LeaveKind::Holiday },
            faults: Vec::new(),
        }
    }
}

/// The section.
#[component]
pub fn LeaveSection(props: &LeaveSectionProps) -> Html {
    let say = use_say();
    let form = use_draft(Form::empty);
    let add = {
        let (of, changed, form, say) = (props.of.clone(), props.onchanged.clone(), form.clone(), say.clone());
        use_mutation(
            move |new: NewLeave| {
                let of = of.clone();
                async move { api::people::add_leave(of.as_ref(), &new).await }
            },
            move |_: Leave| {
                say.done("The leave is written down.");
                form.change(|f| *f = Form::empty());
                changed.emit(());
            },
        )
    };
    let remove = {
        let changed = props.onchanged.clone();
        use_mutation(
            |id: LeaveId| async move { api::people::remove_leave(&id).await },
            move |()| {
                say.done("The leave is gone.");
                changed.emit(());
                // The button that was pressed goes with its row.
                focus_soon("leave");
            },
        )
    };
    let onsubmit = {
        let (form, run, clear) = (form.clone(), add.run.clone(), add.clear.clone());
        on_submit(move || {
            let faults = check_leave(&form.new);
            clear.emit(());
            if faults.is_empty() {
                run.emit(form.new.clone());
            }
            form.change(move |f| f.faults = faults);
        })
    };
    let at = |pointer: &str| {
        form.faults
            .iter()
            .find(|f| f.pointer == pointer)
            .map(|f| f.message.clone())
            .or_else(|| add.at(pointer))
    };
    let kinds =
        LeaveKind::ALL.map(|kind| (AttrValue::from(kind.words()), AttrValue::from(kind.words()))).to_vec();
    html! {
        <section class="stack" aria-labelledby="leave">
            <h2 id="leave" tabindex="-1">{"Leave"}</h2>
            <p class="hint">{
                if props.of.is_none() {
                    "Colleagues who plan interviews see from when until when you are away. Why is for you and administrators alone."
                } else {
                    "Colleagues who plan interviews see from when until when, and not why."
                }
            }</p>
            if props.leaves.is_empty() {
                <p class="muted">{"No leave is written down."}</p>
            } else {
                <Table caption="Leave" stacked={true} columns={["From", "Until", "Why", ""].map(AttrValue::from).to_vec()}>
                    {for props.leaves.iter().map(|leave| {
                        let id = leave.id.clone();
                        html! {
                            <tr key={leave.id.as_str()}>
                                <th scope="row">{&leave.from}</th>
                                <td data-label="Until">{&leave.until}</td>
                                <td data-label="Why">{leave.kind.words()}</td>
                                <td class="act">
                                    <Button look={Look::Quiet} label={format!("Remove the leave from {}", leave.from)}
                                        onclick={remove.run.reform(move |_| id.clone())}>{"Remove"}</Button>
                                </td>
                            </tr>
                        }
                    })}
                </Table>
            }
            <FailureNote failure={remove.failure.clone()} />
            <form class="stack" novalidate={true} {onsubmit}>
                <FailureNote failure={add.failure.clone()} shown="/from /until /kind" />
                <div class="form-grid">
                    <TextField label="First day" kind="date" value={form.new.from.clone()} oninput={form.edit(|f, day| f.new.from = day)} error={at("/from")} />
                    <TextField label="Last day" kind="date" value={form.new.until.clone()} oninput={form.edit(|f, day| f.new.until = day)} error={at("/until")} />
                    <SelectField label="Why" value={form.new.kind.words()} options={kinds}
                        onchange={form.edit(|f: &mut Form, words: String| {
                            f.new.kind = LeaveKind::ALL.into_iter().find(|kind| kind.words() == words).unwrap_or(f.new.kind);
                        })} />
                </div>
                <div class="actions"><Button submit={true} pending={add.pending}>{"Add the leave"}</Button></div>
            </form>
        </section>
    }
}
