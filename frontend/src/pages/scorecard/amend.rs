//! Appending a change to a sealed card, with a reason.

use super::{
    competency::{CompetencyBlock, Said, focus_id},
    missing::Missing,
    notes::Notes,
};
use crate::{
    api,
    components::{
        button::{Button, Look},
        evidence::Evidence,
        field::ChoiceField,
        notice::FailureNote,
    },
    hooks::{Mutation, focus_soon, on_submit, use_draft, use_focus_on_mount, use_mutation},
};
use evenhand_shared::{
    AssignmentId,
    scorecards::{CardContent, FieldKey, Mark, NewAmendment, Recommendation, ScorecardPage},
};
use std::{collections::BTreeMap, rc::Rc};
use yew::prelude::*;

/// Properties of [`Amend`].
#[derive(Properties, PartialEq)]
pub struct AmendProps {
    /// The page.
    pub page: Rc<ScorecardPage>,
    /// Takes the page as it is afterwards.
    pub done: Callback<ScorecardPage>,
    /// Leaves it.
    pub onclose: Callback<()>,
}

type Fields = BTreeMap<String, String>;

/// The form: the whole card as it should read, and why.
#[component]
pub fn Amend(props: &AmendProps) -> Html {
    let page = &props.page;
    let heading = use_focus_on_mount(true);
    let form = use_draft(|| (String::new(), latest(page)));
    let amend = {
        let done = props.done.clone();
        use_mutation(
            |(id, amendment): (AssignmentId, NewAmendment)| async move {
                api::scorecards::amend(&id, &amendment).await
            },
            move |page| done.emit(page),
        )
    };
    let onsubmit = {
        let (run, id, form) = (amend.run.clone(), page.interview.id.clone(), form.clone());
        on_submit(move || {
            let (reason, fields) = (*form).clone();
            run.emit((id.clone(), NewAmendment { reason, fields }));
        })
    };
    let onedit = form.edit(|form, (key, value): (FieldKey, String)| {
        form.1.insert(key.name(), value);
    });
    let onreason = form.edit(|form, reason: String| form.0 = reason);
    let onrecommend = form.edit(|form, key: AttrValue| {
        form.1.insert(FieldKey::Recommendation.name(), key.to_string());
    });
    let fields = &form.1;
    let text = |key: &FieldKey| AttrValue::from(fields.get(&key.name()).cloned().unwrap_or_default());
    let faults: Vec<_> = amend.failure.as_ref().map(|f| f.errors().to_vec()).unwrap_or_default();
    let reason_fault = amend.at("/reason");
    let general = amend.failure.clone().filter(|failure| failure.errors().is_empty());
    let go = {
        let form = form.clone();
        Callback::from(move |field: FieldKey| {
            focus_soon(focus_id(&field, |key| form.1.get(&key.name()).cloned().unwrap_or_default()));
        })
    };
    let options = Recommendation::ALL.map(|r| (r.key().into(), r.words().into())).to_vec();
    html! {
        <form class="after" {onsubmit} novalidate={true}>
            <header class="review-head"><h2 ref={heading} tabindex="-1">{"Amend your scorecard"}</h2>
                <Button look={Look::Quiet} onclick={props.onclose.reform(|_| ())}>{"Leave it as it is"}</Button></header>
            <p class="muted">{"The first version stays, and stays what counts. Your amendment is shown beside it with its reason, and with whether you had seen anything of others."}</p>
            if faults.iter().any(|fault| fault.pointer.starts_with("/fields/")) {
                <Missing faults={faults.clone()} ongo={go} />
            }
            <div class={classes!("field", reason_fault.is_some().then_some("faulty"))}>
                <span id="amend-reason-name" class="field-name">{"Why you amend it"}</span>
                <p class="hint" id="amend-reason-hint">{"10 to 2,000 characters."}</p>
                <Evidence id="amend-reason" labelled_by="amend-reason-name" described_by={Some(AttrValue::from("amend-reason-hint amend-reason-error"))}
                    value={form.0.clone()} oninput={onreason} invalid={reason_fault.is_some()} />
                <p class="error" id="amend-reason-error">{reason_fault.unwrap_or_default()}</p>
            </div>
            {for page.competencies.iter().enumerate().map(|(n, competency)| html! {
                <CompetencyBlock key={competency.key.as_str()} competency={competency.clone()} at={n} of={page.competencies.len()}
                    said={said(fields, &competency.key, &amend)} onedit={onedit.clone()} />
            })}
            <Notes takeaways={text(&FieldKey::Takeaways)} onedit={onedit.clone()} faults={(amend.at("/fields/takeaways").map(AttrValue::from), None)} />
            <ChoiceField legend="Overall recommendation" value={text(&FieldKey::Recommendation)} onchange={onrecommend} {options}
                error={amend.at("/fields/recommendation").map(AttrValue::from)} />
            <FailureNote failure={general} />
            <div class="actions">
                <Button look={Look::Primary} submit={true} pending={amend.pending}>{"Append the amendment"}</Button>
                <Button onclick={props.onclose.reform(|_| ())}>{"Leave it as it is"}</Button>
            </div>
        </form>
    }
}

fn said(fields: &Fields, competency: &str, amend: &Mutation<(AssignmentId, NewAmendment)>) -> Said {
    let of = |key: FieldKey| {
        let value = AttrValue::from(fields.get(&key.name()).cloned().unwrap_or_default());
        (value, amend.at(&format!("/fields/{}", key.name())).map(AttrValue::from))
    };
    let (evidence, evidence_fault) = of(FieldKey::Evidence(competency.to_owned()));
    let (rating, rating_fault) = of(FieldKey::Rating(competency.to_owned()));
    let (reason, reason_fault) = of(FieldKey::Reason(competency.to_owned()));
    Said { evidence, rating, reason, other: None, evidence_fault, rating_fault, reason_fault }
}

/// The card as it reads now: the last amendment, or what was sealed.
fn latest(page: &ScorecardPage) -> Fields {
    match page.amendments.last() {
        Some(amendment) => fields_of(&amendment.content),
        None => page
            .fields
            .iter()
            .filter(|(name, _)| name.as_str() != FieldKey::PrivateNotes.name())
            .map(|(name, field)| (name.clone(), field.value.clone()))
            .collect(),
    }
}

fn fields_of(content: &CardContent) -> Fields {
    let mut fields = Fields::new();
    for mark in &content.marks {
        let key = mark.competency.clone();
        fields.insert(FieldKey::Evidence(key.clone()).name(), mark.evidence.clone());
        match &mark.mark {
            Mark::Rated { level } => fields.insert(FieldKey::Rating(key).name(), level.to_string()),
            Mark::NotAssessed { reason } => {
                fields.insert(FieldKey::Reason(key.clone()).name(), reason.clone());
                fields.insert(FieldKey::Rating(key).name(), "na".to_owned())
            }
        };
    }
    fields.insert(FieldKey::Takeaways.name(), content.takeaways.clone());
    fields.insert(FieldKey::Recommendation.name(), content.recommendation.key().to_owned());
    fields
}
