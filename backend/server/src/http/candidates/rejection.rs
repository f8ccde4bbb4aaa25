//! Rejecting as a rule of its own, for one application or for many: the callers have decided that the viewer may.

use crate::{
    db::{
        Conn, applications,
        applications::{Application, ApplicationKey},
        people,
        rejections::{self, RejectionRow},
        words::{read_word, word},
    },
    failure::Failure,
    http::{operation::Act, scope},
};
use evenhand_hiring::rejection::{State, Step, check, check_letter, may};
use evenhand_policy::JobRights;
use evenhand_shared::{
    ApplicationId, Code, Timestamp,
    rejections::{Rejection, RejectionDetail},
};
use serde_json::json;
use std::collections::HashMap;

/// Where an application stands.
pub fn state(conn: &mut Conn, application: &Application) -> Result<State, Failure> {
    if application.rejection_reason.is_none() {
        return Ok(State::Running);
    }
    let announced = rejections::find(conn, &application.id)?.is_some_and(|row| row.announced_at.is_some());
    Ok(if announced { State::Announced } else { State::Decided })
}

/// Refuses a step that cannot be taken from here.
pub fn demand(conn: &mut Conn, application: &Application, step: Step) -> Result<(), Failure> {
    may(state(conn, application)?, step).map_err(|why| Failure::refused(Code::Conflict, why))
}

/// The application in the path, for somebody of its team who is not open on the candidate.
pub fn key<B>(act: &mut Act<'_, B>) -> Result<(ApplicationKey, JobRights), Failure> {
    let id: ApplicationId = act.id()?;
    let key = applications::find_key(act.conn, &id)?;
    let candidate = key.candidate_id.as_str().into();
    scope::demand_not_open(act.conn, act.viewer, &candidate)?;
    let rights = scope::team_on(act.conn, act.viewer, &key.job_id.as_str().into(), &candidate)?;
    Ok((key, rights))
}

/// Rejects. No interview and no card is touched by it (S3).
pub fn reject<B>(act: &mut Act<'_, B>, key: &ApplicationKey, rejection: &Rejection) -> Result<(), Failure> {
    let (reason, letter) =
        check(rejection.kind, &rejection.reason, &rejection.letter).map_err(Failure::Invalid)?;
    let mut application = applications::find(act.conn, &key.id.as_str().into())?;
    if application.version != rejection.version {
        return Err(Failure::stale());
    }
    demand(act.conn, &application, Step::Decide)?;
    application.rejection_reason = Some(reason);
    applications::update(act.conn, &mut application, rejection.version)?;
    let kind = word(&rejection.kind)?;
    let row = RejectionRow {
        application_id: key.id.clone(),
        kind: kind.clone(),
        letter,
        decided_by: Some(act.viewer.id().as_str().to_owned()),
        decided_at: act.now.0,
        announced_by: None,
        announced_at: None,
    };
    rejections::put(act.conn, &row)?;
    record(act, key, "application.reject", json!({"kind": kind}))
}

/// Takes a rejection back; the stage is what it was.
pub fn undo<B>(act: &mut Act<'_, B>, key: &ApplicationKey, version: i64) -> Result<(), Failure> {
    let mut application = applications::find(act.conn, &key.id.as_str().into())?;
    if application.version != version {
        return Err(Failure::stale());
    }
    demand(act.conn, &application, Step::Undo)?;
    application.rejection_reason = None;
    applications::update(act.conn, &mut application, version)?;
    rejections::delete(act.conn, &key.id)?;
    record(act, key, "application.reject_undo", json!({}))
}

/// Notes that the candidate was told.
pub fn announce<B>(act: &mut Act<'_, B>, key: &ApplicationKey, version: i64) -> Result<(), Failure> {
    let by = act.viewer.id().as_str().to_owned();
    let now = act.now.0;
    change(act, key, version, Step::Announce, |row| {
        row.announced_by = Some(by);
        row.announced_at = Some(now);
    })?;
    record(act, key, "application.announce", json!({}))
}

/// Changes the letter.
pub fn write<B>(
    act: &mut Act<'_, B>,
    key: &ApplicationKey,
    version: i64,
    letter: &str,
) -> Result<(), Failure> {
    let letter = check_letter(letter).map_err(|fault| Failure::Invalid(vec![fault]))?;
    change(act, key, version, Step::Write, |row| row.letter = letter)?;
    record(act, key, "application.letter", json!({}))
}

fn change<B>(
    act: &mut Act<'_, B>,
    key: &ApplicationKey,
    version: i64,
    step: Step,
    how: impl FnOnce(&mut RejectionRow),
) -> Result<(), Failure> {
    let mut application = applications::find(act.conn, &key.id.as_str().into())?;
    if application.version != version {
        return Err(Failure::stale());
    }
    demand(act.conn, &application, step)?;
    let mut row = match rejections::find(act.conn, &key.id)? {
        Some(row) => row,
        None => RejectionRow {
            application_id: key.id.clone(),
            kind: word(&evenhand_shared::rejections::RejectionKind::Other)?,
            letter: String::new(),
            decided_by: None,
            decided_at: application.created_at,
            announced_by: None,
            announced_at: None,
        },
    };
    how(&mut row);
    rejections::put(act.conn, &row)?;
    applications::update(act.conn, &mut application, version)
}

fn record<B>(
    act: &mut Act<'_, B>,
    key: &ApplicationKey,
    action: &str,
    detail: serde_json::Value,
) -> Result<(), Failure> {
    let candidate = key.candidate_id.clone();
    act.record(action, "application", &key.id, Some(&candidate), detail)
}

/// The rejections of several applications as the team reads them.
pub fn details(conn: &mut Conn, all: &[Application]) -> Result<HashMap<String, RejectionDetail>, Failure> {
    let ids: Vec<String> =
        all.iter().filter(|a| a.rejection_reason.is_some()).map(|a| a.id.clone()).collect();
    let rows = rejections::list(conn, &ids)?;
    let people: Vec<String> = rows.values().filter_map(|row| row.decided_by.clone()).collect();
    let names = people::names(conn, &people)?;
    let mut found = HashMap::new();
    for application in all {
        let Some(reason) = application.rejection_reason.clone() else { continue };
        let row = rows.get(&application.id);
        let detail = RejectionDetail {
            kind: row.map(|row| read_word(&row.kind)).transpose()?.unwrap_or_default(),
            reason,
            letter: row.map(|row| row.letter.clone()).unwrap_or_default(),
            decided_by: row.and_then(|row| row.decided_by.as_ref()).and_then(|by| names.get(by)).cloned(),
            decided_at: row.map(|row| Timestamp(row.decided_at)),
            announced_at: row.and_then(|row| row.announced_at).map(Timestamp),
        };
        found.insert(application.id.clone(), detail);
    }
    Ok(found)
}
