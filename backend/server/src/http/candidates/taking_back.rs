//! Taking applications back that should not have come in: wrong imports and candidates for trying things out, for 30 days and as
//! long as nothing was built on the person.
//!
//! A person with a loop stays, on whatever job it runs: then nobody can be open on someone who disappears, and the list of an
//! import is the same whether or not others try to take somebody back.

use crate::{
    db::{Conn, origins, rejections},
    failure::Failure,
    http::operation::Act,
};
use evenhand_shared::{
    Code, Timestamp,
    imports::{ImportEntry, TAKE_BACK_DAYS, TakenBack},
    time::HOUR,
};
use serde_json::json;

/// Until when something that came in at that time can be taken back; absent when that is over.
#[must_use]
pub fn until(came: Timestamp, now: Timestamp) -> Option<Timestamp> {
    let until = came.plus(TAKE_BACK_DAYS.saturating_mul(24).saturating_mul(HOUR));
    (now <= until).then_some(until)
}

/// Application, candidate and name of each, with the reason for which it stays.
pub fn entries(
    conn: &mut Conn,
    all: Vec<(String, String, String)>,
) -> Result<Vec<(ImportEntry, String)>, Failure> {
    let people: Vec<String> = all.iter().map(|(_, candidate, _)| candidate.clone()).collect();
    let with_loops = origins::with_loops(conn, &people)?;
    let free: Vec<String> = all
        .iter()
        .filter(|(_, candidate, _)| !with_loops.contains(candidate))
        .map(|(application, _, _)| application.clone())
        .collect();
    // Never read for a person with a loop, on whom somebody may be open.
    let rejected = rejections::list(conn, &free)?;
    Ok(all
        .into_iter()
        .map(|(application, candidate, name)| {
            let told = rejected.get(&application).is_some_and(|row| row.announced_at.is_some());
            let stays = if with_loops.contains(&candidate) {
                Some("Interviews were started for this person.")
            } else if told {
                Some("This person was told of a decision.")
            } else {
                None
            };
            let stays = stays.map(ToOwned::to_owned);
            (ImportEntry { application_id: application.into(), name, stays }, candidate)
        })
        .collect())
}

/// Takes back what can be; answers who stays.
pub fn take_back<B>(act: &mut Act<'_, B>, all: Vec<(String, String, String)>) -> Result<TakenBack, Failure> {
    let mut answer = TakenBack { gone: 0, stayed: Vec::new() };
    for (entry, candidate) in entries(act.conn, all)? {
        if entry.stays.is_some() {
            answer.stayed.push(entry);
            continue;
        }
        let id = entry.application_id.as_str();
        // Before it, because an entry notes the job of what it is about.
        act.record("application.take_back", "application", id, Some(&candidate), json!({}))?;
        origins::delete_application(act.conn, id, &candidate)?;
        answer.gone = answer.gone.saturating_add(1);
    }
    Ok(answer)
}

/// The refusal when the time is over, or when it never came in that way.
#[must_use]
pub fn too_late() -> Failure {
    Failure::refused(
        Code::Conflict,
        "Only test candidates and imports of the last 30 days can be taken back.",
    )
}
