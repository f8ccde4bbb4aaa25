//! `interviews`: the planned conversations of a loop.

use super::{Conn, schema::interviews};
use crate::failure::Failure;
use diesel::prelude::*;
use evenhand_shared::{InterviewId, LoopId};

/// A row.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = interviews, treat_none_as_default_value = false)]
pub struct Interview {
    /// Identifier.
    pub id: String,
    /// The loop.
    pub loop_id: String,
    /// Place in the loop's order, from 0.
    pub position: i64,
    /// Key of the plan's kit.
    pub kit: String,
    /// When it starts.
    pub starts_at: Option<i64>,
    /// IANA zone in which the time was agreed.
    pub zone: Option<String>,
    /// Room or link.
    pub place: String,
    /// Called off.
    pub cancelled: bool,
    /// Version for changes.
    pub version: i64,
}

/// One interview.
pub fn find(conn: &mut Conn, id: &InterviewId) -> Result<Interview, Failure> {
    Ok(interviews::table.find(id.as_str()).first(conn)?)
}

/// The loop that an interview belongs to.
pub fn find_loop(conn: &mut Conn, id: &InterviewId) -> Result<LoopId, Failure> {
    Ok(LoopId(interviews::table.find(id.as_str()).select(interviews::loop_id).first(conn)?))
}

/// A loop's interviews in order.
pub fn list(conn: &mut Conn, loop_id: &LoopId) -> Result<Vec<Interview>, Failure> {
    Ok(interviews::table
        .filter(interviews::loop_id.eq(loop_id.as_str()))
        .order((interviews::position, interviews::id))
        .load(conn)?)
}

/// Several interviews, by id.
pub fn list_by_ids(conn: &mut Conn, ids: &[String]) -> Result<Vec<Interview>, Failure> {
    Ok(interviews::table.filter(interviews::id.eq_any(ids)).load(conn)?)
}

/// The interviews of several loops.
pub fn list_of_loops(conn: &mut Conn, ids: &[String]) -> Result<Vec<Interview>, Failure> {
    Ok(interviews::table
        .filter(interviews::loop_id.eq_any(ids))
        .order((interviews::loop_id, interviews::position, interviews::id))
        .load(conn)?)
}

/// Adds an interview.
pub fn insert(conn: &mut Conn, row: &Interview) -> Result<(), Failure> {
    diesel::insert_into(interviews::table).values(row).execute(conn)?;
    Ok(())
}

/// Changes time, place or cancellation; the version must be the one that was seen.
pub fn update(conn: &mut Conn, row: &mut Interview, seen: i64) -> Result<(), Failure> {
    row.version = seen.saturating_add(1);
    let changed = diesel::update(
        interviews::table.filter(interviews::id.eq(&row.id)).filter(interviews::version.eq(seen)),
    )
    .set((
        interviews::starts_at.eq(row.starts_at),
        interviews::zone.eq(&row.zone),
        interviews::place.eq(&row.place),
        interviews::cancelled.eq(row.cancelled),
        interviews::version.eq(row.version),
    ))
    .execute(conn)?;
    if changed == 1 { Ok(()) } else { Err(Failure::stale()) }
}
