//! Leaves of one person.

use crate::{
    db::{Conn, leaves, people::Person, profiles},
    failure::{Failure, all_good},
    http::operation::Act,
};
use chrono::DateTime;
use evenhand_shared::{
    Code, LeaveId, PersonId, Timestamp,
    availability::{Leave, NewLeave, check_leave},
};
use serde_json::json;

/// Most leaves that are not over.
const MOST: usize = 50;

/// The day that it is for somebody in this zone.
pub fn today(zone: &str, now: Timestamp) -> String {
    let zone: chrono_tz::Tz = zone.parse().unwrap_or(chrono_tz::UTC);
    DateTime::from_timestamp_micros(now.0).unwrap_or_default().with_timezone(&zone).date_naive().to_string()
}

/// Leaves that are not over.
pub fn current(conn: &mut Conn, person: &Person, now: Timestamp) -> Result<Vec<Leave>, Failure> {
    let all = leaves::list(conn, std::slice::from_ref(&person.id), &today(&person.zone, now))?;
    Ok(all.into_iter().map(|(_, leave)| leave).collect())
}

/// Writes a leave down. Why somebody is away does not stand in the audit.
pub fn add(act: &mut Act<'_, NewLeave>, person: &Person) -> Result<Leave, Failure> {
    let new = act.body.clone();
    all_good(check_leave(&new))?;
    if current(act.conn, person, act.now)?.len() >= MOST {
        return Err(Failure::refused(Code::Conflict, "There are fifty leaves already. Remove some first."));
    }
    let id: PersonId = person.id.as_str().into();
    let mut profile = profiles::find(act.conn, &id)?;
    let number = usize::try_from(profile.leaves_made).unwrap_or(0);
    let leave_id: LeaveId = act.ids.object("leave", id.as_str(), number);
    profile.leaves_made = profile.leaves_made.saturating_add(1);
    profiles::put(act.conn, &id, &profile)?;
    let leave = Leave { id: leave_id, from: new.from, until: new.until, kind: new.kind };
    leaves::insert(act.conn, &id, &leave)?;
    act.record("leave.create", "person", id.as_str(), None, json!({"leave": leave.id}))?;
    Ok(leave)
}
