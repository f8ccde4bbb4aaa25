//! `plan_drafts`: at most one for each job.

use super::{
    Conn,
    drafts::Authors,
    schema::plan_drafts,
    words::{document, read_document},
};
use crate::failure::Failure;
use diesel::prelude::*;
use evenhand_shared::{JobId, PlanId, Timestamp, plan::Plan};

/// A draft.
#[derive(Debug, Clone)]
pub struct PlanDraftRow {
    /// The job.
    pub job: JobId,
    /// The content.
    pub plan: Plan,
    /// The version that it began from.
    pub based_on: Option<PlanId>,
    /// Who writes it.
    pub authors: Authors,
}

/// A job's draft.
pub fn find(conn: &mut Conn, job: &JobId) -> Result<Option<PlanDraftRow>, Failure> {
    type Columns = (String, String, Option<String>, i64, String, i64, String, i64);
    let row: Option<Columns> = plan_drafts::table.find(job.as_str()).first(conn).optional()?;
    row.map(|(job, content, based_on, version, started_by, started_at, changed_by, changed_at)| {
        Ok(PlanDraftRow {
            job: JobId(job),
            plan: read_document(&content)?,
            based_on: based_on.map(PlanId),
            authors: Authors {
                started_by: started_by.into(),
                started_at: Timestamp(started_at),
                changed_by: changed_by.into(),
                changed_at: Timestamp(changed_at),
                version,
            },
        })
    })
    .transpose()
}

/// Adds a draft, or replaces the one that the job has.
pub fn put(conn: &mut Conn, draft: &PlanDraftRow) -> Result<(), Failure> {
    delete(conn, &draft.job)?;
    diesel::insert_into(plan_drafts::table)
        .values((
            plan_drafts::job_id.eq(draft.job.as_str()),
            plan_drafts::content.eq(document(&draft.plan)?),
            plan_drafts::based_on.eq(draft.based_on.as_ref().map(PlanId::as_str)),
            plan_drafts::version.eq(draft.authors.version),
            plan_drafts::started_by.eq(draft.authors.started_by.as_str()),
            plan_drafts::started_at.eq(draft.authors.started_at.0),
            plan_drafts::changed_by.eq(draft.authors.changed_by.as_str()),
            plan_drafts::changed_at.eq(draft.authors.changed_at.0),
        ))
        .execute(conn)?;
    Ok(())
}

/// Takes a job's draft away.
pub fn delete(conn: &mut Conn, job: &JobId) -> Result<(), Failure> {
    diesel::delete(plan_drafts::table.find(job.as_str())).execute(conn)?;
    Ok(())
}
