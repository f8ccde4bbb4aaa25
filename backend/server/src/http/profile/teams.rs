//! Somebody's parts on hiring teams.

use crate::{
    db::{
        Conn, jobs, loops,
        people::{self, Person},
    },
    failure::Failure,
};
use evenhand_shared::{
    JobId,
    jobs::{JobStatus, TeamRole},
    people::{PersonState, Role},
    profile::TeamPart,
};

/// The role without which a part on a team does not count.
pub const fn role_of(part: TeamRole) -> Role {
    match part {
        TeamRole::Recruiter => Role::Recruiter,
        TeamRole::HiringManager => Role::HiringManager,
    }
}

/// The parts of one person, in the order of the jobs' keys.
pub fn parts(conn: &mut Conn, person: &Person) -> Result<Vec<TeamPart>, Failure> {
    let roles = person.roles()?;
    let parts = jobs::list_for(conn, &person.id.as_str().into())?;
    let ids: Vec<String> = parts.iter().map(|(job, _, _)| job.0.clone()).collect();
    let found = jobs::list(conn, &ids)?;
    let mut all = Vec::with_capacity(parts.len());
    for (job_id, key, part) in parts {
        let job = found.get(job_id.as_str());
        let closed = job.map(jobs::Job::status).transpose()? == Some(JobStatus::Closed);
        all.push(TeamPart {
            title: job.map_or(key, |job| job.title.clone()),
            counts: roles.contains(&role_of(part)),
            // A closed job needs somebody as long as one of its loops runs.
            alone: (!closed || loops::any_running(conn, &job_id)?)
                && !somebody_else(conn, &job_id, part, &person.id)?,
            job_id,
            part,
        });
    }
    Ok(all)
}

/// Whether another member who can log in holds the part.
fn somebody_else(conn: &mut Conn, job: &JobId, part: TeamRole, person: &str) -> Result<bool, Failure> {
    for (member, held) in jobs::team(conn, job)? {
        if held == part && member.as_str() != person {
            let member = people::find(conn, &member)?;
            if member.state() == PersonState::Active && member.roles()?.contains(&role_of(part)) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}
