//! The review: what is missing, what will be sealed, the recommendation last, and the seal.

use super::{content::Content, missing::Missing};
use crate::{
    api,
    components::{
        button::{Button, Look},
        notice::FailureNote,
        saving::Saving,
    },
    hooks::{
        autosave::{CardDraft, Engine, Standing},
        use_keys, use_mutation,
    },
};
use evenhand_shared::{
    AssignmentId, FieldError,
    scorecards::{FieldKey, Recommendation, ScorecardPage, Submitted, read_card},
};
use std::rc::Rc;
use web_sys::KeyboardEvent;
use yew::prelude::*;

/// The engine as a property.
#[derive(Clone)]
pub struct Saver(pub Rc<Engine>);

impl PartialEq for Saver {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl yew::html::IntoPropValue<Saver> for Rc<Engine> {
    fn into_prop_value(self) -> Saver {
        Saver(self)
    }
}

/// Properties of [`Review`].
#[derive(Properties, PartialEq)]
pub struct ReviewProps {
    /// The page.
    pub page: Rc<ScorecardPage>,
    /// The draft.
    pub draft: Rc<CardDraft>,
    /// What saves it.
    pub engine: Saver,
    /// How saving stands.
    pub standing: Standing,
    /// Hears the recommendation.
    pub onedit: Callback<(FieldKey, String)>,
    /// Goes back to writing, to a field when one is named.
    pub onback: Callback<Option<FieldKey>>,
    /// Told when the card was submitted.
    pub submitted: Callback<()>,
}

/// The review.
#[component]
pub fn Review(props: &ReviewProps) -> Html {
    let (page, draft) = (&props.page, &props.draft);
    let submitted = props.submitted.clone();
    let submit = use_mutation(
        |(engine, id): (Rc<Engine>, AssignmentId)| async move {
            // What is sealed is what the server has: everything typed must be there first.
            engine.flush().await?;
            api::scorecards::submit(&id).await
        },
        move |_: Submitted| submitted.emit(()),
    );
    let asked = use_state(|| false);
    let chosen = draft.value(&FieldKey::Recommendation).to_owned();
    let (faults, preview) = read(page, draft);
    let (last, rest): (Vec<FieldError>, Vec<FieldError>) =
        faults.into_iter().partition(|fault| fault.pointer == "/fields/recommendation");
    let ready = rest.is_empty() && last.is_empty();
    let seal = {
        let (run, engine, id, asked) =
            (submit.run.clone(), props.engine.0.clone(), page.interview.id.clone(), asked.setter());
        Callback::from(move |_: MouseEvent| {
            asked.set(true);
            if ready {
                run.emit((engine.clone(), id.clone()));
            }
        })
    };
    let back = props.onback.reform(|_: MouseEvent| None);
    let leave = props.onback.clone();
    use_keys(Callback::from(move |event: KeyboardEvent| {
        let asked = event.key() == "Escape";
        if asked {
            leave.emit(None);
        }
        asked
    }));
    let late = submit.failure.as_ref().map(|failure| failure.errors().to_vec()).unwrap_or_default();
    html! {
        <div class="review">
            <header class="review-head">
                <h2 id="review" tabindex="-1">{"Review and submit"}</h2>
                <Button look={Look::Quiet} onclick={back.clone()}>{"Back to writing"}</Button>
            </header>
            if !rest.is_empty() {
                <Missing faults={rest.clone()} ongo={props.onback.reform(Some)} />
            } else if !late.is_empty() {
                <Missing faults={late} ongo={props.onback.reform(Some)} />
            }
            if let Some(content) = preview {
                <section aria-labelledby="sealed-what">
                    <h3 id="sealed-what">{"This will be sealed"}</h3>
                    <Content competencies={page.competencies.clone()} {content} recommendation={false} />
                    <p class="hint">{"Your private notes are not part of it."}</p>
                </section>
            }
            <fieldset class="recommend" aria-describedby="recommend-hint">
                <legend>{"Last: would you hire this person for this job?"}</legend>
                <p class="hint" id="recommend-hint">{"From what you saw yourself. There is no middle on purpose."}</p>
                <div class="recommend-row">
                    {for Recommendation::ALL.into_iter().map(|option| {
                        let on = chosen == option.key();
                        let onchange = props.onedit.reform(move |_: Event| (FieldKey::Recommendation, option.key().to_owned()));
                        html! {
                            <label key={option.key()} class={on.then_some("on")}>
                                <input type="radio" name="recommendation" id={(option == Recommendation::StrongNo).then_some("f-recommendation")} checked={on} {onchange} />
                                <b>{option.words()}</b><span>{meaning(option)}</span>
                            </label>
                        }
                    })}
                </div>
                if *asked && !last.is_empty() { <p class="error" role="alert">{"Choose one of the four."}</p> }
            </fieldset>
            <FailureNote failure={submit.failure.clone()} />
            <p class="muted small">{"Sealing is final. For ten seconds you can take it back; later you can append an amendment with a reason, and the first version stays what counts."}</p>
            if *asked && !rest.is_empty() { <p class="error" role="alert">{"Fill in what is still missing first; it is listed above."}</p> }
            <div class="actions">
                <Button look={Look::Primary} pending={submit.pending} onclick={seal}>{"Seal my scorecard"}</Button>
                <Button onclick={back}>{"Back to writing"}</Button>
                <Saving standing={props.standing.clone()} />
            </div>
        </div>
    }
}

/// What is missing, and what would be sealed: shown as soon as everything but the recommendation is there.
fn read(
    page: &ScorecardPage,
    draft: &CardDraft,
) -> (Vec<FieldError>, Option<evenhand_shared::scorecards::CardContent>) {
    let value = |key: &FieldKey| draft.value(key).to_owned();
    match read_card(&page.competencies, value) {
        Ok(content) => (Vec::new(), Some(content)),
        Err(faults) => {
            let with_any = |key: &FieldKey| match key {
                FieldKey::Recommendation => Recommendation::Yes.key().to_owned(),
                key => draft.value(key).to_owned(),
            };
            (faults, read_card(&page.competencies, with_any).ok())
        }
    }
}

const fn meaning(option: Recommendation) -> &'static str {
    match option {
        Recommendation::StrongNo => "I would argue against.",
        Recommendation::No => "I would not hire.",
        Recommendation::Yes => "I would hire.",
        Recommendation::StrongYes => "I would argue for.",
    }
}
