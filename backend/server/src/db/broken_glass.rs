//! `broken_glass`: who looked at submitted cards before the release, why, and until when (S15).

use super::{Conn, schema::broken_glass};
use crate::failure::Failure;
use diesel::prelude::*;
use evenhand_shared::{LoopId, PersonId, Timestamp};

/// Until when this person may look into this loop, when the hour is not over.
pub fn active(
    conn: &mut Conn,
    loop_id: &LoopId,
    person: &PersonId,
    now: Timestamp,
) -> Result<Option<Timestamp>, Failure> {
    let until: Option<i64> = broken_glass::table
        .filter(broken_glass::loop_id.eq(loop_id.as_str()))
        .filter(broken_glass::person_id.eq(person.as_str()))
        .filter(broken_glass::until_at.gt(now.0))
        .order(broken_glass::until_at.desc())
        .select(broken_glass::until_at)
        .first(conn)
        .optional()?;
    Ok(until.map(Timestamp))
}

/// Notes it.
pub fn insert(
    conn: &mut Conn,
    id: String,
    loop_id: &LoopId,
    person: &PersonId,
    reason: &str,
    now: Timestamp,
    until: Timestamp,
) -> Result<(), Failure> {
    diesel::insert_into(broken_glass::table)
        .values((
            broken_glass::id.eq(id),
            broken_glass::loop_id.eq(loop_id.as_str()),
            broken_glass::person_id.eq(person.as_str()),
            broken_glass::reason.eq(reason),
            broken_glass::at.eq(now.0),
            broken_glass::until_at.eq(until.0),
        ))
        .execute(conn)?;
    Ok(())
}
