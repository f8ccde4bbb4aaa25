//! `audit_places`: the job and loop that an entry belongs to, noted with it, so that a view can be limited without looking at
//! what the entry is about.

use super::{Conn, Entry};
use crate::{
    db::schema::{applications, assignments, audit_places, interviews, loops, plans},
    failure::Failure,
};
use diesel::prelude::*;

/// Job and loop.
type Place = (Option<String>, Option<String>);

/// Notes where an entry belongs.
pub fn insert(conn: &mut Conn, seq: i64, entry: &Entry<'_>) -> Result<(), Failure> {
    let (job, loop_id) = find(conn, entry)?;
    diesel::insert_into(audit_places::table)
        .values((
            audit_places::seq.eq(seq),
            audit_places::at.eq(entry.at.0),
            audit_places::job_id.eq(job),
            audit_places::loop_id.eq(loop_id),
        ))
        .execute(conn)?;
    Ok(())
}

fn find(conn: &mut Conn, entry: &Entry<'_>) -> Result<Place, Failure> {
    let id = entry.object_id;
    let found: Option<Place> = match entry.object_kind {
        "job" => Some((Some(id.to_owned()), None)),
        "plan" => of_job(plans::table.find(id).select(plans::job_id).first(conn).optional()?),
        "application" => {
            of_job(applications::table.find(id).select(applications::job_id).first(conn).optional()?)
        }
        "loop" => of_loop(conn, Some(id.to_owned()))?,
        "interview" => {
            let found = interviews::table.find(id).select(interviews::loop_id).first(conn).optional()?;
            of_loop(conn, found)?
        }
        "assignment" | "scorecard" => {
            let found = assignments::table.find(id).select(assignments::loop_id).first(conn).optional()?;
            of_loop(conn, found)?
        }
        _ => None,
    };
    match (found, entry.candidate) {
        (Some(place), _) => Ok(place),
        (None, Some(candidate)) => told(conn, entry, candidate),
        (None, None) => Ok((None, None)),
    }
}

fn of_job(job: Option<String>) -> Option<Place> {
    job.map(|job| (Some(job), None))
}

fn of_loop(conn: &mut Conn, id: Option<String>) -> Result<Option<Place>, Failure> {
    let Some(id) = id else { return Ok(None) };
    let job: Option<String> = loops::table.find(&id).select(loops::job_id).first(conn).optional()?;
    Ok(job.map(|job| (Some(job), Some(id))))
}

/// Where an entry on a candidate says itself that it belongs; else to the candidate's job, when there is only one.
fn told(conn: &mut Conn, entry: &Entry<'_>, candidate: &str) -> Result<Place, Failure> {
    let word = |name: &str| entry.detail.get(name).and_then(|value| value.as_str()).map(str::to_owned);
    if let Some(place) = of_loop(conn, word("loop"))? {
        return Ok(place);
    }
    if let Some(job) = word("job") {
        return Ok((Some(job), None));
    }
    let mut jobs: Vec<String> = applications::table
        .filter(applications::candidate_id.eq(candidate))
        .select(applications::job_id)
        .limit(2)
        .load(conn)?;
    let job = jobs.pop();
    Ok((job.filter(|_| jobs.is_empty()), None))
}
