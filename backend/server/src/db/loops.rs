//! `loops`: a plan version run for one application.

use super::{
    Conn,
    schema::{applications, loops, releases},
    words::read_word,
};
use crate::failure::Failure;
use diesel::prelude::*;
use evenhand_shared::{ApplicationId, JobId, LoopId, Timestamp, plan::RevealRule};

/// A row. Nothing in it is moved by a card: the release stands in a table of its own.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = loops)]
pub struct Loop {
    /// Identifier.
    pub id: String,
    /// The application.
    pub application_id: String,
    /// The person.
    pub candidate_id: String,
    /// The job.
    pub job_id: String,
    /// The frozen plan version.
    pub plan_id: String,
    /// The reveal rule, fixed at start (S8).
    pub reveal: String,
    /// What panelists are told.
    pub brief: String,
    /// Interviews were added later (S12).
    pub adaptive: bool,
    /// When it started.
    pub started_at: i64,
    /// Who started it.
    pub started_by: String,
}

impl Loop {
    /// The reveal rule.
    pub fn rule(&self) -> Result<RevealRule, Failure> {
        read_word(&self.reveal)
    }
}

/// The unchanging keys of a loop: candidate and job. Safe to read for anyone, before any decision.
pub fn find_key(conn: &mut Conn, id: &LoopId) -> Result<(String, JobId), Failure> {
    let (candidate, job): (String, String) =
        loops::table.find(id.as_str()).select((loops::candidate_id, loops::job_id)).first(conn)?;
    Ok((candidate, JobId(job)))
}

/// The reveal rule, fixed at start: safe to read for anyone on the panel.
pub fn find_rule(conn: &mut Conn, id: &LoopId) -> Result<RevealRule, Failure> {
    let rule: String = loops::table.find(id.as_str()).select(loops::reveal).first(conn)?;
    read_word(&rule)
}

/// One loop; not for those who are open on the candidate, because later interviews mark it.
pub fn find(conn: &mut Conn, id: &LoopId) -> Result<Loop, Failure> {
    Ok(loops::table.find(id.as_str()).first(conn)?)
}

/// Id, application and candidate of a job's loops, newest first.
pub fn list_keys(conn: &mut Conn, job: &JobId) -> Result<Vec<(LoopId, String, String)>, Failure> {
    let rows: Vec<(String, String, String)> = loops::table
        .filter(loops::job_id.eq(job.as_str()))
        .order((loops::started_at.desc(), loops::id))
        .select((loops::id, loops::application_id, loops::candidate_id))
        .load(conn)?;
    Ok(rows.into_iter().map(|(id, application, candidate)| (LoopId(id), application, candidate)).collect())
}

/// Id, application and candidate of the loops of these applications, newest first.
pub fn list_keys_of(conn: &mut Conn, ids: &[String]) -> Result<Vec<(LoopId, String, String)>, Failure> {
    let rows: Vec<(String, String, String)> = loops::table
        .filter(loops::application_id.eq_any(ids))
        .order((loops::started_at.desc(), loops::id))
        .select((loops::id, loops::application_id, loops::candidate_id))
        .load(conn)?;
    Ok(rows.into_iter().map(|(id, application, candidate)| (LoopId(id), application, candidate)).collect())
}

/// The unchanging keys of a loop.
#[derive(Debug, Clone, Queryable)]
pub struct LoopKey {
    /// Identifier.
    pub id: String,
    /// The application.
    pub application_id: String,
    /// The person.
    pub candidate_id: String,
    /// The job.
    pub job_id: String,
    /// The frozen plan version.
    pub plan_id: String,
}

/// The unchanging keys of the loops of these jobs. Safe to read for anyone, before any decision.
pub fn list_keys_of_jobs(conn: &mut Conn, jobs: &[String]) -> Result<Vec<LoopKey>, Failure> {
    Ok(loops::table
        .filter(loops::job_id.eq_any(jobs))
        .order((loops::started_at.desc(), loops::id))
        .select((loops::id, loops::application_id, loops::candidate_id, loops::job_id, loops::plan_id))
        .load(conn)?)
}

/// The same for loops about which something can still be said: of applications that are not decided on, and not released before `since`.
/// Whoever is `hidden` is left out by the query itself.
pub fn list_keys_of_work(
    conn: &mut Conn,
    jobs: &[String],
    hidden: &[String],
    since: Timestamp,
) -> Result<Vec<LoopKey>, Failure> {
    let query = loops::table
        .inner_join(applications::table.on(applications::id.eq(loops::application_id)))
        .left_join(releases::table.on(releases::loop_id.eq(loops::id)))
        .filter(loops::job_id.eq_any(jobs))
        .filter(applications::rejection_reason.is_null())
        .filter(releases::at.is_null().or(releases::at.ge(since.0)))
        .order((loops::started_at.desc(), loops::id))
        .select((loops::id, loops::application_id, loops::candidate_id, loops::job_id, loops::plan_id))
        .into_boxed();
    let query = if hidden.is_empty() { query } else { query.filter(loops::candidate_id.ne_all(hidden)) };
    Ok(query.load(conn)?)
}

/// Several loops.
pub fn list(conn: &mut Conn, ids: &[String]) -> Result<Vec<Loop>, Failure> {
    Ok(loops::table.filter(loops::id.eq_any(ids)).order((loops::started_at.desc(), loops::id)).load(conn)?)
}

/// Loops of one application, newest first.
pub fn list_of(conn: &mut Conn, application: &ApplicationId) -> Result<Vec<LoopId>, Failure> {
    let rows: Vec<String> = loops::table
        .filter(loops::application_id.eq(application.as_str()))
        .order((loops::started_at.desc(), loops::id))
        .select(loops::id)
        .load(conn)?;
    Ok(rows.into_iter().map(LoopId).collect())
}

/// Whether any loop of a job was not released yet.
pub fn any_running(conn: &mut Conn, job: &JobId) -> Result<bool, Failure> {
    let found = loops::table
        .left_join(releases::table.on(releases::loop_id.eq(loops::id)))
        .filter(loops::job_id.eq(job.as_str()))
        .filter(releases::loop_id.nullable().is_null())
        .select(loops::id)
        .first::<String>(conn);
    Ok(found.optional()?.is_some())
}

/// Starts a loop.
pub fn insert(conn: &mut Conn, row: &Loop) -> Result<(), Failure> {
    diesel::insert_into(loops::table).values(row).execute(conn)?;
    Ok(())
}

/// Marks a loop as adaptive (S12).
pub fn mark_adaptive(conn: &mut Conn, id: &LoopId) -> Result<(), Failure> {
    diesel::update(loops::table.find(id.as_str())).set(loops::adaptive.eq(true)).execute(conn)?;
    Ok(())
}
