//! The card while it is written: competencies in a column or one at a time, notes, and the foot that stays in sight.

use super::{
    competency::{CompetencyBlock, Said, control_id, focus_id},
    foot::Foot,
    keys::{Command, command},
    notes::Notes,
    review::Review,
    steps::{done, keys_of, step},
    unblind::Unblind,
};
use crate::{
    components::{
        button::{Button, Look},
        menu::Menu,
    },
    hooks::{
        autosave::{Autosave, CardDraft, use_autosave},
        focus_now, focus_soon, use_keys,
    },
    state::kept,
};
use evenhand_shared::{
    plan::Competency,
    scorecards::{FieldKey, ScorecardPage, has_evidence, level_of},
};
use std::rc::Rc;
use web_sys::KeyboardEvent;
use yew::prelude::*;

/// Properties of [`Writing`].
#[derive(Properties, PartialEq)]
pub struct WritingProps {
    /// The page.
    pub page: Rc<ScorecardPage>,
    /// Asks for it again.
    pub refetch: Callback<()>,
    /// Told when the card was submitted.
    pub submitted: Callback<()>,
}

/// Where the choice between all and one is remembered.
const ONE: &str = "evenhand.card.one";

/// The card.
#[component]
pub fn Writing(props: &WritingProps) -> Html {
    let page = &props.page;
    let save = use_autosave(page, props.refetch.clone());
    let active = use_state(|| None::<usize>);
    let one = use_state(|| remembered(ONE));
    let reviewing = use_state(|| false);
    let unblinding = use_state(|| false);
    let steps = page.competencies.len().saturating_add(1);

    let go = {
        let (active, page, one) = (active.setter(), page.clone(), *one);
        Callback::from(move |(to, in_text): (usize, bool)| {
            active.set(Some(to));
            let Some(competency) = page.competencies.get(to) else {
                return focus_soon(control_id(&FieldKey::Takeaways));
            };
            focus_soon(if in_text || one {
                control_id(&FieldKey::Evidence(competency.key.clone()))
            } else {
                format!("c-{}-block", competency.key)
            });
        })
    };
    let review = {
        let reviewing = reviewing.setter();
        Callback::from(move |()| {
            reviewing.set(true);
            focus_soon("review");
        })
    };
    let back = {
        let (reviewing, active, page) = (reviewing.setter(), active.setter(), page.clone());
        let draft = save.draft.clone();
        Callback::from(move |to: Option<FieldKey>| {
            reviewing.set(false);
            let Some(field) = to else { return focus_soon("review-open") };
            active.set(place(&page.competencies, &field));
            focus_soon(focus_id(&field, |key| draft.value(key).to_owned()));
        })
    };
    let run = {
        let (page, save, go, review) = (page.clone(), save.clone(), go.clone(), review.clone());
        let (current, one) = (*active, *one);
        move |asked: Command, in_text: bool| {
            act(
                asked,
                in_text,
                &page,
                &save,
                if one { Some(current.unwrap_or(0)) } else { current },
                &go,
                &review,
            );
        }
    };
    let in_text = {
        let run = run.clone();
        // The newest closure behind one callback, so that the fields are not drawn again at every key.
        let latest = use_mut_ref(|| None::<Rc<dyn Fn(Command, bool)>>);
        *latest.borrow_mut() = Some(Rc::new(run));
        use_callback((), move |event: KeyboardEvent, ()| {
            let Some(asked) = command(&event, true) else { return false };
            let run = latest.borrow().clone();
            if let Some(run) = run {
                run(asked, true);
            }
            true
        })
    };
    let writes = !*reviewing;
    use_keys(Callback::from(move |event: KeyboardEvent| {
        let Some(asked) = command(&event, false).filter(|_| writes) else { return false };
        run(asked, false);
        true
    }));
    let onactive = {
        let active = active.setter();
        use_callback((), move |at: usize, ()| active.set(Some(at)))
    };
    let toggle = {
        let (one, now) = (one.setter(), !*one);
        Callback::from(move |_: MouseEvent| {
            remember(ONE, now);
            one.set(now);
        })
    };
    let draft = &save.draft;
    if *reviewing {
        return html! {
            <Review page={page.clone()} draft={draft.clone()} engine={save.engine()} standing={save.standing.clone()} onedit={save.edit.clone()}
                onback={back} submitted={props.submitted.clone()} />
        };
    }
    let at = active.unwrap_or(0);
    let shown = |n: usize| !*one || n == at;
    html! {
        <>
            <div class="card-head">
                <nav aria-label="Competencies"><ol class="steps">
                    {for page.competencies.iter().enumerate().map(|(n, competency)| step(n, competency, draft, *active == Some(n), &go))}
                </ol></nav>
                <Button look={Look::Quiet} onclick={toggle}>{if *one { "Show all" } else { "One at a time" }}</Button>
            </div>
            {for page.competencies.iter().enumerate().filter(|(n, _)| shown(*n)).map(|(n, competency)| html! {
                <CompetencyBlock key={competency.key.as_str()} competency={competency.clone()} at={n} of={page.competencies.len()}
                    said={said(draft, &competency.key)} onedit={save.edit.clone()} onsettle={save.settle.clone()}
                    onkey={in_text.clone()} onactive={onactive.clone()} stamps={true} />
            })}
            if shown(page.competencies.len()) {
                <Notes takeaways={text(draft, &FieldKey::Takeaways)} private_notes={text(draft, &FieldKey::PrivateNotes)} onedit={save.edit.clone()}
                    onkey={in_text.clone()} faults={(fault(draft, &FieldKey::Takeaways), fault(draft, &FieldKey::PrivateNotes))} />
            }
            if *one {
                <div class="actions">
                    if at > 0 { <Button onclick={go.reform(move |_| (at.saturating_sub(1), true))}>{"Previous"}</Button> }
                    if at.saturating_add(1) < steps { <Button onclick={go.reform(move |_| (at.saturating_add(1), true))}>{"Next"}</Button> }
                </div>
            }
            <Foot standing={save.standing.clone()} done={done(&page.competencies, draft)} of={page.competencies.len()}>
                <Menu label="More">
                    <Button onclick={ let open = unblinding.setter(); Callback::from(move |_: MouseEvent| open.set(true)) }>{"Unblind me…"}</Button>
                </Menu>
                <button type="button" id="review-open" class="button primary" onclick={review.reform(|_: MouseEvent| ())}>{"Review and submit"}</button>
            </Foot>
            if *unblinding {
                <Unblind id={page.interview.id.clone()} onclose={ let open = unblinding.setter(); Callback::from(move |()| open.set(false)) }
                    done={props.refetch.clone()} />
            }
        </>
    }
}

fn act(
    asked: Command,
    in_text: bool,
    page: &ScorecardPage,
    save: &Autosave,
    current: Option<usize>,
    go: &Callback<(usize, bool)>,
    review: &Callback<()>,
) {
    let competency = current.and_then(|at| page.competencies.get(at));
    match asked {
        Command::Next => {
            let next = current.map_or(0, |at| at.saturating_add(1)).min(page.competencies.len());
            go.emit((next, in_text));
        }
        Command::Previous => go.emit((current.unwrap_or(0).saturating_sub(1), in_text)),
        Command::Evidence => go.emit((current.unwrap_or(0), true)),
        Command::Review => review.emit(()),
        Command::Leave => match competency {
            Some(competency) => focus_now(&format!("c-{}-block", competency.key)),
            None => focus_now("review-open"),
        },
        Command::Rate(level) => {
            let Some(competency) = competency else { return };
            let evidence = FieldKey::Evidence(competency.key.clone());
            let digit = level.to_string();
            if level_of(&digit, competency.rubric.anchors.len()).is_none() {
            } else if has_evidence(save.engine().draft().value(&evidence)) {
                save.edit.emit((FieldKey::Rating(competency.key.clone()), digit));
            } else {
                // Locked: the way to open it is to write.
                focus_soon(control_id(&evidence));
            }
        }
        Command::NotAssessed => {
            let Some(competency) = competency else { return };
            save.edit.emit((FieldKey::Rating(competency.key.clone()), "na".to_owned()));
            focus_soon(control_id(&FieldKey::Reason(competency.key.clone())));
        }
    }
}

fn text(draft: &CardDraft, key: &FieldKey) -> AttrValue {
    draft.value(key).to_owned().into()
}

fn fault(draft: &CardDraft, key: &FieldKey) -> Option<AttrValue> {
    draft.entry(key).and_then(|entry| entry.fault.clone()).map(AttrValue::from)
}

/// What the draft says about a competency.
fn said(draft: &CardDraft, competency: &str) -> Said {
    let (evidence, rating, reason) = keys_of(competency);
    Said {
        other: draft.entry(&rating).and_then(|entry| entry.other.clone()).map(AttrValue::from),
        evidence_fault: fault(draft, &evidence),
        rating_fault: fault(draft, &rating),
        reason_fault: fault(draft, &reason),
        evidence: text(draft, &evidence),
        rating: text(draft, &rating),
        reason: text(draft, &reason),
    }
}

fn place(competencies: &[Competency], field: &FieldKey) -> Option<usize> {
    match field {
        FieldKey::Evidence(key) | FieldKey::Rating(key) | FieldKey::Reason(key) => {
            competencies.iter().position(|competency| competency.key == *key)
        }
        _ => Some(competencies.len()),
    }
}

fn remembered(name: &str) -> bool {
    kept::find(name).is_some()
}

fn remember(name: &str, on: bool) {
    kept::keep(name, on.then_some("1"));
}
