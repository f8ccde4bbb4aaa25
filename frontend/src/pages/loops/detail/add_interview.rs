//! Planning one more interview. It marks the loop as adaptive for people who are not open on the candidate.

use super::super::changed::use_changed;
use super::super::interview_fields::{InterviewDraft, InterviewFields};
use crate::{
    api,
    components::{
        button::{Button, Look},
        dialog::Dialog,
        field::SelectField,
        notice::FailureNote,
        view::view,
    },
    hooks::{on_submit, use_draft, use_mutation, use_query},
};
use evenhand_shared::{
    PlanId,
    loops::{LoopDetail, NewInterview, PanelChanged},
    people::PersonRow,
    plan::Plan,
};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`AddInterview`].
#[derive(Properties, PartialEq)]
pub struct AddInterviewProps {
    /// The loop.
    pub detail: Rc<LoopDetail>,
    /// Takes over the loop as changed.
    pub put: Callback<LoopDetail>,
    /// Closes without a change.
    pub onclose: Callback<()>,
}

/// The dialog.
#[component]
pub fn AddInterview(props: &AddInterviewProps) -> Html {
    let changed = use_changed("The interview is added.", props.put.clone());
    let draft = use_draft(|| InterviewDraft::new(""));
    let ground = use_query(props.detail.plan_id.clone(), |plan: PlanId| async move {
        let version = api::plans::find(&plan).await?;
        Ok((version.plan, Rc::new(api::people::list().await?)))
    });
    let add = {
        let id = props.detail.row.id.clone();
        use_mutation(
            move |interview: NewInterview| {
                let id = id.clone();
                async move { api::loops::add_interview(&id, &interview).await }
            },
            move |answer: PanelChanged| changed.emit(answer),
        )
    };
    let onsubmit = {
        let (draft, run) = (draft.clone(), add.run.clone());
        on_submit(move || run.emit(draft.interview()))
    };
    let at = {
        let failure = add.failure.clone();
        Callback::from(move |pointer: String| failure.as_ref().and_then(|f| f.at(&pointer)))
    };
    let shown: Vec<String> = add.failure.iter().flat_map(|f| f.errors()).map(|e| e.pointer.clone()).collect();
    html! {
        <Dialog title="Add an interview" wide={true} onclose={props.onclose.clone()}>
            <form class="stack" novalidate={true} {onsubmit}>
                <p class="muted">{"If somebody could already submit a scorecard, the loop is marked: interviews were added later."}</p>
                {view(&ground, |(plan, people): &(Plan, Rc<Vec<PersonRow>>)| {
                    let mut kits: Vec<(AttrValue, AttrValue)> = vec![("".into(), "Choose an interview of the plan".into())];
                    kits.extend(plan.kits.iter().map(|kit| (kit.key.clone().into(), format!("{}, {} min", kit.name, kit.minutes).into())));
                    html! {
                        <>
                            <SelectField label="Interview" value={draft.kit.clone()} options={kits} onchange={draft.edit(|d, kit| d.kit = kit)} error={add.at("/kit")} />
                            <InterviewFields draft={(*draft).clone()} minutes={plan.kit(&draft.kit).map_or(0, |kit| kit.minutes)} people={people.clone()} onchange={draft.edit(|d, change| d.take(change))} at={at.clone()} />
                        </>
                    }
                })}
                <FailureNote failure={add.failure.clone()} shown={shown.join(" ")} />
                <div class="actions">
                    <Button look={Look::Primary} submit={true} pending={add.pending} disabled={draft.kit.is_empty()}>{"Add the interview"}</Button>
                    <Button onclick={props.onclose.reform(|_| ())}>{"Leave it"}</Button>
                </div>
            </form>
        </Dialog>
    }
}
