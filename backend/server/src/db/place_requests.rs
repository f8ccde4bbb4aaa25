//! `place_requests`: what panelists say about their own places, and what became of it.

use super::{
    Conn,
    schema::place_requests,
    words::{read_word, word},
};
use crate::failure::Failure;
use diesel::prelude::*;
use evenhand_shared::{
    LoopId, PersonId, RequestId, Timestamp,
    acts::{RequestKind, RequestState},
};
use std::collections::HashMap;

/// A row.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = place_requests, treat_none_as_default_value = false)]
pub struct PlaceRequest {
    /// Identifier.
    pub id: String,
    /// The place.
    pub assignment_id: String,
    /// Its loop.
    pub loop_id: String,
    /// Its candidate.
    pub candidate_id: String,
    /// Whose place.
    pub person_id: String,
    /// What.
    pub kind: String,
    /// Where it stands.
    pub state: String,
    /// The colleague who should take over.
    pub colleague_id: Option<String>,
    /// The place of the colleague who took over.
    pub successor_id: Option<String>,
    /// Until when more time is asked for.
    pub until_at: Option<i64>,
    /// When it was said.
    pub created_at: i64,
    /// When it was answered.
    pub answered_at: Option<i64>,
}

impl PlaceRequest {
    /// What.
    pub fn kind(&self) -> Result<RequestKind, Failure> {
        read_word(&self.kind)
    }

    /// Where it stands.
    pub fn state(&self) -> Result<RequestState, Failure> {
        read_word(&self.state)
    }
}

/// The candidate of a request: unchanging, and read before the decision whether its reader is open there.
pub fn find_candidate(conn: &mut Conn, id: &RequestId) -> Result<String, Failure> {
    Ok(place_requests::table.find(id.as_str()).select(place_requests::candidate_id).first(conn)?)
}

/// One request.
pub fn find(conn: &mut Conn, id: &RequestId) -> Result<PlaceRequest, Failure> {
    Ok(place_requests::table.find(id.as_str()).first(conn)?)
}

/// What somebody asked for, newest first.
pub fn list_own(conn: &mut Conn, person: &PersonId) -> Result<Vec<PlaceRequest>, Failure> {
    Ok(place_requests::table
        .filter(place_requests::person_id.eq(person.as_str()))
        .order((place_requests::created_at.desc(), place_requests::id))
        .load(conn)?)
}

/// What somebody is asked to take over and has not answered, apart from what concerns these candidates.
pub fn list_asked(
    conn: &mut Conn,
    colleague: &PersonId,
    open_on: &[String],
) -> Result<Vec<PlaceRequest>, Failure> {
    Ok(place_requests::table
        .filter(place_requests::colleague_id.eq(colleague.as_str()))
        .filter(place_requests::kind.eq(word(&RequestKind::Swap)?))
        .filter(place_requests::state.eq(word(&RequestState::Asked)?))
        .filter(place_requests::candidate_id.ne_all(open_on))
        .order((place_requests::created_at, place_requests::id))
        .load(conn)?)
}

/// Everything said on a loop, oldest first; for those who may know its progress.
pub fn list(conn: &mut Conn, loop_id: &LoopId) -> Result<Vec<PlaceRequest>, Failure> {
    Ok(place_requests::table
        .filter(place_requests::loop_id.eq(loop_id.as_str()))
        .order((place_requests::created_at, place_requests::id))
        .load(conn)?)
}

/// How many requests this place has seen.
pub fn count(conn: &mut Conn, assignment: &str) -> Result<usize, Failure> {
    let count: i64 = place_requests::table
        .filter(place_requests::assignment_id.eq(assignment))
        .count()
        .get_result(conn)?;
    Ok(usize::try_from(count).unwrap_or(0))
}

/// Adds a request.
pub fn insert(conn: &mut Conn, row: &PlaceRequest) -> Result<(), Failure> {
    diesel::insert_into(place_requests::table).values(row).execute(conn)?;
    Ok(())
}

/// Answers a request that waits; nothing else is touched.
pub fn answer(
    conn: &mut Conn,
    id: &str,
    state: RequestState,
    successor: Option<&str>,
    now: Timestamp,
) -> Result<bool, Failure> {
    let changed = diesel::update(
        place_requests::table.find(id).filter(place_requests::state.eq(word(&RequestState::Asked)?)),
    )
    .set((
        place_requests::state.eq(word(&state)?),
        place_requests::successor_id.eq(successor),
        place_requests::answered_at.eq(Some(now.0)),
    ))
    .execute(conn)?;
    Ok(changed == 1)
}

/// Ends what still waits for an answer about a place, of one kind.
pub fn end(conn: &mut Conn, assignment: &str, kind: RequestKind, now: Timestamp) -> Result<(), Failure> {
    let waits = [word(&RequestState::Asked)?, word(&RequestState::PassedOver)?];
    diesel::update(
        place_requests::table
            .filter(place_requests::assignment_id.eq(assignment))
            .filter(place_requests::kind.eq(word(&kind)?))
            .filter(place_requests::state.eq_any(waits)),
    )
    .set((
        place_requests::state.eq(word(&RequestState::Refused)?),
        place_requests::answered_at.eq(Some(now.0)),
    ))
    .execute(conn)?;
    Ok(())
}

/// Until when more time was granted to those of these places, by place.
macro_rules! granted {
    ($conn:expr, $which:expr) => {{
        let rows: Vec<(String, Option<i64>)> = place_requests::table
            .filter($which)
            .filter(place_requests::kind.eq(word(&RequestKind::MoreTime)?))
            .filter(place_requests::state.eq(word(&RequestState::Granted)?))
            .order(place_requests::until_at)
            .select((place_requests::assignment_id, place_requests::until_at))
            .load($conn)?;
        // The latest comes last and stays.
        Ok(rows.into_iter().filter_map(|(id, until)| Some((id, Timestamp(until?)))).collect())
    }};
}

/// Until when more time was granted, by place.
pub fn extensions(conn: &mut Conn, places: &[String]) -> Result<HashMap<String, Timestamp>, Failure> {
    granted!(conn, place_requests::assignment_id.eq_any(places))
}

/// The same for all places of several loops.
pub fn extensions_of_loops(conn: &mut Conn, loops: &[String]) -> Result<HashMap<String, Timestamp>, Failure> {
    granted!(conn, place_requests::loop_id.eq_any(loops))
}

/// Exchanges that somebody is asked for and has not answered, oldest first.
pub fn list_exchanges(conn: &mut Conn, colleague: &PersonId) -> Result<Vec<PlaceRequest>, Failure> {
    Ok(place_requests::table
        .filter(place_requests::colleague_id.eq(colleague.as_str()))
        .filter(place_requests::kind.eq(word(&RequestKind::Exchange)?))
        .filter(place_requests::state.eq(word(&RequestState::Asked)?))
        .order((place_requests::created_at, place_requests::id))
        .load(conn)?)
}

/// The exchange that the holder of a place waits for: asked for, and neither granted nor taken back.
pub fn find_exchange(conn: &mut Conn, assignment: &str) -> Result<Option<PlaceRequest>, Failure> {
    let waits = [word(&RequestState::Asked)?, word(&RequestState::PassedOver)?];
    Ok(place_requests::table
        .filter(place_requests::assignment_id.eq(assignment))
        .filter(place_requests::kind.eq(word(&RequestKind::Exchange)?))
        .filter(place_requests::state.eq_any(waits))
        .order(place_requests::id)
        .first(conn)
        .optional()?)
}
