//! A job as its team sees it.

use crate::{
    db::{
        Conn, job_covers,
        jobs::{self, Job},
        ladder, people, plans,
    },
    failure::Failure,
};
use evenhand_hiring::jobs::reaches_outside;
use evenhand_policy::JobRights;
use evenhand_shared::{
    JobId, LevelId, PersonId, Timestamp,
    jobs::{Cover, JobDetail, JobRow, TeamMember, TeamRole},
};
use std::collections::HashMap;

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

/// Jobs in a list, with the caller's rights on each.
pub fn rows(conn: &mut Conn, jobs: &[(Job, JobRights)]) -> Result<Vec<JobRow>, Failure> {
    let ids: Vec<String> = jobs.iter().map(|(job, _)| job.id.clone()).collect();
    let teams = jobs::teams(conn, &ids)?;
    let people: Vec<String> = teams.iter().map(|(_, person, _)| person.as_str().to_owned()).collect();
    let names = people::names(conn, &people)?;
    let ladder = ladder::list(conn)?;
    let mut rows = Vec::new();
    for (job, rights) in jobs {
        let named = |part: TeamRole| {
            let of_job = teams.iter().filter(|(id, _, role)| *id == job.id && *role == part);
            let mut found: Vec<String> =
                of_job.filter_map(|(_, person, _)| names.get(person.as_str()).cloned()).collect();
            found.sort();
            found
        };
        let level = ladder.iter().find(|l| Some(l.id.as_str()) == job.ladder_level.as_deref());
        rows.push(JobRow {
            id: job.id.as_str().into(),
            key: job.key.clone(),
            title: job.title.clone(),
            level: level.map_or_else(|| job.level.clone(), |level| level.content.name.clone()),
            status: job.status()?,
            my_roles: parts(*rights),
            recruiters: named(TeamRole::Recruiter),
            hiring_managers: named(TeamRole::HiringManager),
        });
    }
    Ok(rows)
}

fn team(conn: &mut Conn, id: &JobId) -> Result<Vec<TeamMember>, Failure> {
    let members = jobs::team(conn, id)?;
    let covers: HashMap<PersonId, PersonId> = job_covers::list(conn, id)?.into_iter().collect();
    let ids: Vec<String> =
        members.iter().map(|(person, _)| person).chain(covers.values()).map(|id| id.0.clone()).collect();
    let names = people::names(conn, &ids)?;
    let name = |id: &PersonId| names.get(id.as_str()).cloned().unwrap_or_default();
    let mut team: Vec<TeamMember> = members
        .into_iter()
        .map(|(person_id, role)| TeamMember {
            name: name(&person_id),
            cover: covers.get(&person_id).map(|cover| Cover { person_id: cover.clone(), name: name(cover) }),
            person_id,
            role,
        })
        .collect();
    team.sort_by(|a, b| (a.role, &a.name, &a.person_id).cmp(&(b.role, &b.name, &b.person_id)));
    Ok(team)
}

/// A job's page.
pub fn detail(conn: &mut Conn, id: &JobId, rights: JobRights) -> Result<JobDetail, Failure> {
    let job = jobs::find(conn, id)?;
    let (plan_id, plan_number) = plans::newest(conn, id)?.unzip();
    let team = team(conn, id)?;
    let row = rows(conn, &[(job.clone(), rights)])?.pop().ok_or(Failure::NotFound)?;
    let ladder_level: Option<LevelId> = job.ladder_level.clone().map(LevelId);
    let level = match &ladder_level {
        Some(level) => Some(ladder::find(conn, level)?),
        None => None,
    };
    let band = job.band();
    let level_band =
        level.and_then(|level| level.content.bands.into_iter().find(|b| b.currency == band.currency));
    Ok(JobDetail {
        job: row,
        ladder_level,
        band_outside: level_band.as_ref().is_some_and(|of_level| reaches_outside(&band, of_level)),
        level_band,
        band,
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
