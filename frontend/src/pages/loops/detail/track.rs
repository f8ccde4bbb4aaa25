//! The loop as one picture: its interviews along a line, everybody's scorecard as a mark, the reveal at the end.

use super::needs::{begun, owes, spent};
use crate::components::time::{When, now, readable};
use evenhand_shared::{
    Timestamp,
    loops::{CardProgress, InterviewDetail, LoopDetail, SlotDetail, SlotKind, SlotState},
    plan::RevealRule,
};
use yew::prelude::*;

/// How a place is drawn. Shape carries the meaning; the hue supports.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Sealed,
    Writing,
    Late,
    Coming,
    Asked,
    Free,
    Withdrawn,
}

impl Mark {
    fn of(slot: &SlotDetail, interview: &InterviewDetail, now: Timestamp) -> Option<Self> {
        Some(match (slot.card, slot.state) {
            (CardProgress::Submitted, _) => Self::Sealed,
            (CardProgress::Withdrawn, _) => Self::Withdrawn,
            (_, SlotState::Declined) => Self::Free,
            _ if !owes(slot) => return None,
            (CardProgress::Overdue, _) => Self::Late,
            _ if begun(interview, now) => Self::Writing,
            (_, SlotState::Assigned) => Self::Asked,
            _ => Self::Coming,
        })
    }

    fn words(self, slot: &SlotDetail) -> String {
        let due = slot.due_at.map(readable);
        match (self, due) {
            (Self::Sealed, _) => "sealed".to_owned(),
            (Self::Writing, Some(due)) => format!("due {due}"),
            (Self::Writing, None) => "due".to_owned(),
            (Self::Late, Some(due)) => format!("late, was due {due}"),
            (Self::Late, None) => "late".to_owned(),
            (Self::Coming, _) => "accepted".to_owned(),
            (Self::Asked, _) => "has not answered".to_owned(),
            (Self::Free, _) => "declined".to_owned(),
            (Self::Withdrawn, _) => "withdrawn".to_owned(),
        }
    }

    fn draw(self) -> Html {
        let (class, inside) = match self {
            Self::Sealed => ("mark-full", html! { <path class="mark-cut" d="M5 8.2l2.2 2.2L11.2 6" /> }),
            Self::Writing => ("mark-ring", html! { <path class="mark-fill" d="M8 2a6 6 0 0 1 0 12z" /> }),
            Self::Late => ("mark-late", html! { <path class="mark-cut" d="M8 4.6v4M8 11.2v.2" /> }),
            Self::Coming => ("mark-ring", html! {}),
            Self::Asked => ("mark-ring mark-open", html! {}),
            Self::Free => ("mark-ring mark-warn", html! { <path class="mark-line" d="M4 12l8-8" /> }),
            Self::Withdrawn => ("mark-ring mark-faint", html! { <path class="mark-line" d="M5 8h6" /> }),
        };
        html! {
            <svg class={classes!("seat-mark", class)} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                <circle cx="8" cy="8" r="6" />{inside}
            </svg>
        }
    }
}

/// Interviews in the order in which they are held; what has no time comes last.
fn in_order(detail: &LoopDetail) -> Vec<&InterviewDetail> {
    let mut all: Vec<&InterviewDetail> =
        detail.interviews.iter().filter(|interview| !interview.cancelled).collect();
    all.sort_by_key(|interview| (interview.starts_at.is_none(), interview.starts_at));
    all
}

/// The picture.
pub fn track(detail: &LoopDetail) -> Html {
    let now = now();
    let all = in_order(detail);
    let next = all.iter().position(|interview| !begun(interview, now));
    html! {
        <ol class="track" aria-label="How far the loop is">
            {for all.iter().enumerate().map(|(n, interview)| station(interview, now, next == Some(n)))}
            {end(detail)}
        </ol>
    }
}

fn station(interview: &InterviewDetail, now: Timestamp, next: bool) -> Html {
    let past = begun(interview, now);
    let seats: Vec<(&SlotDetail, Mark)> = interview
        .panel
        .iter()
        .filter_map(|slot| Mark::of(slot, interview, now).map(|mark| (slot, mark)))
        .collect();
    html! {
        <li key={interview.id.as_str()} class={classes!("station", past.then_some("past"))}>
            <p class="station-when">
                if let Some(at) = interview.starts_at { <When {at} /> } else { {"no time yet"} }
                if next && interview.starts_at.is_some() { <span class="station-next">{"next"}</span> }
            </p>
            <p class="station-name">{&interview.kit_name}</p>
            <ul>
                {for seats.iter().map(|(slot, mark)| html! {
                    <li key={slot.id.as_str()} class={(*mark == Mark::Late).then_some("late")}>
                        {mark.draw()}
                        <span>
                            {&slot.name}
                            <span class="cell-sub">{mark.words(slot)}{aside(slot)}</span>
                        </span>
                    </li>
                })}
                if seats.is_empty() { <li class="faint">{"nobody owes anything here"}</li> }
            </ul>
        </li>
    }
}

const fn aside(slot: &SlotDetail) -> &'static str {
    match slot.kind {
        SlotKind::Shadow => ", shadows",
        SlotKind::ReverseShadow => ", observes",
        SlotKind::Interviewer if slot.required => "",
        SlotKind::Interviewer => ", optional",
    }
}

/// The reveal.
fn end(detail: &LoopDetail) -> Html {
    let progress = detail.row.progress;
    let open = detail.release.as_ref();
    let left = progress.required.saturating_sub(progress.submitted);
    let stuck =
        detail.interviews.iter().any(|interview| !interview.cancelled && interview.panel.iter().any(spent));
    let words = match (open, left, detail.reveal) {
        (None, ..) if stuck => "not by itself: a required scorecard was withdrawn".to_owned(),
        (Some(_), ..) => "everybody without an open scorecard can read them".to_owned(),
        (None, 0, _) => "all required scorecards are in".to_owned(),
        (None, 1, RevealRule::PanelComplete) => "when 1 more scorecard is in".to_owned(),
        (None, left, RevealRule::PanelComplete) => format!("when {left} more scorecards are in"),
        (None, left, _) => format!("{left} of {} still to come", progress.required),
    };
    html! {
        <li class={classes!("station", "end", open.is_some().then_some("past"))}>
            <p class="station-when">if let Some(release) = open { <When at={release.at} /> } else { {format!("{} of {} in", progress.submitted, progress.required)} }</p>
            <p class="station-name">
                <svg class="seal-mark" viewBox="0 0 16 16" width="14" height="14" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true">
                    <rect x="3" y="7" width="10" height="6.5" rx="1.5" />
                    <path d={if open.is_some() { "M5 7V5a3 3 0 0 1 5.6-1.5" } else { "M5 7V5a3 3 0 0 1 6 0v2" }} />
                </svg>
                {if open.is_some() { "Revealed" } else { "Sealed" }}
            </p>
            <p class="cell-sub">{words}</p>
        </li>
    }
}
