//! `jobs` and `job_team`. A job's words (title, level, band, stages) stand in its newest plan version.

use super::{
    Conn,
    schema::{job_team, jobs},
    words::{read_word, word},
};
use crate::failure::Failure;
use diesel::prelude::*;
use evenhand_shared::{JobId, PersonId, Timestamp, jobs::TeamRole};

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

/// A job's key.
pub fn find_key(conn: &mut Conn, id: &JobId) -> Result<String, Failure> {
    Ok(jobs::table.find(id.as_str()).select(jobs::key).first(conn)?)
}

/// A job by key.
pub fn find_by_key(conn: &mut Conn, key: &str) -> Result<Option<JobId>, Failure> {
    Ok(jobs::table.filter(jobs::key.eq(key)).select(jobs::id).first::<String>(conn).optional()?.map(JobId))
}

/// Adds a job.
pub fn insert(conn: &mut Conn, id: &JobId, key: &str, now: Timestamp) -> Result<(), Failure> {
    diesel::insert_into(jobs::table)
        .values((jobs::id.eq(id.as_str()), jobs::key.eq(key), jobs::created_at.eq(now.0)))
        .execute(conn)?;
    Ok(())
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
