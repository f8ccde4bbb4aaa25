//! Times as people read them, in the reader's zone; exact on hover.

use evenhand_shared::Timestamp;
use js_sys::{Date, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use yew::prelude::*;

/// The language of the pages, and so of their dates.
const LANGUAGE: &str = "en-GB";

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

/// The time of day in words.
pub fn time_of_day(at: Timestamp) -> String {
    clock(&date(at))
}

/// The time of day in another IANA zone; absent when the browser does not know that zone.
pub fn time_of_day_in(at: Timestamp, zone: &str) -> Option<String> {
    let options = Object::new();
    for (name, value) in [("hour", "2-digit"), ("minute", "2-digit"), ("timeZone", zone)] {
        Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(value)).ok()?;
    }
    let date = date(at);
    // Called by name, because an unknown zone is an exception.
    let write = Reflect::get(date.as_ref(), &JsValue::from_str("toLocaleString")).ok()?;
    let write: js_sys::Function = write.dyn_into().ok()?;
    write.call2(date.as_ref(), &JsValue::from_str(LANGUAGE), &options).ok()?.as_string()
}

/// Whether the instant falls on today, in the reader's zone.
pub fn is_today(at: Timestamp) -> bool {
    date(at).to_date_string() == Date::new_0().to_date_string()
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

/// The reader's IANA zone.
pub fn zone() -> String {
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
    from_date(&Date::new(&JsValue::from_str(text)))
}

/// Writes a `datetime-local` value in the reader's zone.
pub fn to_local(at: Timestamp) -> String {
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

fn day_words(date: &Date) -> String {
    let today = Date::new_0();
    let shifted = |days: i32| {
        let day = Date::new_0();
        let of_month = i32::try_from(today.get_date()).unwrap_or(1).saturating_add(days);
        day.set_date(u32::try_from(of_month).unwrap_or(0));
        day.to_date_string()
    };
    let text = date.to_date_string();
    if text == shifted(0) {
        "Today".to_owned()
    } else if text == shifted(1) {
        "Tomorrow".to_owned()
    } else if text == shifted(-1) {
        "Yesterday".to_owned()
    } else if date.get_full_year() == today.get_full_year() {
        words(date, &[("weekday", "short"), ("day", "numeric"), ("month", "short")])
    } else {
        words(date, &[("day", "numeric"), ("month", "short"), ("year", "numeric")])
    }
}

fn words(date: &Date, parts: &[(&str, &str)]) -> String {
    let options = Object::new();
    for (name, value) in parts {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    String::from(date.to_locale_string(LANGUAGE, &options))
}
