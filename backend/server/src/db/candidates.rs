//! `candidates`: people who apply.

use super::{
    Conn,
    schema::{applications, candidates, job_team},
    words::{fold, read_document},
};
use crate::failure::Failure;
use diesel::prelude::*;
use evenhand_shared::{CandidateId, JobId, PersonId};

/// A row.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = candidates)]
pub struct Candidate {
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: String,
    /// Address as written.
    pub email: String,
    /// Address for comparing.
    pub email_folded: String,
    /// Telephone.
    pub phone: String,
    /// Where they came from.
    pub source: String,
    /// IANA zone.
    pub zone: String,
    /// Answers as JSON: heading and text.
    pub answers: String,
    /// When.
    pub created_at: i64,
    /// Name for searching and ordering.
    pub name_folded: String,
}

impl Candidate {
    /// The answers in order.
    pub fn answers(&self) -> Result<Vec<(String, String)>, Failure> {
        read_document(&self.answers)
    }
}

/// One candidate.
pub fn find(conn: &mut Conn, id: &CandidateId) -> Result<Candidate, Failure> {
    Ok(candidates::table.find(id.as_str()).first(conn)?)
}

/// Names by id, for those asked for.
pub fn names(conn: &mut Conn, ids: &[String]) -> Result<std::collections::HashMap<String, String>, Failure> {
    let rows: Vec<(String, String)> = candidates::table
        .filter(candidates::id.eq_any(ids))
        .select((candidates::id, candidates::name))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// Adds a candidate.
pub fn insert(conn: &mut Conn, candidate: &Candidate) -> Result<(), Failure> {
    diesel::insert_into(candidates::table).values(candidate).execute(conn)?;
    Ok(())
}

/// The candidate with this address among those who applied to a job whose team `importer` is on (S33: nobody else is matched).
pub fn find_known_to(
    conn: &mut Conn,
    importer: &PersonId,
    email_folded: &str,
) -> Result<Option<CandidateId>, Failure> {
    let found: Option<String> = candidates::table
        .inner_join(applications::table.on(applications::candidate_id.eq(candidates::id)))
        .inner_join(job_team::table.on(job_team::job_id.eq(applications::job_id)))
        .filter(candidates::email_folded.eq(email_folded))
        .filter(job_team::person_id.eq(importer.as_str()))
        .order(candidates::id)
        .select(candidates::id)
        .first(conn)
        .optional()?;
    Ok(found.map(CandidateId))
}

/// The candidate with this address who applied to the job.
pub fn find_applied(
    conn: &mut Conn,
    job: &JobId,
    email_folded: &str,
) -> Result<Option<CandidateId>, Failure> {
    let found: Option<String> = candidates::table
        .inner_join(applications::table.on(applications::candidate_id.eq(candidates::id)))
        .filter(applications::job_id.eq(job.as_str()))
        .filter(candidates::email_folded.eq(email_folded))
        .order(candidates::id)
        .select(candidates::id)
        .first(conn)
        .optional()?;
    Ok(found.map(CandidateId))
}

/// Everyone who applied to the job, without these, by name.
pub fn list_of_job(conn: &mut Conn, job: &JobId, without: &[String]) -> Result<Vec<Candidate>, Failure> {
    Ok(candidates::table
        .inner_join(applications::table.on(applications::candidate_id.eq(candidates::id)))
        .filter(applications::job_id.eq(job.as_str()))
        .filter(candidates::id.ne_all(without))
        .order((candidates::name_folded, candidates::id))
        .select(candidates::all_columns)
        .load(conn)?)
}

/// Whether there is a candidate of this id.
pub fn exists(conn: &mut Conn, id: &CandidateId) -> Result<bool, Failure> {
    let found: Option<String> =
        candidates::table.find(id.as_str()).select(candidates::id).first(conn).optional()?;
    Ok(found.is_some())
}

/// Fills in the folded names that are missing: those from before there were any, and those that an older server brought.
pub fn fold_names(conn: &mut Conn) -> Result<(), Failure> {
    let missing: Vec<(String, String)> = candidates::table
        .filter(candidates::name_folded.eq(""))
        .select((candidates::id, candidates::name))
        .load(conn)?;
    for (id, name) in missing {
        diesel::update(candidates::table.find(id))
            .set(candidates::name_folded.eq(fold(&name)))
            .execute(conn)?;
    }
    Ok(())
}

/// Folded addresses of everyone who applies to a job.
pub fn emails_of_job(conn: &mut Conn, job: &JobId) -> Result<Vec<String>, Failure> {
    Ok(candidates::table
        .inner_join(applications::table.on(applications::candidate_id.eq(candidates::id)))
        .filter(applications::job_id.eq(job.as_str()))
        .select(candidates::email_folded)
        .load(conn)?)
}

/// Corrects where a candidate came from.
pub fn set_source(conn: &mut Conn, id: &CandidateId, source: &str) -> Result<(), Failure> {
    diesel::update(candidates::table.find(id.as_str())).set(candidates::source.eq(source)).execute(conn)?;
    Ok(())
}
