//! `job_covers`: who acts for a member of a job's team on the people on whom that member is open (S5).

use super::{Conn, schema::job_covers};
use crate::failure::Failure;
use diesel::prelude::*;
use evenhand_shared::{JobId, PersonId, Timestamp};

/// Covers of a job: member and cover.
pub fn list(conn: &mut Conn, job: &JobId) -> Result<Vec<(PersonId, PersonId)>, Failure> {
    let rows: Vec<(String, String)> = job_covers::table
        .filter(job_covers::job_id.eq(job.as_str()))
        .order(job_covers::person_id)
        .select((job_covers::person_id, job_covers::cover_id))
        .load(conn)?;
    Ok(rows.into_iter().map(|(person, cover)| (PersonId(person), PersonId(cover))).collect())
}

/// The members of a job's team whose cover this person is.
pub fn list_covered(conn: &mut Conn, job: &JobId, cover: &PersonId) -> Result<Vec<PersonId>, Failure> {
    let rows: Vec<String> = job_covers::table
        .filter(job_covers::job_id.eq(job.as_str()))
        .filter(job_covers::cover_id.eq(cover.as_str()))
        .order(job_covers::person_id)
        .select(job_covers::person_id)
        .load(conn)?;
    Ok(rows.into_iter().map(PersonId).collect())
}

/// A member's covers: job and cover.
pub fn list_of(conn: &mut Conn, person: &PersonId) -> Result<Vec<(JobId, PersonId)>, Failure> {
    let rows: Vec<(String, String)> = job_covers::table
        .filter(job_covers::person_id.eq(person.as_str()))
        .order(job_covers::job_id)
        .select((job_covers::job_id, job_covers::cover_id))
        .load(conn)?;
    Ok(rows.into_iter().map(|(job, cover)| (JobId(job), PersonId(cover))).collect())
}

/// Names a cover in place of any earlier one.
pub fn put(
    conn: &mut Conn,
    job: &JobId,
    person: &PersonId,
    cover: &PersonId,
    by: &PersonId,
    now: Timestamp,
) -> Result<(), Failure> {
    delete(conn, job, person)?;
    diesel::insert_into(job_covers::table)
        .values((
            job_covers::job_id.eq(job.as_str()),
            job_covers::person_id.eq(person.as_str()),
            job_covers::cover_id.eq(cover.as_str()),
            job_covers::named_by.eq(by.as_str()),
            job_covers::named_at.eq(now.0),
        ))
        .execute(conn)?;
    Ok(())
}

/// Takes a member's cover away; answers whether there was one.
pub fn delete(conn: &mut Conn, job: &JobId, person: &PersonId) -> Result<bool, Failure> {
    Ok(diesel::delete(job_covers::table.find((job.as_str(), person.as_str()))).execute(conn)? > 0)
}

/// Ends everything that somebody who leaves covers.
pub fn delete_by(conn: &mut Conn, cover: &PersonId) -> Result<(), Failure> {
    diesel::delete(job_covers::table.filter(job_covers::cover_id.eq(cover.as_str()))).execute(conn)?;
    Ok(())
}
