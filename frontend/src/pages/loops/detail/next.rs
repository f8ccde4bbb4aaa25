//! What to do next, in words, with the acts that do it.

use super::{
    acts::Act,
    decide::Decide,
    needs::{Need, begun, needs},
    nudge::{Nudge, nudge_words},
};
use crate::components::{
    button::{Button, Look},
    time::{When, day, now, readable},
};
use evenhand_shared::{
    Timestamp,
    loops::{InterviewDetail, LoopDetail, SlotDetail},
};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Next`].
#[derive(Properties, PartialEq)]
pub struct NextProps {
    /// The loop.
    pub detail: Rc<LoopDetail>,
    /// Opens an act's dialog.
    pub onact: Callback<Act>,
    /// Told after something was done in place.
    pub changed: Callback<()>,
}

/// The section.
#[component]
pub fn Next(props: &NextProps) -> Html {
    let detail = &props.detail;
    let now = now();
    let all = needs(detail, now);
    html! {
        <section class="stack" aria-labelledby="next">
            <h2 id="next">{"What to do next"}{" "}if !all.is_empty() { <span class="faint">{all.len()}</span> }</h2>
            if all.is_empty() {
                <p class="muted">{calm(detail, now)}</p>
            } else {
                <ol class="matters">{for all.iter().enumerate().map(|(n, need)| line(n, need, props))}</ol>
            }
        </section>
    }
}

/// What comes by itself.
fn calm(detail: &LoopDetail, now: Timestamp) -> String {
    if detail.release.is_some() {
        return "Nothing: the loop is revealed, and no scorecard is owed.".to_owned();
    }
    let next = detail
        .interviews
        .iter()
        .filter(|interview| !interview.cancelled && !begun(interview, now))
        .filter_map(|interview| interview.starts_at.map(|at| (at, interview)))
        .min_by_key(|(at, _)| *at);
    match next {
        Some((at, interview)) => {
            format!("Nothing now. Everybody has answered; {} is next, {}.", interview.kit_name, readable(at))
        }
        None => "Nothing now.".to_owned(),
    }
}

struct Words {
    what: String,
    below: Html,
    warn: bool,
}

fn words(need: &Need, detail: &LoopDetail) -> Words {
    let plain = |what: String, below: Html| Words { what, below, warn: false };
    match need {
        Need::Complete if detail.may.open => plain(
            "All required scorecards are in".to_owned(),
            html! { "Open the debrief, and everybody without an open scorecard can read them." },
        ),
        Need::Complete => plain(
            "All required scorecards are in".to_owned(),
            html! { "The hiring manager of this job opens the debrief." },
        ),
        Need::Time(request) => plain(
            match request.until {
                Some(until) => format!("{} asks for time until {}", request.who, readable(until)),
                None => format!("{} asks for more time", request.who),
            },
            html! { <>{"asked "}<When at={request.at} /></> },
        ),
        Need::Late(slot, interview) => Words {
            what: format!("{}’s scorecard for {} is late", slot.name, interview.kit_name),
            below: html! { <>if let Some(due) = slot.due_at { {"was due "}<When at={due} />{nudge_words(slot).map(|words| format!(" · {words}"))} }</> },
            warn: true,
        },
        Need::Free { slot, interview, knows } => Words {
            what: if *knows {
                format!("{} knows the candidate: {} needs somebody else", slot.name, interview.kit_name)
            } else {
                format!("{} declined: {} needs somebody else", slot.name, interview.kit_name)
            },
            below: starts(interview),
            warn: true,
        },
        Need::Empty(interview) => Words {
            what: format!("Nobody holds {}", interview.kit_name),
            below: starts(interview),
            warn: true,
        },
        Need::Withdrawn(slot, interview) => plain(
            format!("{} withdrew the scorecard for {}", slot.name, interview.kit_name),
            html! { {if detail.may.open {
                "The panel cannot become complete by itself: open the debrief, and say why."
            } else {
                "The panel cannot become complete by itself: the hiring manager opens the debrief, and says why."
            }} },
        ),
        Need::NoTime(interview) => {
            plain(format!("{} has no time yet", interview.kit_name), html! { {panel(interview)} })
        }
        Need::Silent(slot, interview) => plain(
            format!(
                "{} has not said yes or no to {} since {}",
                slot.name,
                interview.kit_name,
                day(slot.asked_at).replace("Today", "today").replace("Yesterday", "yesterday")
            ),
            starts(interview),
        ),
        Need::Swap(request) => plain(
            format!(
                "{} asked {} to take over and waits for an answer",
                request.who,
                request.colleague.as_deref().unwrap_or("a colleague")
            ),
            html! { <>{"asked "}<When at={request.at} /></> },
        ),
        Need::Due(slot, interview) => plain(
            format!("{} is writing the scorecard for {}", slot.name, interview.kit_name),
            html! { <>if let Some(due) = slot.due_at { {"due "}<When at={due} />{nudge_words(slot).map(|words| format!(" · {words}"))} }</> },
        ),
    }
}

fn starts(interview: &InterviewDetail) -> Html {
    html! { <>if let Some(at) = interview.starts_at { {"begins "}<When {at} /> } else { {"no time yet"} }</> }
}

fn panel(interview: &InterviewDetail) -> String {
    let names: Vec<&str> =
        interview.panel.iter().filter(|slot| slot.state.stands()).map(|slot| slot.name.as_str()).collect();
    format!("with {}", names.join(", "))
}

fn line(n: usize, need: &Need, props: &NextProps) -> Html {
    let Words { what, below, warn } = words(need, &props.detail);
    html! {
        <li key={n} class={warn.then_some("pressing")}>
            <div><span class="matter-what">{what}</span><span class="cell-sub">{below}</span></div>
            <div class="actions">{verbs(need, props)}</div>
        </li>
    }
}

fn verbs(need: &Need, props: &NextProps) -> Html {
    let may = props.detail.may;
    let button = |words: &'static str, label: String, act: Act| {
        let onclick = props.onact.reform(move |_: MouseEvent| act.clone());
        html! { <Button {label} {onclick}>{words}</Button> }
    };
    let replace = |slot: &SlotDetail, words: &'static str| {
        button(words, format!("{words}: {}", slot.name), Act::Replace(slot.clone()))
    };
    let nudge = |slot: &SlotDetail| html! { <Nudge slot={slot.clone()} changed={props.changed.clone()} /> };
    match need {
        Need::Complete | Need::Withdrawn(..) => html! {
            if may.open {
                <Button look={if *need == Need::Complete { Look::Primary } else { Look::Plain }} onclick={props.onact.reform(|_| Act::Open)}>{"Open the debrief"}</Button>
            }
        },
        _ if !may.manage => html! {},
        Need::Time(request) => {
            html! { <Decide request={request.clone()} changed={props.changed.clone()} /> }
        }
        Need::Late(slot, _) | Need::Due(slot, _) => {
            html! { <>{nudge(slot)}{replace(slot, "Replace")}</> }
        }
        Need::Free { slot, .. } => replace(slot, "Find somebody else"),
        Need::Silent(slot, _) => replace(slot, "Replace"),
        Need::Empty(interview) => button(
            "Add a panelist",
            format!("Add a panelist: {}", interview.kit_name),
            Act::AddPanelist(interview.clone()),
        ),
        Need::NoTime(interview) => button(
            "Set a time",
            format!("Set a time: {}", interview.kit_name),
            Act::Schedule(interview.clone()),
        ),
        Need::Swap(_) => html! {},
    }
}
