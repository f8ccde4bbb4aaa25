//! `releases`: that a loop was revealed, when and why. Never read for someone who is open on the candidate.

use super::{
    Conn,
    schema::releases,
    words::{read_word, word},
};
use crate::failure::Failure;
use diesel::prelude::*;
use evenhand_shared::{LoopId, PersonId, Timestamp, loops::ReleaseKind};
use std::collections::HashMap;

/// A release.
#[derive(Debug, Clone)]
pub struct ReleaseRow {
    /// When.
    pub at: Timestamp,
    /// By what.
    pub kind: ReleaseKind,
    /// Who opened it.
    pub by: Option<PersonId>,
    /// Why.
    pub reason: Option<String>,
}

/// The release of a loop.
pub fn find(conn: &mut Conn, loop_id: &LoopId) -> Result<Option<ReleaseRow>, Failure> {
    let row: Option<(i64, String, Option<String>, Option<String>)> = releases::table
        .find(loop_id.as_str())
        .select((releases::at, releases::kind, releases::by_person, releases::reason))
        .first(conn)
        .optional()?;
    row.map(|(at, kind, by, reason)| {
        Ok(ReleaseRow { at: Timestamp(at), kind: read_word(&kind)?, by: by.map(PersonId), reason })
    })
    .transpose()
}

/// When each of these loops was released.
pub fn times(conn: &mut Conn, ids: &[String]) -> Result<HashMap<String, Timestamp>, Failure> {
    let rows: Vec<(String, i64)> = releases::table
        .filter(releases::loop_id.eq_any(ids))
        .select((releases::loop_id, releases::at))
        .load(conn)?;
    Ok(rows.into_iter().map(|(id, at)| (id, Timestamp(at))).collect())
}

/// Releases a loop; a loop is released once.
pub fn insert(conn: &mut Conn, loop_id: &LoopId, row: &ReleaseRow) -> Result<(), Failure> {
    diesel::insert_into(releases::table)
        .values((
            releases::loop_id.eq(loop_id.as_str()),
            releases::at.eq(row.at.0),
            releases::kind.eq(word(&row.kind)?),
            releases::by_person.eq(row.by.as_ref().map(PersonId::as_str)),
            releases::reason.eq(row.reason.as_deref()),
        ))
        .execute(conn)?;
    Ok(())
}
