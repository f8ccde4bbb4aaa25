//! Times as people read them, in the reader's zone; exact on hover.

use crate::state::look;
use evenhand_shared::{
    Timestamp,
    time::{DAY, MINUTE},
};
use js_sys::{Date, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use yew::prelude::*;

/// A language in whose dates the numbers stand as in a `datetime-local` field, but for a blank.
const MACHINE: &str = "sv-SE";

/// Properties of [`When`].
#[derive(Properties, PartialEq)]
pub struct WhenProps {
    /// The instant.
    pub at: Timestamp,
}

/// `Today 14:00`, `Tue 24 Nov, 16:20`; the whole of it on hover.
#[component]
pub fn When(props: &WhenProps) -> Html {
    html! {
        <time datetime={props.at.to_rfc3339()} title={exact(props.at)}>{readable(props.at)}</time>
    }
}

/// The browser's clock.
pub fn now() -> Timestamp {
    from_date(&Date::new_0()).unwrap_or(Timestamp(0))
}

/// The instant in words, short.
pub fn readable(at: Timestamp) -> String {
    let date = date(at);
    format!("{} {}", day_words(&date), clock(&date))
}

/// The day in words: `Today`, `Tue 24 Nov`.
pub fn day(at: Timestamp) -> String {
    day_words(&date(at))
}

/// The time of day in words.
pub fn time_of_day(at: Timestamp) -> String {
    clock(&date(at))
}

/// The time of day in another IANA zone; absent when the browser does not know that zone.
pub fn time_of_day_in(at: Timestamp, zone: &str) -> Option<String> {
    written(&date(at), look::language(), &[("hour", "2-digit"), ("minute", "2-digit"), ("timeZone", zone)])
}

/// Whether the browser knows an IANA zone.
pub fn knows_zone(zone: &str) -> bool {
    time_of_day_in(now(), zone).is_some()
}

/// Day (`YYYY-MM-DD`) and minutes after midnight in another IANA zone; absent when the browser does not know that zone.
pub fn local_in(at: Timestamp, zone: &str) -> Option<(String, i64)> {
    let parts = [
        ("year", "numeric"),
        ("month", "2-digit"),
        ("day", "2-digit"),
        ("hour", "2-digit"),
        ("minute", "2-digit"),
        ("hourCycle", "h23"),
        ("timeZone", zone),
    ];
    let text = written(&date(at), "sv-SE", &parts)?;
    // Swedish writes days as computers do: `2030-01-07 09:00`.
    let (day, clock) = text.split_once(' ')?;
    let (hour, minute) = clock.split_once(':')?;
    let minutes = hour.parse::<i64>().ok()?.saturating_mul(60).saturating_add(minute.parse::<i64>().ok()?);
    Some((day.to_owned(), minutes))
}

/// Whether the instant falls on today, in the reader's zone.
pub fn is_today(at: Timestamp) -> bool {
    day_key(at) == day_key(now())
}

/// The instant in full, with the zone.
pub fn exact(at: Timestamp) -> String {
    words(
        &date(at),
        &[
            ("weekday", "long"),
            ("day", "numeric"),
            ("month", "long"),
            ("year", "numeric"),
            ("hour", "2-digit"),
            ("minute", "2-digit"),
            ("second", "2-digit"),
            ("timeZoneName", "short"),
        ],
    )
}

/// The reader's IANA zone: the one chosen in the settings, or the browser's.
pub fn zone() -> String {
    look::zone().unwrap_or_else(browser_zone)
}

/// The browser's IANA zone.
pub fn browser_zone() -> String {
    let format = js_sys::Intl::DateTimeFormat::new(&js_sys::Array::new(), &Object::new());
    Reflect::get(format.resolved_options().as_ref(), &JsValue::from_str("timeZone"))
        .ok()
        .and_then(|zone| zone.as_string())
        .unwrap_or_else(|| "UTC".to_owned())
}

/// Reads a `datetime-local` value in the reader's zone.
pub fn from_local(text: &str) -> Option<Timestamp> {
    if text.is_empty() {
        return None;
    }
    let Some(zone) = look::zone() else { return from_date(&Date::new(&JsValue::from_str(text))) };
    // What that zone's clocks show is compared with what was written; twice, because the first guess may be across a change of clocks.
    let wanted = from_date(&Date::new(&JsValue::from_str(&format!("{text}Z"))))?;
    let mut guess = wanted;
    for _ in 0..2 {
        let shown = from_date(&Date::new(&JsValue::from_str(&format!("{}Z", machine(guess, &zone)))))?;
        guess = guess.plus(wanted.since(shown).div_euclid(MINUTE).saturating_mul(MINUTE));
    }
    Some(guess)
}

/// Writes a `datetime-local` value in the reader's zone.
pub fn to_local(at: Timestamp) -> String {
    if let Some(zone) = look::zone() {
        return machine(at, &zone);
    }
    let date = date(at);
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}",
        date.get_full_year(),
        date.get_month().saturating_add(1),
        date.get_date(),
        date.get_hours(),
        date.get_minutes()
    )
}

fn date(at: Timestamp) -> Date {
    Date::new(&JsValue::from_str(&at.to_rfc3339()))
}

fn from_date(date: &Date) -> Option<Timestamp> {
    if date.get_time().is_nan() {
        return None;
    }
    Timestamp::parse(&String::from(date.to_iso_string()))
}

fn clock(date: &Date) -> String {
    words(date, &[("hour", "2-digit"), ("minute", "2-digit")])
}

/// `2030-01-07T10:00` as the clocks of a zone show it.
fn machine(at: Timestamp, zone: &str) -> String {
    let parts = [
        ("year", "numeric"),
        ("month", "2-digit"),
        ("day", "2-digit"),
        ("hour", "2-digit"),
        ("minute", "2-digit"),
        ("timeZone", zone),
    ];
    written(&date(at), MACHINE, &parts).unwrap_or_default().replace(' ', "T")
}

/// The day of an instant in the reader's zone, for comparing.
fn day_key(at: Timestamp) -> String {
    match look::zone() {
        Some(zone) => machine(at, &zone).chars().take(10).collect(),
        None => String::from(date(at).to_date_string()),
    }
}

fn day_words(date: &Date) -> String {
    let (at, today) = (from_date(date).unwrap_or(Timestamp(0)), now());
    let text = day_key(at);
    if text == day_key(today) {
        "Today".to_owned()
    } else if text == day_key(today.plus(DAY)) {
        "Tomorrow".to_owned()
    } else if text == day_key(today.plus(-DAY)) {
        "Yesterday".to_owned()
    } else if date.get_full_year() == Date::new_0().get_full_year() {
        words(date, &[("weekday", "short"), ("day", "numeric"), ("month", "short")])
    } else {
        words(date, &[("day", "numeric"), ("month", "short"), ("year", "numeric")])
    }
}

/// In the reader's language and zone.
fn words(date: &Date, parts: &[(&str, &str)]) -> String {
    let mut parts = parts.to_vec();
    let zone = look::zone();
    if let Some(zone) = &zone {
        parts.push(("timeZone", zone));
    }
    written(date, look::language(), &parts).unwrap_or_default()
}

/// Called by name, because an unknown zone is an exception.
fn written(date: &Date, language: &str, parts: &[(&str, &str)]) -> Option<String> {
    let options = Object::new();
    for (name, value) in parts {
        Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(value)).ok()?;
    }
    let write = Reflect::get(date.as_ref(), &JsValue::from_str("toLocaleString")).ok()?;
    let write: js_sys::Function = write.dyn_into().ok()?;
    write.call2(date.as_ref(), &JsValue::from_str(language), &options).ok()?.as_string()
}
