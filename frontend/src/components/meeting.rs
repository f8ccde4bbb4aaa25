//! When and where an interview is, in the reader's zone and in the one it was agreed in.

use super::time::{When, time_of_day, time_of_day_in, zone};
use evenhand_shared::{scorecards::MyInterview, time::MINUTE};
use yew::prelude::*;

/// Properties of [`MeetingTime`] and [`MeetingPlace`].
#[derive(Properties, PartialEq)]
pub struct MeetingProps {
    /// The interview.
    pub interview: MyInterview,
}

/// `Today 14:00 to 15:00`, and the agreed time where that is another one.
#[component]
pub fn MeetingTime(props: &MeetingProps) -> Html {
    let interview = &props.interview;
    let Some(at) = interview.starts_at else {
        return html! { <span class="faint">{format!("No time yet, {} min", interview.minutes)}</span> };
    };
    let end = at.plus(interview.minutes.saturating_mul(MINUTE));
    let here = zone();
    let agreed =
        interview.zone.as_ref().filter(|agreed| **agreed != here).and_then(|agreed| {
            time_of_day_in(at, agreed).map(|time| format!("{time} in {}", place_of(agreed)))
        });
    html! {
        <>
            <span class="meeting"><When {at} />{" to "}{time_of_day(end)}</span>
            <span class="cell-sub">
                {format!("{} time", place_of(&here))}
                if let Some(agreed) = agreed { {format!("; {agreed}")} }
            </span>
        </>
    }
}

/// `Europe/Berlin` as people say it.
fn place_of(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}

/// The room, or the link to the call.
#[component]
pub fn MeetingPlace(props: &MeetingProps) -> Html {
    let place = props.interview.place.trim();
    if place.is_empty() {
        html! { <span class="faint">{"No place yet"}</span> }
    } else if place.starts_with("https://") {
        html! { <a href={place.to_owned()} target="_blank" rel="noreferrer noopener">{"Join the call"}<span class="visually-hidden">{" (opens in a new tab)"}</span></a> }
    } else {
        html! { {place} }
    }
}
