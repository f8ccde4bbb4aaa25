//! The results that a hire must bring about, each with its measure.

use super::about::PartProps;
use crate::{
    api,
    components::{
        button::{Button, Look},
        dialog::Dialog,
        empty::Empty,
        field::{AreaField, TextField},
        notice::FailureNote,
        table::Table,
        tag::{Tag, Tone},
    },
    hooks::{on_submit, use_draft, use_mutation},
    state::toasts::use_say,
};
use evenhand_shared::jobs::{JobDetail, JobOutcome, OutcomesChange};
use yew::prelude::*;

/// The section.
#[component]
pub fn Outcomes(props: &PartProps) -> Html {
    let editing = use_state(|| false);
    let set = |on: bool| {
        let editing = editing.setter();
        Callback::from(move |()| editing.set(on))
    };
    let outcomes = &props.detail.outcomes;
    let or_none = |text: &str| {
        if text.is_empty() {
            html! { <span class="faint">{"Not said yet"}</span> }
        } else {
            html! { {text} }
        }
    };
    html! {
        <section class="stack" aria-labelledby="outcomes">
            <div class="section-head">
                <h2 id="outcomes">{"Outcomes"}</h2>
                <Button onclick={set(true).reform(|_| ())} label="Edit the outcomes">{"Edit"}</Button>
            </div>
            if outcomes.is_empty() {
                <Empty title="No outcomes yet">
                    {"Write what somebody must have brought about after a year, with a figure that shows it. Interview plans then say who looks for it."}
                </Empty>
            } else {
                <Table caption="Outcomes" stacked={true} columns={["Result", "Measure", "Target", "By when"].map(AttrValue::from).to_vec()}>
                    {for outcomes.iter().map(|outcome| html! {
                        <tr key={outcome.key.as_str()}>
                            <th scope="row" class="words">
                                {&outcome.text}
                                <span class="cell-sub">
                                    {&outcome.key}
                                    if outcome.measure.is_empty() || outcome.target.is_empty() { {" "}<Tag tone={Tone::Warn}>{"Not measurable yet"}</Tag> }
                                </span>
                            </th>
                            <td class="words" data-label="Measure">{or_none(&outcome.measure)}</td>
                            <td data-label="Target">{or_none(&outcome.target)}</td>
                            <td data-label="By when">{or_none(&outcome.due)}</td>
                        </tr>
                    })}
                </Table>
            }
            if *editing { <EditOutcomes detail={props.detail.clone()} put={props.put.clone()} onclose={set(false)} /> }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct EditProps {
    detail: std::rc::Rc<JobDetail>,
    put: Callback<JobDetail>,
    onclose: Callback<()>,
}

#[derive(Clone)]
struct Form {
    outcomes: Vec<JobOutcome>,
}

fn empty() -> JobOutcome {
    let nothing = String::new;
    JobOutcome { key: nothing(), text: nothing(), measure: nothing(), target: nothing(), due: nothing() }
}

/// Changes one of them.
fn with(n: usize, change: impl Fn(&mut JobOutcome, String) + Clone) -> impl Fn(&mut Form, String) + Clone {
    move |form, text| {
        if let Some(outcome) = form.outcomes.get_mut(n) {
            change(outcome, text);
        }
    }
}

#[component]
fn EditOutcomes(props: &EditProps) -> Html {
    let say = use_say();
    let form = use_draft(|| Form {
        outcomes: if props.detail.outcomes.is_empty() {
            vec![empty()]
        } else {
            props.detail.outcomes.clone()
        },
    });
    let version = *use_memo((), |()| props.detail.version);
    let saving = {
        let (id, put, close) = (props.detail.job.id.clone(), props.put.clone(), props.onclose.clone());
        use_mutation(
            move |outcomes: Vec<JobOutcome>| {
                let id = id.clone();
                async move { api::jobs::set_outcomes(&id, &OutcomesChange { version, outcomes }).await }
            },
            move |detail: JobDetail| {
                say.done("The outcomes are saved.");
                put.emit(detail);
                close.emit(());
            },
        )
    };
    let onsubmit = {
        let (form, run) = (form.clone(), saving.run.clone());
        on_submit(move || run.emit(form.outcomes.clone()))
    };
    let shown: Vec<String> = saving
        .failure
        .iter()
        .flat_map(|f| f.errors())
        .map(|e| e.pointer.clone())
        .filter(|p| p.starts_with("/outcomes/"))
        .collect();
    html! {
        <Dialog title="Edit the outcomes" wide={true} onclose={props.onclose.clone()}>
            <form class="stack" novalidate={true} {onsubmit}>
                {for form.outcomes.iter().enumerate().map(|(n, outcome)| {
                    let at = |field: &str| saving.at(&format!("/outcomes/{n}/{field}"));
                    let label = format!("Outcome {}", n.saturating_add(1));
                    let remove = form.edit(move |f: &mut Form, _: MouseEvent| { if n < f.outcomes.len() { f.outcomes.remove(n); } });
                    html! {
                        <fieldset key={n} class="planned">
                            <legend>{&label}</legend>
                            <AreaField label="Result" rows="2" value={outcome.text.clone()} oninput={form.edit(with(n, |o, text| o.text = text))} error={at("text")} />
                            <div class="form-grid">
                                <TextField label="Measure" hint="What is counted" optional={true} value={outcome.measure.clone()} oninput={form.edit(with(n, |o, text| o.measure = text))} error={at("measure")} />
                                <TextField label="Target" hint="The figure to reach" optional={true} value={outcome.target.clone()} oninput={form.edit(with(n, |o, text| o.target = text))} error={at("target")} />
                                <TextField label="By when" optional={true} value={outcome.due.clone()} oninput={form.edit(with(n, |o, text| o.due = text))} error={at("due")} />
                                <TextField label="Short name" hint="Plans refer to it, such as fewer-outages" value={outcome.key.clone()} oninput={form.edit(with(n, |o, text| o.key = text))} error={at("key")} />
                            </div>
                            <div class="actions"><Button look={Look::Quiet} label={format!("Remove {label}")} onclick={remove}>{"Remove"}</Button></div>
                        </fieldset>
                    }
                })}
                <FailureNote failure={saving.failure.clone()} shown={shown.join(" ")} />
                <div class="actions">
                    <Button look={Look::Primary} submit={true} pending={saving.pending}>{"Save"}</Button>
                    <Button onclick={form.edit(|f: &mut Form, _: MouseEvent| f.outcomes.push(empty()))}>{"Add an outcome"}</Button>
                    <Button onclick={props.onclose.reform(|_| ())}>{"Leave it"}</Button>
                </div>
            </form>
        </Dialog>
    }
}
