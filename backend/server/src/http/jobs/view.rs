//! A job as its team sees it.

use crate::{
    db::{Conn, jobs, people, plans},
    failure::Failure,
};
use evenhand_policy::JobRights;
use evenhand_shared::{
    JobId,
    jobs::{JobDetail, JobRow, TeamMember, TeamRole},
    plan::PlanVersion,
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

/// A job in a list, in the words of its newest plan.
pub fn row(newest: &PlanVersion, rights: JobRights) -> JobRow {
    let job = &newest.plan.job;
    JobRow {
        id: newest.job_id.clone(),
        key: job.key.clone(),
        title: job.title.clone(),
        level: job.level.clone(),
        my_roles: parts(rights),
    }
}

/// A job's page.
pub fn detail(conn: &mut Conn, id: &JobId, rights: JobRights) -> Result<JobDetail, Failure> {
    let newest = plans::newest(conn, id)?;
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
        job: row(&newest, rights),
        summary: newest.plan.job.summary,
        band: newest.plan.job.band,
        stages: newest.plan.job.stages,
        team,
        plan_id: newest.id,
        plan_number: newest.number,
    })
}
