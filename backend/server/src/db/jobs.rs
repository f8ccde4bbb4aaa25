//! `jobs` and `job_team`. A job's row holds its words; a plan keeps a frozen copy of what they were when it was written.

use super::{
    Conn,
    schema::{job_team, jobs},
    words::{document, read_document, read_word, word},
};
use crate::failure::Failure;
use diesel::prelude::*;
use evenhand_shared::{
    JobId, LevelId, PersonId, Timestamp,
    jobs::{ClosedAs, Closing, JobOutcome, JobStatus, TeamRole},
    plan::{PayBand, Plan},
};
use std::collections::HashMap;

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = jobs, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Job {
    /// Identifier.
    pub id: String,
    /// Short name.
    pub key: String,
    /// When it was made.
    pub created_at: i64,
    /// Title.
    pub title: String,
    /// Level in words.
    pub level: String,
    /// Level of the career ladder.
    pub ladder_level: Option<String>,
    /// What it is about.
    pub summary: String,
    /// Currency of the band.
    pub currency: String,
    /// Lower end of the band.
    pub band_low: i64,
    /// Upper end of the band.
    pub band_high: i64,
    /// How far the band can move, and who decides.
    pub flexibility: String,
    /// Pipeline columns, as JSON.
    pub stages: String,
    /// Results to bring about, as JSON.
    pub outcomes: String,
    /// Where it stands.
    pub status: String,
    /// When it was opened first.
    pub opened_at: Option<i64>,
    /// When it was closed.
    pub closed_at: Option<i64>,
    /// How it ended.
    pub closed_as: Option<String>,
    /// Why it was closed.
    pub closed_words: Option<String>,
    /// Version for changes.
    pub version: i64,
}

impl Job {
    /// An open job in the words of its first plan.
    pub fn of_plan(id: &JobId, plan: &Plan, now: Timestamp) -> Result<Self, Failure> {
        let words = &plan.job;
        let outcomes = plan.outcomes.iter().map(|outcome| JobOutcome {
            key: outcome.key.clone(),
            text: outcome.text.clone(),
            measure: String::new(),
            target: String::new(),
            due: String::new(),
        });
        Ok(Self {
            id: id.as_str().to_owned(),
            key: words.key.clone(),
            created_at: now.0,
            title: words.title.clone(),
            level: words.level.clone(),
            ladder_level: None,
            summary: words.summary.clone(),
            currency: words.band.currency.clone(),
            band_low: words.band.low,
            band_high: words.band.high,
            flexibility: String::new(),
            stages: document(&words.stages)?,
            outcomes: document(&outcomes.collect::<Vec<_>>())?,
            status: word(&JobStatus::Open)?,
            opened_at: Some(now.0),
            closed_at: None,
            closed_as: None,
            closed_words: None,
            version: 1,
        })
    }

    /// Where it stands.
    pub fn status(&self) -> Result<JobStatus, Failure> {
        read_word(&self.status)
    }

    /// Pipeline columns in order.
    pub fn stages(&self) -> Result<Vec<String>, Failure> {
        read_document(&self.stages)
    }

    /// Results to bring about.
    pub fn outcomes(&self) -> Result<Vec<JobOutcome>, Failure> {
        read_document(&self.outcomes)
    }

    /// The pay band.
    pub fn band(&self) -> PayBand {
        PayBand { currency: self.currency.clone(), low: self.band_low, high: self.band_high }
    }

    /// Why and when it was closed.
    pub fn closing(&self) -> Result<Option<Closing>, Failure> {
        let (Some(at), Some(how)) = (self.closed_at, &self.closed_as) else { return Ok(None) };
        let how: ClosedAs = read_word(how)?;
        let reason = self.closed_words.clone().unwrap_or_default();
        Ok(Some(Closing { at: Timestamp(at), how, reason }))
    }
}

/// Id and key of the jobs on whose team the person is, with their part.
pub fn list_for(conn: &mut Conn, person: &PersonId) -> Result<Vec<(JobId, String, TeamRole)>, Failure> {
    let rows: Vec<(String, String, String)> = job_team::table
        .inner_join(jobs::table.on(jobs::id.eq(job_team::job_id)))
        .filter(job_team::person_id.eq(person.as_str()))
        .order((jobs::key, job_team::role))
        .select((jobs::id, jobs::key, job_team::role))
        .load(conn)?;
    rows.into_iter().map(|(id, key, role)| Ok((JobId(id), key, read_word(&role)?))).collect()
}

/// One job.
pub fn find(conn: &mut Conn, id: &JobId) -> Result<Job, Failure> {
    Ok(jobs::table.find(id.as_str()).first(conn)?)
}

/// Several jobs by id.
pub fn list(conn: &mut Conn, ids: &[String]) -> Result<HashMap<String, Job>, Failure> {
    let rows: Vec<Job> = jobs::table.filter(jobs::id.eq_any(ids)).load(conn)?;
    Ok(rows.into_iter().map(|job| (job.id.clone(), job)).collect())
}

/// A job by key.
pub fn find_by_key(conn: &mut Conn, key: &str) -> Result<Option<JobId>, Failure> {
    Ok(jobs::table.filter(jobs::key.eq(key)).select(jobs::id).first::<String>(conn).optional()?.map(JobId))
}

/// Adds a job.
pub fn insert(conn: &mut Conn, job: &Job) -> Result<(), Failure> {
    diesel::insert_into(jobs::table).values(job).execute(conn)?;
    Ok(())
}

/// Changes a job; the version must be the one that was seen.
pub fn update(conn: &mut Conn, job: &mut Job, seen: i64) -> Result<(), Failure> {
    job.version = seen.saturating_add(1);
    let changed = diesel::update(jobs::table.filter(jobs::id.eq(&job.id)).filter(jobs::version.eq(seen)))
        .set(&*job)
        .execute(conn)?;
    if changed == 1 { Ok(()) } else { Err(Failure::stale()) }
}

/// Whether any job stands on this level of the ladder.
pub fn any_on_level(conn: &mut Conn, level: &LevelId) -> Result<bool, Failure> {
    let found =
        jobs::table.filter(jobs::ladder_level.eq(level.as_str())).select(jobs::id).first::<String>(conn);
    Ok(found.optional()?.is_some())
}

/// The parts that a person has on a job's team.
pub fn parts(conn: &mut Conn, job: &JobId, person: &PersonId) -> Result<Vec<TeamRole>, Failure> {
    let rows: Vec<String> = job_team::table
        .filter(job_team::job_id.eq(job.as_str()))
        .filter(job_team::person_id.eq(person.as_str()))
        .order(job_team::role)
        .select(job_team::role)
        .load(conn)?;
    rows.iter().map(|role| read_word(role)).collect()
}

/// The whole team.
pub fn team(conn: &mut Conn, job: &JobId) -> Result<Vec<(PersonId, TeamRole)>, Failure> {
    let rows: Vec<(String, String)> = job_team::table
        .filter(job_team::job_id.eq(job.as_str()))
        .order((job_team::role, job_team::person_id))
        .select((job_team::person_id, job_team::role))
        .load(conn)?;
    rows.into_iter().map(|(person, role)| Ok((PersonId(person), read_word(&role)?))).collect()
}

/// The teams of several jobs: job, person, part.
pub fn teams(conn: &mut Conn, ids: &[String]) -> Result<Vec<(String, PersonId, TeamRole)>, Failure> {
    let rows: Vec<(String, String, String)> = job_team::table
        .filter(job_team::job_id.eq_any(ids))
        .select((job_team::job_id, job_team::person_id, job_team::role))
        .load(conn)?;
    rows.into_iter().map(|(job, person, role)| Ok((job, PersonId(person), read_word(&role)?))).collect()
}

/// Adds someone; already there is no change.
pub fn insert_member(conn: &mut Conn, job: &JobId, person: &PersonId, role: TeamRole) -> Result<(), Failure> {
    delete_member(conn, job, person, role)?;
    diesel::insert_into(job_team::table)
        .values((
            job_team::job_id.eq(job.as_str()),
            job_team::person_id.eq(person.as_str()),
            job_team::role.eq(word(&role)?),
        ))
        .execute(conn)?;
    Ok(())
}

/// Takes someone off; answers whether they were on.
pub fn delete_member(
    conn: &mut Conn,
    job: &JobId,
    person: &PersonId,
    role: TeamRole,
) -> Result<bool, Failure> {
    Ok(diesel::delete(job_team::table.find((job.as_str(), person.as_str(), word(&role)?))).execute(conn)? > 0)
}
