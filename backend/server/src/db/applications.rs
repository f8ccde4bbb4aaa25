//! `applications`: a candidate applying to one job.
//!
//! Stage and rejection are secret for whoever is open on the candidate, so they stand apart: [`find_key`] and [`list_keys`]
//! read what is public to the team, [`find`] the rest, for those who are not open.

use super::{
    Conn,
    schema::{applications, candidates, loops},
};
use crate::failure::Failure;
use diesel::{
    dsl::{exists, not},
    prelude::*,
};
use evenhand_shared::{ApplicationId, CandidateId, JobId, Timestamp};
use std::collections::HashMap;

/// A row.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = applications, treat_none_as_default_value = false)]
pub struct Application {
    /// Identifier.
    pub id: String,
    /// The person.
    pub candidate_id: String,
    /// The job.
    pub job_id: String,
    /// Pipeline column.
    pub stage: String,
    /// Why it was rejected; present means rejected.
    pub rejection_reason: Option<String>,
    /// Version for changes.
    pub version: i64,
    /// When.
    pub created_at: i64,
    /// Since when in this stage.
    pub stage_since: i64,
}

/// What never changes about an application.
#[derive(Debug, Clone, Queryable)]
pub struct ApplicationKey {
    /// Identifier.
    pub id: String,
    /// The person.
    pub candidate_id: String,
    /// The job.
    pub job_id: String,
    /// The person's name.
    pub name: String,
}

/// The unchanging part of one application.
pub fn find_key(conn: &mut Conn, id: &ApplicationId) -> Result<ApplicationKey, Failure> {
    Ok(keys().filter(applications::id.eq(id.as_str())).first(conn)?)
}

/// The unchanging parts of a job's applications, by name: an order that no hidden act moves.
pub fn list_keys(conn: &mut Conn, job: &JobId) -> Result<Vec<ApplicationKey>, Failure> {
    Ok(keys()
        .filter(applications::job_id.eq(job.as_str()))
        .order((candidates::name, applications::id))
        .load(conn)?)
}

/// The unchanging parts of a candidate's applications.
pub fn list_keys_of(conn: &mut Conn, candidate: &CandidateId) -> Result<Vec<ApplicationKey>, Failure> {
    Ok(keys().filter(applications::candidate_id.eq(candidate.as_str())).order(applications::id).load(conn)?)
}

/// The unchanging parts of those of these applications that are to this job.
pub fn list_keys_in(conn: &mut Conn, job: &JobId, ids: &[String]) -> Result<Vec<ApplicationKey>, Failure> {
    Ok(keys()
        .filter(applications::job_id.eq(job.as_str()))
        .filter(applications::id.eq_any(ids))
        .load(conn)?)
}

/// The unchanging parts of these candidates' applications to these jobs, by name.
pub fn list_keys_of_candidates(
    conn: &mut Conn,
    jobs: &[String],
    candidates: &[String],
) -> Result<Vec<ApplicationKey>, Failure> {
    Ok(keys()
        .filter(applications::job_id.eq_any(jobs))
        .filter(applications::candidate_id.eq_any(candidates))
        .order((candidates::name, applications::id))
        .load(conn)?)
}

#[diesel::dsl::auto_type]
fn keys() -> _ {
    applications::table
        .inner_join(candidates::table.on(candidates::id.eq(applications::candidate_id)))
        .select((applications::id, applications::candidate_id, applications::job_id, candidates::name))
}

/// One application with its stage: only for those who are not open on the candidate.
pub fn find(conn: &mut Conn, id: &ApplicationId) -> Result<Application, Failure> {
    Ok(applications::table.find(id.as_str()).first(conn)?)
}

/// Several applications with their stages: only for those who are not open on the candidates.
pub fn list(conn: &mut Conn, ids: &[String]) -> Result<Vec<Application>, Failure> {
    Ok(applications::table.filter(applications::id.eq_any(ids)).load(conn)?)
}

/// A candidate's name on a job.
#[derive(Debug, Clone, Queryable)]
pub struct Named {
    /// The person.
    pub candidate_id: String,
    /// Their name.
    pub name: String,
    /// Their address for comparing.
    pub email_folded: String,
    /// The job.
    pub job_id: String,
}

/// An application that is not rejected.
#[derive(Debug, Clone, Queryable)]
pub struct Undecided {
    /// Identifier.
    pub id: String,
    /// The person.
    pub candidate_id: String,
    /// The job.
    pub job_id: String,
    /// The person's name.
    pub name: String,
    /// When it came in.
    pub created_at: i64,
    /// Since when it stands in its stage.
    pub stage_since: i64,
}

/// Which undecided applications without a loop are asked for.
#[derive(Debug, Clone, Copy)]
pub enum Idle {
    /// Those that came in since an instant, the newest first.
    Arrived(Timestamp),
    /// Those that came in and last moved before it, the longest waiting first.
    Waiting(Timestamp),
}

/// Applications of these jobs that are not rejected and have no loop, without those of the candidates on whom the reader is open:
/// of them not even whether they are rejected is asked. Answers how many there are, and the first of them.
pub fn list_idle(
    conn: &mut Conn,
    jobs: &[String],
    without: &[String],
    which: Idle,
    most: i64,
) -> Result<(i64, Vec<Undecided>), Failure> {
    macro_rules! those {
        ($query:expr) => {{
            let looped = loops::table.filter(loops::application_id.eq(applications::id));
            let query = $query
                .into_boxed()
                .filter(applications::job_id.eq_any(jobs))
                .filter(applications::candidate_id.ne_all(without))
                .filter(applications::rejection_reason.is_null())
                .filter(not(exists(looped)));
            match which {
                Idle::Arrived(since) => query.filter(applications::created_at.ge(since.0)),
                Idle::Waiting(before) => query
                    .filter(applications::created_at.lt(before.0))
                    .filter(applications::stage_since.lt(before.0)),
            }
        }};
    }
    let count = those!(applications::table.select(diesel::dsl::count_star())).first(conn)?;
    let rows = those!(
        applications::table
            .inner_join(candidates::table.on(candidates::id.eq(applications::candidate_id)))
            .limit(most)
            .select((
                applications::id,
                applications::candidate_id,
                applications::job_id,
                candidates::name,
                applications::created_at,
                applications::stage_since,
            ))
    );
    let rows = match which {
        Idle::Arrived(_) => {
            rows.order((applications::created_at.desc(), candidates::name, applications::id.asc()))
        }
        Idle::Waiting(_) => {
            rows.order((applications::stage_since.asc(), candidates::name, applications::id.asc()))
        }
    };
    Ok((count, rows.load(conn)?))
}

/// Names by application, of those of these that are not rejected; only for those who are not open on the candidates.
pub fn undecided_names(conn: &mut Conn, ids: &[String]) -> Result<HashMap<String, String>, Failure> {
    let rows: Vec<(String, String)> = applications::table
        .inner_join(candidates::table.on(candidates::id.eq(applications::candidate_id)))
        .filter(applications::id.eq_any(ids))
        .filter(applications::rejection_reason.is_null())
        .select((applications::id, candidates::name))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// Adds an application.
pub fn insert(conn: &mut Conn, application: &Application) -> Result<(), Failure> {
    diesel::insert_into(applications::table).values(application).execute(conn)?;
    Ok(())
}

/// Moves or rejects; the version must be the one that was seen.
pub fn update(conn: &mut Conn, application: &mut Application, seen: i64) -> Result<(), Failure> {
    application.version = seen.saturating_add(1);
    let changed = diesel::update(
        applications::table
            .filter(applications::id.eq(&application.id))
            .filter(applications::version.eq(seen)),
    )
    .set((
        applications::stage.eq(&application.stage),
        applications::stage_since.eq(application.stage_since),
        applications::rejection_reason.eq(&application.rejection_reason),
        applications::version.eq(application.version),
    ))
    .execute(conn)?;
    if changed == 1 { Ok(()) } else { Err(Failure::stale()) }
}

/// Whether any application of the job stands in this stage: only for those who are open on none of its candidates.
pub fn any_in_stage(conn: &mut Conn, job: &JobId, stage: &str) -> Result<bool, Failure> {
    Ok(applications::table
        .filter(applications::job_id.eq(job.as_str()))
        .filter(applications::stage.eq(stage))
        .select(applications::id)
        .first::<String>(conn)
        .optional()?
        .is_some())
}

/// Gives the stages of a job other names, all at once. Nobody moves, so versions stay as they are.
pub fn rename_stages(conn: &mut Conn, job: &JobId, renamed: &[(String, String)]) -> Result<(), Failure> {
    // By way of names that no stage can have, so that two stages may swap theirs.
    let between = |n: usize| format!("\u{1}{n}");
    let mut steps: Vec<(String, String)> = Vec::new();
    steps.extend(renamed.iter().enumerate().map(|(n, (old, _))| (old.clone(), between(n))));
    steps.extend(renamed.iter().enumerate().map(|(n, (_, new))| (between(n), new.clone())));
    for (from, to) in steps {
        diesel::update(
            applications::table
                .filter(applications::job_id.eq(job.as_str()))
                .filter(applications::stage.eq(from)),
        )
        .set(applications::stage.eq(to))
        .execute(conn)?;
    }
    Ok(())
}

/// Candidates who applied to the job.
pub fn candidates_of(conn: &mut Conn, job: &JobId) -> Result<Vec<CandidateId>, Failure> {
    let ids: Vec<String> = applications::table
        .filter(applications::job_id.eq(job.as_str()))
        .select(applications::candidate_id)
        .load(conn)?;
    Ok(ids.into_iter().map(CandidateId).collect())
}

/// Whether somebody with this folded address applied to the job.
pub fn applied(conn: &mut Conn, job: &JobId, email_folded: &str) -> Result<bool, Failure> {
    Ok(applications::table
        .inner_join(candidates::table.on(candidates::id.eq(applications::candidate_id)))
        .filter(applications::job_id.eq(job.as_str()))
        .filter(candidates::email_folded.eq(email_folded))
        .select(applications::id)
        .first::<String>(conn)
        .optional()?
        .is_some())
}
