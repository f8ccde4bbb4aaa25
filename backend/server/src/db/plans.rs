//! `plans`: published versions, which never change. What is being written stands in `plan_drafts`.

use super::{
    Conn, library,
    schema::{loops, plans},
    words::{document, read_document},
};
use crate::failure::Failure;
use diesel::prelude::*;
use evenhand_shared::{CandidateId, JobId, PlanId, Timestamp, plan::PlanVersion};
use std::collections::HashMap;

#[derive(Queryable)]
struct Row {
    id: String,
    job_id: String,
    number: i64,
    content: String,
    created_by: String,
    created_at: i64,
    published_by: Option<String>,
    published_at: Option<i64>,
    alone_reason: Option<String>,
}

impl Row {
    fn version(self) -> Result<PlanVersion, Failure> {
        Ok(PlanVersion {
            id: self.id.into(),
            job_id: self.job_id.into(),
            number: self.number,
            published_by: self.published_by.unwrap_or_else(|| self.created_by.clone()).into(),
            published_at: Timestamp(self.published_at.unwrap_or(self.created_at)),
            alone_reason: self.alone_reason,
            created_by: self.created_by.into(),
            created_at: Timestamp(self.created_at),
            plan: read_document(&self.content)?,
        })
    }
}

/// One version.
pub fn find(conn: &mut Conn, id: &PlanId) -> Result<PlanVersion, Failure> {
    plans::table.find(id.as_str()).first::<Row>(conn)?.version()
}

/// Several versions by id.
pub fn list_by_ids(conn: &mut Conn, ids: &[String]) -> Result<HashMap<String, PlanVersion>, Failure> {
    let rows: Vec<Row> = plans::table.filter(plans::id.eq_any(ids)).load(conn)?;
    rows.into_iter().map(|row| Ok((row.id.clone(), row.version()?))).collect()
}

/// A job's versions, newest first.
pub fn list(conn: &mut Conn, job: &JobId) -> Result<Vec<PlanVersion>, Failure> {
    let rows: Vec<Row> =
        plans::table.filter(plans::job_id.eq(job.as_str())).order(plans::number.desc()).load(conn)?;
    rows.into_iter().map(Row::version).collect()
}

/// Id and number of a job's newest version.
pub fn newest(conn: &mut Conn, job: &JobId) -> Result<Option<(PlanId, i64)>, Failure> {
    let found: Option<(String, i64)> = plans::table
        .filter(plans::job_id.eq(job.as_str()))
        .order(plans::number.desc())
        .select((plans::id, plans::number))
        .first(conn)
        .optional()?;
    Ok(found.map(|(id, number)| (PlanId(id), number)))
}

/// Adds a version, and notes what it uses of the library.
pub fn insert(conn: &mut Conn, version: &PlanVersion) -> Result<(), Failure> {
    diesel::insert_into(plans::table)
        .values((
            plans::id.eq(version.id.as_str()),
            plans::job_id.eq(version.job_id.as_str()),
            plans::number.eq(version.number),
            plans::content.eq(document(&version.plan)?),
            plans::created_by.eq(version.created_by.as_str()),
            plans::created_at.eq(version.created_at.0),
            plans::published_by.eq(version.published_by.as_str()),
            plans::published_at.eq(version.published_at.0),
            plans::alone_reason.eq(version.alone_reason.as_deref()),
        ))
        .execute(conn)?;
    library::insert_uses(conn, version)
}

/// The number that a job's next version will have.
pub fn next_number(conn: &mut Conn, job: &JobId) -> Result<i64, Failure> {
    Ok(newest(conn, job)?.map_or(1, |(_, newest)| newest.saturating_add(1)))
}

/// Plan and candidate of each of a job's loops.
pub fn list_runs(conn: &mut Conn, job: &JobId) -> Result<Vec<(PlanId, CandidateId)>, Failure> {
    let rows: Vec<(String, String)> = loops::table
        .filter(loops::job_id.eq(job.as_str()))
        .select((loops::plan_id, loops::candidate_id))
        .load(conn)?;
    Ok(rows.into_iter().map(|(plan, candidate)| (PlanId(plan), CandidateId(candidate))).collect())
}
