//! A job as its team sees it.

use crate::{
    db::{
        Conn,
        jobs::{self, Job},
        people, plans,
    },
    failure::Failure,
};
use evenhand_policy::JobRights;
use evenhand_shared::{
    JobId, Timestamp,
    jobs::{JobDetail, JobRow, TeamMember, TeamRole},
};

/// The parts that count now.
fn parts(rights: JobRights) -> Vec<TeamRole> {
    let mut parts = Vec::new();
    if rights.recruiter {
        parts.push(TeamRole::Recruiter);
    }
    if rights.hiring_manager {
        parts.push(TeamRole::HiringManager);
    }
    parts
}

/// A job in a list.
pub fn row(job: &Job, rights: JobRights) -> Result<JobRow, Failure> {
    Ok(JobRow {
        id: job.id.as_str().into(),
        key: job.key.clone(),
        title: job.title.clone(),
        level: job.level.clone(),
        status: job.status()?,
        my_roles: parts(rights),
    })
}

/// A job's page.
pub fn detail(conn: &mut Conn, id: &JobId, rights: JobRights) -> Result<JobDetail, Failure> {
    let job = jobs::find(conn, id)?;
    let (plan_id, plan_number) = plans::newest(conn, id)?.unzip();
    let members = jobs::team(conn, id)?;
    let ids: Vec<String> = members.iter().map(|(person, _)| person.as_str().to_owned()).collect();
    let names = people::names(conn, &ids)?;
    let mut team: Vec<TeamMember> = members
        .into_iter()
        .map(|(person_id, role)| TeamMember {
            name: names.get(person_id.as_str()).cloned().unwrap_or_default(),
            person_id,
            role,
        })
        .collect();
    team.sort_by(|a, b| (a.role, &a.name, &a.person_id).cmp(&(b.role, &b.name, &b.person_id)));
    Ok(JobDetail {
        job: row(&job, rights)?,
        band: job.band(),
        outcomes: job.outcomes()?,
        stages: job.stages()?,
        opened_at: job.opened_at.map(Timestamp),
        closing: job.closing()?,
        summary: job.summary,
        flexibility: job.flexibility,
        version: job.version,
        team,
        plan_id,
        plan_number,
    })
}
