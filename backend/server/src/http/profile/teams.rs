//! Somebody's parts on hiring teams.

use crate::{
    db::{Conn, jobs, people::Person},
    failure::Failure,
};
use evenhand_shared::{jobs::TeamRole, people::Role, profile::TeamPart};

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
    let jobs = jobs::list(conn, &ids)?;
    Ok(parts
        .into_iter()
        .map(|(job_id, key, part)| TeamPart {
            title: jobs.get(job_id.as_str()).map_or(key, |job| job.title.clone()),
            job_id,
            part,
            counts: roles.contains(&role_of(part)),
        })
        .collect())
}
