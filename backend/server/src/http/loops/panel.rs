//! Putting people on interviews: checks, what is frozen for them, and voiding an interview's places.

use crate::{
    db::{
        Conn,
        assignments::{self, Assignment},
        files,
        interviews::{self, Interview},
        loops::Loop,
        people, plans,
        words::{document, word},
    },
    failure::Failure,
    http::{
        covers,
        notices::tell::{About, News, tell},
        operation::Act,
    },
};
use evenhand_shared::{
    AssignmentId, FieldError, InterviewId, PersonId,
    loops::{NewInterview, NewSlot, SlotKind, SlotState},
    notices::NoticeKind,
    people::{PersonState, Role},
    plan::Plan,
};
use std::str::FromStr;

/// What an open panelist is told, as it is at assignment (S1, S2).
pub struct Frozen {
    /// Stage label.
    pub stage: String,
    /// Brief.
    pub brief: String,
    /// Names of the planned kits.
    pub planned_kits: Vec<String>,
}

/// Names of kits, in the order given.
pub fn kit_names<'a>(plan: &Plan, keys: impl Iterator<Item = &'a str>) -> Vec<String> {
    keys.filter_map(|key| plan.kit(key)).map(|kit| kit.name.clone()).collect()
}

/// What a panelist who joins now is told.
pub fn freeze(conn: &mut Conn, row: &Loop, stage: String) -> Result<Frozen, Failure> {
    let version = plans::find(conn, &row.plan_id.as_str().into())?;
    let standing = interviews::list(conn, &row.id.as_str().into())?;
    let keys = standing.iter().filter(|i| !i.cancelled).map(|i| i.kit.as_str());
    Ok(Frozen { stage, brief: row.brief.clone(), planned_kits: kit_names(&version.plan, keys) })
}

/// A zone must be one of the IANA database.
pub fn check_zone(pointer: &str, zone: Option<&str>, faults: &mut Vec<FieldError>) {
    if zone.is_some_and(|zone| chrono_tz::Tz::from_str(zone).is_err()) {
        faults.push(FieldError::new(
            pointer,
            "unknown_zone",
            "Use a time zone's name such as Europe/Berlin.",
        ));
    }
}

/// Only interviewers who can log in sit on panels: an invited person could neither read what is asked of them nor decline it.
pub fn check_person(
    conn: &mut Conn,
    pointer: &str,
    slot: &NewSlot,
    faults: &mut Vec<FieldError>,
) -> Result<(), Failure> {
    let person = match people::find(conn, &slot.person_id) {
        Ok(person) => Some(person),
        Err(Failure::NotFound) => None,
        Err(other) => return Err(other),
    };
    let state = match &person {
        Some(person) if person.roles()?.contains(&Role::Interviewer) => person.state(),
        _ => PersonState::Deactivated,
    };
    match state {
        PersonState::Active => {}
        PersonState::Invited => faults.push(FieldError::new(
            pointer,
            "not_here_yet",
            "This person was invited and has not set a password yet. Choose somebody else, or wait until they have.",
        )),
        PersonState::Deactivated => faults.push(FieldError::new(
            pointer,
            "not_an_interviewer",
            "Choose someone who is an interviewer here.",
        )),
    }
    Ok(())
}

/// Nobody sits twice on one interview.
pub fn check_free(
    conn: &mut Conn,
    pointer: &str,
    interview: &Interview,
    person: &PersonId,
    faults: &mut Vec<FieldError>,
) -> Result<(), Failure> {
    for place in assignments::list_of(conn, &interview.id.as_str().into())? {
        if place.person_id == person.as_str() && place.state()?.stands() {
            faults.push(FieldError::new(
                pointer,
                "already_there",
                "This person is on this interview already.",
            ));
        }
    }
    Ok(())
}

/// Adds an interview with its panel.
pub fn add_interview<B>(
    act: &mut Act<'_, B>,
    row: &Loop,
    position: usize,
    new: &NewInterview,
    frozen: &Frozen,
) -> Result<(), Failure> {
    let id: InterviewId = act.ids.object("interview", &row.id, position);
    let interview = Interview {
        id: id.as_str().to_owned(),
        loop_id: row.id.clone(),
        position: i64::try_from(position).unwrap_or(i64::MAX),
        kit: new.kit.clone(),
        starts_at: new.starts_at.map(|at| at.0),
        zone: new.zone.clone(),
        place: new.place.trim().to_owned(),
        cancelled: false,
        version: 1,
    };
    interviews::insert(act.conn, &interview)?;
    for slot in &new.panel {
        assign(act, row, &interview, slot, frozen)?;
    }
    Ok(())
}

/// Puts someone on an interview.
pub fn assign<B>(
    act: &mut Act<'_, B>,
    row: &Loop,
    interview: &Interview,
    slot: &NewSlot,
    frozen: &Frozen,
) -> Result<AssignmentId, Failure> {
    // From the receiver's own count: what others are assigned to does not shift it.
    let earlier = assignments::count_own(act.conn, &slot.person_id)?;
    let id: AssignmentId = act.ids.object("assignment", slot.person_id.as_str(), earlier);
    let place = Assignment {
        id: id.as_str().to_owned(),
        interview_id: interview.id.clone(),
        loop_id: row.id.clone(),
        candidate_id: row.candidate_id.clone(),
        plan_id: row.plan_id.clone(),
        person_id: slot.person_id.as_str().to_owned(),
        kind: word(&slot.kind)?,
        // A shadow is never required (S14).
        required: slot.required && slot.kind != SlotKind::Shadow,
        state: word(&SlotState::Assigned)?,
        stage: frozen.stage.clone(),
        brief: frozen.brief.clone(),
        planned_kits: document(&frozen.planned_kits)?,
        unblinded_at: None,
        assigned_at: act.now.0,
    };
    assignments::insert(act.conn, &place)?;
    files::freeze(act.conn, &act.ids, &place.id, &row.id)?;
    let object = ("scorecard", id.as_str());
    let news = News { kind: NoticeKind::PutOnPanel, about: About::Own, object, until: None };
    tell(act, &slot.person_id, news)?;
    covers::tell_begun(act, &slot.person_id, &row.candidate_id.as_str().into())?;
    Ok(id)
}

/// Voids an interview: it is called off (`Cancelled`) or did not take place (`NoShow`), and so are its standing places.
pub fn void(conn: &mut Conn, interview: &mut Interview, state: SlotState) -> Result<(), Failure> {
    if state == SlotState::Cancelled && !interview.cancelled {
        interview.cancelled = true;
        let seen = interview.version;
        interviews::update(conn, interview, seen)?;
    }
    for place in assignments::list_of(conn, &interview.id.as_str().into())? {
        if place.state()?.stands() {
            assignments::set_state(conn, &place.id, state)?;
        }
    }
    Ok(())
}
