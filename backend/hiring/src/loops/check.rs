//! Checks of a loop to start and of an interview to add.

use evenhand_shared::{
    FieldError, Timestamp,
    loops::{NewInterview, NewLoop, NewSlot, SlotKind},
    plan::Plan,
};
use std::collections::BTreeMap;

/// Most characters of a loop's brief.
pub const BRIEF_MAX: usize = 4_000;
/// Most characters of a place.
pub const PLACE_MAX: usize = 200;
/// Most interviews of one loop.
pub const INTERVIEWS_MAX: usize = 20;
/// Most people on one interview.
pub const PANEL_MAX: usize = 12;

/// Checks a loop before it starts; every fault is reported, with a pointer into the request.
#[must_use]
pub fn check_new_loop(plan: &Plan, new: &NewLoop) -> Vec<FieldError> {
    let mut faults = Vec::new();
    if new.brief.chars().count() > BRIEF_MAX {
        faults.push(FieldError::new("/brief", "too_long", "Keep the brief under 4,000 characters."));
    }
    if new.interviews.is_empty() {
        faults.push(FieldError::new("/interviews", "required", "Plan at least one interview."));
        return faults;
    }
    if new.interviews.len() > INTERVIEWS_MAX {
        faults.push(FieldError::new("/interviews", "too_many", "A loop holds at most 20 interviews."));
    }
    for (index, interview) in new.interviews.iter().enumerate() {
        interview_faults(plan, interview, &format!("/interviews/{index}"), &mut faults);
    }
    let anyone_required = new.interviews.iter().flat_map(|interview| &interview.panel).any(is_required);
    if !anyone_required {
        faults.push(FieldError::new(
            "/interviews",
            "nobody_required",
            "Put at least one person on the panel whose scorecard is required.",
        ));
    }
    faults
}

/// Checks an interview that is added to a running loop; `existing` interviews count towards the limit.
#[must_use]
pub fn check_new_interview(plan: &Plan, new: &NewInterview, existing: usize) -> Vec<FieldError> {
    let mut faults = Vec::new();
    if existing >= INTERVIEWS_MAX {
        faults.push(FieldError::new("", "too_many", "A loop holds at most 20 interviews."));
    }
    interview_faults(plan, new, "", &mut faults);
    faults
}

/// Checks a place's length.
pub fn check_place(pointer: &str, place: &str, faults: &mut Vec<FieldError>) {
    if place.chars().count() > PLACE_MAX {
        faults.push(FieldError::new(pointer, "too_long", "Keep the place under 200 characters."));
    }
}

/// A time needs the zone in which it was agreed, so that nobody has to guess it later.
pub fn check_time(
    pointer: &str,
    starts_at: Option<Timestamp>,
    zone: Option<&str>,
    faults: &mut Vec<FieldError>,
) {
    if starts_at.is_some() && zone.is_none_or(|zone| zone.trim().is_empty()) {
        faults.push(FieldError::new(
            pointer,
            "required",
            "Say in which time zone the start was agreed, such as Europe/Berlin.",
        ));
    }
}

fn is_required(slot: &NewSlot) -> bool {
    slot.required && slot.kind != SlotKind::Shadow
}

fn interview_faults(plan: &Plan, interview: &NewInterview, at: &str, faults: &mut Vec<FieldError>) {
    if plan.kit(&interview.kit).is_none() {
        faults.push(FieldError::new(
            format!("{at}/kit"),
            "unknown_kit",
            "This plan has no such interview kit; choose one of the plan's kits.",
        ));
    }
    check_time(&format!("{at}/zone"), interview.starts_at, interview.zone.as_deref(), faults);
    check_place(&format!("{at}/place"), &interview.place, faults);
    if interview.panel.len() > PANEL_MAX {
        faults.push(FieldError::new(
            format!("{at}/panel"),
            "too_many",
            "An interview takes at most 12 people.",
        ));
    }
    let mut seen = BTreeMap::new();
    for (index, slot) in interview.panel.iter().enumerate() {
        let pointer = format!("{at}/panel/{index}/person_id");
        if slot.person_id.as_str().trim().is_empty() {
            faults.push(FieldError::new(pointer, "required", "Choose a person."));
        } else if seen.insert(&slot.person_id, index).is_some() {
            faults.push(FieldError::new(
                pointer,
                "twice_on_one_interview",
                "This person is on this interview already; choose someone else or take the place away.",
            ));
        }
    }
}
