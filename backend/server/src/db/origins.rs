//! `import_batches` and `application_origins`: how applications came in, so that a wrong import can be taken back.

use super::{
    Conn, notes, rejections,
    schema::{
        application_origins, applications, candidates, import_batches, loops, stage_contests, stage_moves,
    },
    tags,
};
use crate::{db::files, failure::Failure};
use diesel::prelude::*;
use evenhand_shared::{ImportId, JobId};
use std::collections::{HashMap, HashSet};

/// An import.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = import_batches)]
pub struct Batch {
    /// Identifier.
    pub id: String,
    /// The job.
    pub job_id: String,
    /// Who.
    pub imported_by: String,
    /// When.
    pub imported_at: i64,
    /// How many candidates it brought.
    pub brought: i64,
    /// They were for trying things out.
    pub is_test: bool,
}

/// How one application came in.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = application_origins, treat_none_as_default_value = false)]
pub struct Origin {
    /// The application.
    pub application_id: String,
    /// The import that brought it.
    pub batch_id: Option<String>,
    /// It is for trying things out.
    pub is_test: bool,
}

/// One import.
pub fn find_batch(conn: &mut Conn, id: &ImportId) -> Result<Batch, Failure> {
    Ok(import_batches::table.find(id.as_str()).first(conn)?)
}

/// Imports of a job, newest first.
pub fn list_batches(conn: &mut Conn, job: &JobId) -> Result<Vec<Batch>, Failure> {
    Ok(import_batches::table
        .filter(import_batches::job_id.eq(job.as_str()))
        .order((import_batches::imported_at.desc(), import_batches::id))
        .load(conn)?)
}

/// Adds an import.
pub fn insert_batch(conn: &mut Conn, batch: &Batch) -> Result<(), Failure> {
    diesel::insert_into(import_batches::table).values(batch).execute(conn)?;
    Ok(())
}

/// Notes how an application came in.
pub fn insert(conn: &mut Conn, origin: &Origin) -> Result<(), Failure> {
    diesel::insert_into(application_origins::table).values(origin).execute(conn)?;
    Ok(())
}

/// How these applications came in.
pub fn list(conn: &mut Conn, applications: &[String]) -> Result<HashMap<String, Origin>, Failure> {
    let rows: Vec<Origin> = application_origins::table
        .filter(application_origins::application_id.eq_any(applications))
        .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.application_id.clone(), row)).collect())
}

/// An application that came with an import: import, application, candidate and name.
pub type Brought = (Option<String>, String, String, String);

/// Applications that these imports brought and that are still there, by name.
pub fn list_brought(conn: &mut Conn, batches: &[String]) -> Result<Vec<Brought>, Failure> {
    Ok(application_origins::table
        .inner_join(applications::table.on(applications::id.eq(application_origins::application_id)))
        .inner_join(candidates::table.on(candidates::id.eq(applications::candidate_id)))
        .filter(application_origins::batch_id.eq_any(batches.iter().map(Some)))
        .order((candidates::name, applications::id))
        .select((
            application_origins::batch_id,
            applications::id,
            applications::candidate_id,
            candidates::name,
        ))
        .load(conn)?)
}

/// Those of these candidates for whom a loop was ever started, on any job.
pub fn with_loops(conn: &mut Conn, candidates: &[String]) -> Result<HashSet<String>, Failure> {
    let rows: Vec<String> = loops::table
        .filter(loops::candidate_id.eq_any(candidates))
        .select(loops::candidate_id)
        .distinct()
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// Takes an application away with everything that the team kept about it, and the candidate when no other application is left.
pub fn delete_application(conn: &mut Conn, application: &str, candidate: &str) -> Result<(), Failure> {
    notes::delete_of(conn, application)?;
    tags::delete_of(conn, application)?;
    files::delete_of(conn, application)?;
    rejections::delete(conn, application)?;
    diesel::delete(stage_moves::table.filter(stage_moves::application_id.eq(application))).execute(conn)?;
    diesel::delete(stage_contests::table.find(application)).execute(conn)?;
    diesel::delete(application_origins::table.find(application)).execute(conn)?;
    diesel::delete(applications::table.find(application)).execute(conn)?;
    let left: i64 =
        applications::table.filter(applications::candidate_id.eq(candidate)).count().get_result(conn)?;
    if left == 0 {
        diesel::delete(candidates::table.find(candidate)).execute(conn)?;
    }
    Ok(())
}
