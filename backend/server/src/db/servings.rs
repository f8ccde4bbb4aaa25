//! `servings`: the serving ledger. A card is exposed exactly if its author stands here before closing (statement 9).

use super::{Conn, schema::servings};
use crate::failure::Failure;
use diesel::prelude::*;
use evenhand_shared::{CandidateId, LoopId, PersonId, Timestamp};

/// Whether this person was ever served sealed content about this candidate.
pub fn any(conn: &mut Conn, person: &PersonId, candidate: &CandidateId) -> Result<bool, Failure> {
    Ok(servings::table
        .filter(servings::person_id.eq(person.as_str()))
        .filter(servings::candidate_id.eq(candidate.as_str()))
        .select(servings::id)
        .first::<String>(conn)
        .optional()?
        .is_some())
}

/// The loops of which this person was ever served anything sealed.
pub fn list_loops(conn: &mut Conn, person: &PersonId) -> Result<Vec<String>, Failure> {
    Ok(servings::table
        .filter(servings::person_id.eq(person.as_str()))
        .select(servings::loop_id)
        .distinct()
        .load(conn)?)
}

/// Candidate, word and time of everything that this person was shown, newest first.
pub fn list_own(conn: &mut Conn, person: &PersonId) -> Result<Vec<(String, String, Timestamp)>, Failure> {
    let rows: Vec<(String, String, i64)> = servings::table
        .filter(servings::person_id.eq(person.as_str()))
        .order((servings::at.desc(), servings::id))
        .select((servings::candidate_id, servings::what, servings::at))
        .load(conn)?;
    Ok(rows.into_iter().map(|(candidate, what, at)| (candidate, what, Timestamp(at))).collect())
}

/// Notes what was served, in the transaction that serves it.
pub fn insert(
    conn: &mut Conn,
    id: String,
    person: &PersonId,
    candidate: &CandidateId,
    loop_id: &LoopId,
    what: &str,
    now: Timestamp,
) -> Result<(), Failure> {
    diesel::insert_into(servings::table)
        .values((
            servings::id.eq(id),
            servings::person_id.eq(person.as_str()),
            servings::candidate_id.eq(candidate.as_str()),
            servings::loop_id.eq(loop_id.as_str()),
            servings::what.eq(what),
            servings::at.eq(now.0),
        ))
        .execute(conn)?;
    Ok(())
}
