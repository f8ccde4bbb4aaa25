//! The competencies at a glance: which are marked and how, and the way to each.

use crate::hooks::autosave::CardDraft;
use evenhand_shared::{
    plan::Competency,
    scorecards::{FieldKey, has_evidence, level_of},
};
use yew::prelude::*;

/// The fields of a competency: evidence, rating, reason.
pub fn keys_of(competency: &str) -> (FieldKey, FieldKey, FieldKey) {
    let key = competency.to_owned();
    (FieldKey::Evidence(key.clone()), FieldKey::Rating(key.clone()), FieldKey::Reason(key))
}

/// What is marked: a digit, a dash for not assessed, or nothing yet.
fn mark(draft: &CardDraft, competency: &Competency) -> Option<(String, &'static str)> {
    let (evidence, rating, reason) = keys_of(&competency.key);
    let value = draft.value(&rating);
    if value == "na" {
        return (!draft.value(&reason).trim().is_empty()).then(|| ("–".to_owned(), "not assessed"));
    }
    level_of(value, competency.rubric.anchors.len())
        .filter(|_| has_evidence(draft.value(&evidence)))
        .map(|level| (level.to_string(), "rated"))
}

/// How many are marked.
pub fn done(competencies: &[Competency], draft: &CardDraft) -> usize {
    competencies.iter().filter(|competency| mark(draft, competency).is_some()).count()
}

/// One competency with its mark.
pub fn step(
    n: usize,
    competency: &Competency,
    draft: &CardDraft,
    current: bool,
    go: &Callback<(usize, bool)>,
) -> Html {
    let mark = mark(draft, competency);
    let words = mark.as_ref().map_or("still open", |(_, words)| words);
    html! {
        <li key={competency.key.as_str()}>
            <button type="button" class={mark.is_some().then_some("in")} aria-current={current.then_some("step")}
                onclick={go.reform(move |_: MouseEvent| (n, true))}>
                <i aria-hidden="true">{mark.as_ref().map_or("", |(sign, _)| sign.as_str())}</i>
                {&competency.name}<span class="visually-hidden">{format!(", {words}")}</span>
            </button>
        </li>
    }
}
