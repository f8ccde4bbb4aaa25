//! `stage_moves` and `stage_contests`: the moves of applications, and the last one of each that came too late.

use super::{
    Conn,
    schema::{people, stage_contests, stage_moves},
};
use crate::failure::Failure;
use diesel::prelude::*;
use evenhand_shared::{ApplicationId, JobId, PersonId, Timestamp};
use std::collections::HashMap;

/// A move, under the version of the application that it made.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = stage_moves)]
pub struct StageMove {
    /// The application.
    pub application_id: String,
    /// The version that the move made.
    pub version: i64,
    /// Where from.
    pub from_stage: String,
    /// Where to.
    pub to_stage: String,
    /// Since when it had stood there.
    pub since_before: i64,
    /// Who.
    pub by_person: String,
    /// When.
    pub at: i64,
}

/// The move that made this version.
pub fn find(conn: &mut Conn, application: &str, version: i64) -> Result<Option<StageMove>, Failure> {
    Ok(stage_moves::table.find((application, version)).first(conn).optional()?)
}

/// Notes a move.
pub fn insert(conn: &mut Conn, row: &StageMove) -> Result<(), Failure> {
    diesel::insert_into(stage_moves::table).values(row).execute(conn)?;
    Ok(())
}

/// Notes a move that came too late, in place of an earlier one.
pub fn contest(
    conn: &mut Conn,
    application: &ApplicationId,
    job: &JobId,
    stage: &str,
    by: &PersonId,
    now: Timestamp,
) -> Result<(), Failure> {
    settle(conn, application.as_str())?;
    diesel::insert_into(stage_contests::table)
        .values((
            stage_contests::application_id.eq(application.as_str()),
            stage_contests::job_id.eq(job.as_str()),
            stage_contests::stage.eq(stage),
            stage_contests::by_person.eq(by.as_str()),
            stage_contests::at.eq(now.0),
        ))
        .execute(conn)?;
    Ok(())
}

/// Forgets it: the next move has been made.
pub fn settle(conn: &mut Conn, application: &str) -> Result<(), Failure> {
    diesel::delete(stage_contests::table.find(application)).execute(conn)?;
    Ok(())
}

/// The moves of a job by others that came too late since an instant, by application: who, where to, when.
pub fn contests(
    conn: &mut Conn,
    job: &JobId,
    viewer: &PersonId,
    since: Timestamp,
) -> Result<HashMap<String, (String, String, i64)>, Failure> {
    let rows: Vec<(String, String, String, i64)> = stage_contests::table
        .inner_join(people::table.on(people::id.eq(stage_contests::by_person)))
        .filter(stage_contests::job_id.eq(job.as_str()))
        .filter(stage_contests::at.ge(since.0))
        .filter(stage_contests::by_person.ne(viewer.as_str()))
        .select((stage_contests::application_id, people::name, stage_contests::stage, stage_contests::at))
        .load(conn)?;
    Ok(rows.into_iter().map(|(id, by, stage, at)| (id, (by, stage, at))).collect())
}
