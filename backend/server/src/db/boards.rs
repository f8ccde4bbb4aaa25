//! What the board of a job shows of `applications`: short rows in the order of its columns.
//!
//! Whoever is on `hidden` (the candidates on whom the viewer is open) is left out by the query itself: neither rows nor
//! counts nor ages read anything of theirs.

use super::{
    Conn,
    schema::{applications, candidates, loops, releases},
};
use crate::failure::Failure;
use diesel::{dsl::min, prelude::*};
use evenhand_shared::{CandidateId, JobId, LoopId};

/// A card.
#[derive(Debug, Clone, Queryable)]
pub struct BoardRow {
    /// The application.
    pub id: String,
    /// The person.
    pub candidate_id: String,
    /// The stage.
    pub stage: String,
    /// Since when in it.
    pub stage_since: i64,
    /// Version for changes.
    pub version: i64,
    /// The person's name.
    pub name: String,
}

/// How many stand in a stage, and since when the first of them.
pub type StageCount = (String, i64, Option<i64>);

/// Leaves out whoever is hidden. Without anybody there is nothing to say, and the statement stays the same for everyone.
macro_rules! but {
    ($query:expr, $hidden:expr) => {{
        let query = $query.into_boxed();
        if $hidden.is_empty() { query } else { query.filter(applications::candidate_id.ne_all($hidden)) }
    }};
}

type Card = (
    applications::id,
    applications::candidate_id,
    applications::stage,
    applications::stage_since,
    applications::version,
    candidates::name,
);

/// What is read of a card.
const CARD: Card = (
    applications::id,
    applications::candidate_id,
    applications::stage,
    applications::stage_since,
    applications::version,
    candidates::name,
);

/// The first cards of a job, column by column, those who have stood longest first.
pub fn list(conn: &mut Conn, job: &JobId, hidden: &[String], most: i64) -> Result<Vec<BoardRow>, Failure> {
    let query = applications::table
        .inner_join(candidates::table.on(candidates::id.eq(applications::candidate_id)))
        .filter(applications::job_id.eq(job.as_str()))
        .filter(applications::rejection_reason.is_null())
        .order((applications::stage, applications::stage_since, applications::id))
        .limit(most)
        .select(CARD);
    Ok(but!(query, hidden).load(conn)?)
}

/// Cards of one column behind a place in it.
pub fn list_column(
    conn: &mut Conn,
    job: &JobId,
    stage: &str,
    hidden: &[String],
    after: (i64, &str),
    most: i64,
) -> Result<Vec<BoardRow>, Failure> {
    let (since, id) = after;
    let query = applications::table
        .inner_join(candidates::table.on(candidates::id.eq(applications::candidate_id)))
        .filter(applications::job_id.eq(job.as_str()))
        .filter(applications::rejection_reason.is_null())
        .filter(applications::stage.eq(stage.to_owned()))
        .filter(applications::stage_since.ge(since))
        .filter(applications::stage_since.gt(since).or(applications::id.gt(id.to_owned())))
        .order((applications::stage_since, applications::id))
        .limit(most)
        .select(CARD);
    Ok(but!(query, hidden).load(conn)?)
}

/// How many stand in each stage.
pub fn count(conn: &mut Conn, job: &JobId, hidden: &[String]) -> Result<Vec<StageCount>, Failure> {
    let query = applications::table
        .filter(applications::job_id.eq(job.as_str()))
        .filter(applications::rejection_reason.is_null())
        .group_by(applications::stage)
        .select((applications::stage, diesel::dsl::count_star(), min(applications::stage_since)));
    if hidden.is_empty() {
        Ok(query.load(conn)?)
    } else {
        Ok(query.filter(applications::candidate_id.ne_all(hidden)).load(conn)?)
    }
}

/// Since when the card at this place of a column has stood in it.
pub fn since_at(
    conn: &mut Conn,
    job: &JobId,
    stage: &str,
    hidden: &[String],
    place: i64,
) -> Result<Option<i64>, Failure> {
    let query = applications::table
        .filter(applications::job_id.eq(job.as_str()))
        .filter(applications::rejection_reason.is_null())
        .filter(applications::stage.eq(stage.to_owned()))
        .order((applications::stage_since, applications::id))
        .offset(place)
        .limit(1)
        .select(applications::stage_since);
    Ok(but!(query, hidden).first(conn).optional()?)
}

/// How many were rejected.
pub fn count_rejected(conn: &mut Conn, job: &JobId, hidden: &[String]) -> Result<i64, Failure> {
    let query = applications::table
        .filter(applications::job_id.eq(job.as_str()))
        .filter(applications::rejection_reason.is_not_null())
        .select(diesel::dsl::count_star());
    Ok(but!(query, hidden).first(conn)?)
}

/// A loop of a job: its application, its candidate, and whether it was released.
pub struct BoardLoop {
    /// The loop.
    pub id: LoopId,
    /// The application.
    pub application: String,
    /// The candidate.
    pub candidate: CandidateId,
    /// Whether the packet can be read.
    pub released: bool,
}

/// The loops of a job, oldest first.
pub fn list_loops(conn: &mut Conn, job: &JobId, hidden: &[String]) -> Result<Vec<BoardLoop>, Failure> {
    let mut query = loops::table
        .left_join(releases::table.on(releases::loop_id.eq(loops::id)))
        .filter(loops::job_id.eq(job.as_str()))
        .order((loops::started_at, loops::id.desc()))
        .select((loops::id, loops::application_id, loops::candidate_id, releases::at.nullable()))
        .into_boxed();
    if !hidden.is_empty() {
        query = query.filter(loops::candidate_id.ne_all(hidden));
    }
    let rows: Vec<(String, String, String, Option<i64>)> = query.load(conn)?;
    let read = |(id, application, candidate, at): (String, String, String, Option<i64>)| BoardLoop {
        id: LoopId(id),
        application,
        candidate: CandidateId(candidate),
        released: at.is_some(),
    };
    Ok(rows.into_iter().map(read).collect())
}
