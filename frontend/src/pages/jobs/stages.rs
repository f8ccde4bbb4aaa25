//! The stages of a job's pipeline.

use super::about::PartProps;
use crate::{
    api,
    components::{
        button::{Button, Look},
        dialog::Dialog,
        field::TextField,
        notice::FailureNote,
    },
    hooks::{on_submit, use_draft, use_mutation},
    state::toasts::use_say,
};
use evenhand_shared::jobs::{JobDetail, StageEdit, StagesChange};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// The section.
#[component]
pub fn Stages(props: &PartProps) -> Html {
    let editing = use_state(|| false);
    let set = |on: bool| {
        let editing = editing.setter();
        Callback::from(move |()| editing.set(on))
    };
    html! {
        <section class="stack" aria-labelledby="stages">
            <div class="section-head">
                <h2 id="stages">{"Stages"}</h2>
                <Button onclick={set(true).reform(|_| ())} label="Edit the stages">{"Edit"}</Button>
            </div>
            <ol class="stage-line">{for props.detail.stages.iter().map(|stage| html! { <li key={stage.as_str()}>{stage}</li> })}</ol>
            if *editing { <EditStages detail={props.detail.clone()} put={props.put.clone()} onclose={set(false)} /> }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct EditProps {
    detail: Rc<JobDetail>,
    put: Callback<JobDetail>,
    onclose: Callback<()>,
}

#[derive(Clone)]
struct Row {
    /// Stays with the row wherever it goes.
    mark: usize,
    edit: StageEdit,
}

#[derive(Clone)]
struct Form {
    rows: Vec<Row>,
    next: usize,
    /// The button to focus again after a move, by its id.
    moved: Option<String>,
}

impl Form {
    fn of(stages: &[String]) -> Self {
        let edit = |name: &String| StageEdit { name: name.clone(), was: Some(name.clone()) };
        let rows: Vec<Row> =
            stages.iter().enumerate().map(|(mark, name)| Row { mark, edit: edit(name) }).collect();
        Self { next: rows.len(), rows, moved: None }
    }

    fn add(&mut self) {
        self.rows.push(Row { mark: self.next, edit: StageEdit { name: String::new(), was: None } });
        self.next = self.next.saturating_add(1);
    }

    /// Swaps a row with the one before it; the focus follows the row whose button was pressed.
    fn swap_up(&mut self, n: usize, pressed: &str, mark: usize) {
        if n > 0 && n < self.rows.len() {
            self.rows.swap(n.saturating_sub(1), n);
            self.moved = Some(format!("{pressed}-{mark}"));
        }
    }
}

#[component]
fn EditStages(props: &EditProps) -> Html {
    let say = use_say();
    let form = use_draft(|| Form::of(&props.detail.stages));
    let version = *use_memo((), |()| props.detail.version);
    let saving = {
        let (id, put, close) = (props.detail.job.id.clone(), props.put.clone(), props.onclose.clone());
        use_mutation(
            move |stages: Vec<StageEdit>| {
                let id = id.clone();
                async move { api::jobs::set_stages(&id, &StagesChange { version, stages }).await }
            },
            move |detail: JobDetail| {
                say.done("The stages are saved.");
                put.emit(detail);
                close.emit(());
            },
        )
    };
    let order: Vec<usize> = form.rows.iter().map(|row| row.mark).collect();
    use_effect_with((order, form.moved.clone()), |(_, moved)| {
        let document = web_sys::window().and_then(|window| window.document());
        let button = moved.as_ref().and_then(|id| document?.get_element_by_id(id));
        if let Some(button) = button.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            // A button that went with the row is not there to be focused; the browser then keeps what it has.
            let _ = button.focus();
        }
    });
    let onsubmit = {
        let (form, run) = (form.clone(), saving.run.clone());
        on_submit(move || run.emit(form.rows.iter().map(|row| row.edit.clone()).collect()))
    };
    let shown: Vec<String> = saving
        .failure
        .iter()
        .flat_map(|f| f.errors())
        .map(|e| e.pointer.clone())
        .filter(|p| p.ends_with("/name"))
        .collect();
    let last = form.rows.len().saturating_sub(1);
    html! {
        <Dialog title="Edit the stages" wide={true} onclose={props.onclose.clone()}>
            <form class="stack" novalidate={true} {onsubmit}>
                <p class="hint">{"Candidates stay where they are when a stage is renamed or moved. A stage can go only when nobody stands in it."}</p>
                <div class="stage-rows">
                    {for form.rows.iter().enumerate().map(|(n, row)| {
                        let mark = row.mark;
                        let name = if row.edit.name.is_empty() { "the new stage".to_owned() } else { row.edit.name.clone() };
                        let rename = form.edit(move |f: &mut Form, text: String| { if let Some(row) = f.rows.get_mut(n) { row.edit.name = text; } });
                        let up = form.edit(move |f: &mut Form, _: MouseEvent| f.swap_up(n, "stage-up", mark));
                        let down = form.edit(move |f: &mut Form, _: MouseEvent| f.swap_up(n.saturating_add(1), "stage-down", mark));
                        let remove = form.edit(move |f: &mut Form, _: MouseEvent| f.rows.retain(|row| row.mark != mark));
                        html! {
                            <div key={mark} class="stage-row" role="group" aria-label={name.clone()}>
                                <TextField label={format!("Stage {}", n.saturating_add(1))} value={row.edit.name.clone()} oninput={rename} error={saving.at(&format!("/stages/{n}/name"))} />
                                <div class="actions">
                                    <button type="button" class="button quiet" id={format!("stage-up-{mark}")} aria-label={format!("Move {name} up")} aria-disabled={(n == 0).then_some("true")} onclick={up}>{"Up"}</button>
                                    <button type="button" class="button quiet" id={format!("stage-down-{mark}")} aria-label={format!("Move {name} down")} aria-disabled={(n == last).then_some("true")} onclick={down}>{"Down"}</button>
                                    <Button look={Look::Quiet} label={format!("Remove {name}")} onclick={remove}>{"Remove"}</Button>
                                </div>
                            </div>
                        }
                    })}
                </div>
                <FailureNote failure={saving.failure.clone()} shown={shown.join(" ")} />
                <div class="actions">
                    <Button look={Look::Primary} submit={true} pending={saving.pending}>{"Save"}</Button>
                    <Button onclick={form.edit(|f: &mut Form, _: MouseEvent| f.add())}>{"Add a stage"}</Button>
                    <Button onclick={props.onclose.reform(|_| ())}>{"Leave it"}</Button>
                </div>
            </form>
        </Dialog>
    }
}
