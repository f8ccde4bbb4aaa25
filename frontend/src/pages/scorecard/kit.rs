//! The kit: who, what for, when, and the questions one by one.

use super::{clock::Clock, file::ShownFileLine};
use crate::{
    api,
    components::{
        button::Button,
        meeting::{MeetingPlace, MeetingTime},
        notice::FailureNote,
    },
    hooks::use_mutation,
};
use evenhand_shared::{
    AssignmentId,
    loops::{SlotKind, SlotState},
    plan::Question,
    scorecards::{CardState, ScorecardPage},
};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`KitColumn`].
#[derive(Properties, PartialEq)]
pub struct KitColumnProps {
    /// The page.
    pub page: Rc<ScorecardPage>,
    /// Asks for it again.
    pub refetch: Callback<()>,
}

/// The column.
#[component]
pub fn KitColumn(props: &KitColumnProps) -> Html {
    let page = &props.page;
    let minute = use_state(|| None::<i64>);
    let onminute = {
        let minute = minute.setter();
        use_callback((), move |now: Option<i64>, ()| minute.set(now))
    };
    let open = page.interview.card == CardState::Draft;
    let current = minute.and_then(|minute| planned_now(&page.kit.questions, minute));
    html! {
        <>
            {facts(page)}
            if open && page.interview.slot == SlotState::Assigned {
                <Acceptance id={page.interview.id.clone()} accepted={props.refetch.clone()} />
            }
            if open { <Clock card={page.interview.id.clone()} minutes={page.kit.minutes} {onminute} /> }
            if !page.brief.trim().is_empty() {
                <section aria-labelledby="kit-brief"><h2 id="kit-brief">{"Brief"}</h2><p class="text">{&page.brief}</p></section>
            }
            if !page.kit.instructions.trim().is_empty() {
                <section aria-labelledby="kit-instructions"><h2 id="kit-instructions">{"Before you begin"}</h2><p class="text">{&page.kit.instructions}</p></section>
            }
            if !page.answers.is_empty() {
                <section aria-labelledby="kit-answers">
                    <h2 id="kit-answers">{"What the candidate wrote"}</h2>
                    {for page.answers.iter().map(|(heading, text)| html! {
                        <details class="answer" key={heading.as_str()}><summary>{heading_words(heading)}</summary><p class="text">{text}</p></details>
                    })}
                </section>
            }
            if !page.files.is_empty() {
                <section aria-labelledby="kit-files">
                    <h2 id="kit-files">{"Files of the candidate"}</h2>
                    {for page.files.iter().map(|file| html! { <ShownFileLine key={file.id.as_str()} file={file.clone()} /> })}
                </section>
            }
            <section aria-labelledby="kit-questions">
                <h2 id="kit-questions">{"Questions"}</h2>
                if page.kit.questions.is_empty() { <p class="muted">{"This kit has no planned questions."}</p> }
                <ol class="kit-questions">
                    {for page.kit.questions.iter().enumerate().map(|(n, question)| html! {
                        <li key={n} class={(current == Some(n)).then_some("now")}>
                            <p>{&question.text}</p>
                            if !question.follow_ups.is_empty() {
                                <ul>{for question.follow_ups.iter().map(|follow_up| html! { <li key={follow_up.as_str()}>{follow_up}</li> })}</ul>
                            }
                            <p class="small faint">
                                {format!("{} · {} min", competency_name(page, &question.competency), question.minutes)}
                                if current == Some(n) { <strong>{" · about now by plan"}</strong> }
                            </p>
                        </li>
                    })}
                </ol>
            </section>
        </>
    }
}

fn facts(page: &ScorecardPage) -> Html {
    let interview = &page.interview;
    let part = match interview.kind {
        SlotKind::Interviewer => None,
        SlotKind::Shadow => Some("You shadow: your scorecard is for learning and is never counted"),
        SlotKind::ReverseShadow => {
            Some("You observe someone who leads for the first time; your scorecard counts")
        }
    };
    html! {
        <dl class="facts">
            <dt>{"Candidate"}</dt><dd>{&interview.candidate_name}</dd>
            <dt>{"For"}</dt><dd>{&interview.job}</dd>
            <dt>{"When"}</dt><dd><MeetingTime interview={interview.clone()} /></dd>
            <dt>{"Where"}</dt><dd><MeetingPlace interview={interview.clone()} /></dd>
            <dt>{"You rate"}</dt><dd>{format!("{}, plan version {}", count(page.competencies.len(), "competency", "competencies"), page.plan_number)}</dd>
            if !page.stage.is_empty() { <dt>{"Stage"}</dt><dd>{&page.stage}</dd> }
            if page.planned_kits.len() > 1 { <dt>{"All planned"}</dt><dd>{page.planned_kits.join(", ")}</dd> }
            if let Some(part) = part { <dt>{"Your part"}</dt><dd>{part}</dd> }
        </dl>
    }
}

/// A count with its noun.
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

fn competency_name<'a>(page: &'a ScorecardPage, key: &'a str) -> &'a str {
    page.competencies.iter().find(|c| c.key == key).map_or(key, |c| c.name.as_str())
}

/// `why-this-role` as a heading.
fn heading_words(key: &str) -> String {
    if key.eq_ignore_ascii_case("cv") {
        return "CV".to_owned();
    }
    let words = key.replace(['-', '_'], " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The question that the plan has for this minute.
fn planned_now(questions: &[Question], minute: i64) -> Option<usize> {
    let mut end = 0_i64;
    questions.iter().position(|question| {
        end = end.saturating_add(question.minutes);
        minute < end
    })
}

#[derive(Properties, PartialEq)]
struct AcceptanceProps {
    id: AssignmentId,
    accepted: Callback<()>,
}

/// The place waits for a yes; a no is said in the list.
#[component]
fn Acceptance(props: &AcceptanceProps) -> Html {
    let accepted = props.accepted.clone();
    let accept = use_mutation(
        |id: AssignmentId| async move { api::interviews::accept(&id).await },
        move |_| accepted.emit(()),
    );
    let onclick = {
        let (run, id) = (accept.run.clone(), props.id.clone());
        Callback::from(move |_: MouseEvent| run.emit(id.clone()))
    };
    html! {
        <div class="note">
            <p>{"You have not said yet whether you can hold this interview."}</p>
            <FailureNote failure={accept.failure.clone()} />
            <div class="actions"><Button pending={accept.pending} {onclick}>{"Accept the interview"}</Button></div>
        </div>
    }
}
