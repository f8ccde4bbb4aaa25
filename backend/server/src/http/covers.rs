//! Covers (S5): while a member of a job's team is open on a candidate, all their rights there rest, and the cover who was named for them
//! has these rights on that candidate alone. This is the one place where they come from.

use crate::{
    db::{Conn, applications, assignments, job_covers, jobs, loops, people},
    failure::Failure,
    http::{
        notices::tell::{About, News, tell_as},
        operation::Act,
        profile::teams::role_of,
    },
};
use evenhand_policy::{JobRights, Standing, Viewer, standing};
use evenhand_shared::{
    CandidateId, JobId, PersonId,
    jobs::TeamRole,
    notices::NoticeKind,
    people::{PersonState, Role},
};

/// Somebody who acts for a member of the team.
pub struct StandIn {
    /// Who acts for them.
    pub cover: PersonId,
    /// The member's rights, as far as the cover holds the roles.
    pub rights: JobRights,
}

/// Whether somebody is open on a candidate.
fn is_open(conn: &mut Conn, person: &PersonId, candidate: &CandidateId) -> Result<bool, Failure> {
    Ok(standing(&assignments::own(conn, person, candidate)?) == Standing::Open)
}

/// The parts of a member that count now, for somebody with these roles.
fn parts_for(
    conn: &mut Conn,
    job: &JobId,
    person: &PersonId,
    holds: impl Fn(Role) -> bool,
) -> Result<JobRights, Failure> {
    let parts = jobs::parts(conn, job, person)?;
    let roles = people::find(conn, person)?.roles()?;
    let counts =
        |part: TeamRole| parts.contains(&part) && roles.contains(&role_of(part)) && holds(role_of(part));
    Ok(JobRights { recruiter: counts(TeamRole::Recruiter), hiring_manager: counts(TeamRole::HiringManager) })
}

/// What the viewer may do on a candidate of a job for those whose cover they are. Asked only when the viewer is not open there.
pub fn rights(
    conn: &mut Conn,
    viewer: &Viewer,
    job: &JobId,
    candidate: &CandidateId,
) -> Result<JobRights, Failure> {
    let mut all = JobRights::NONE;
    for person in job_covers::list_covered(conn, job, viewer.id())? {
        if is_open(conn, &person, candidate)? {
            all = all.and(parts_for(conn, job, &person, |role| viewer.has(role))?);
        }
    }
    Ok(all)
}

/// The covers who act on a candidate of a job now.
pub fn in_force(conn: &mut Conn, job: &JobId, candidate: &CandidateId) -> Result<Vec<StandIn>, Failure> {
    let mut all = Vec::new();
    for (person, cover) in job_covers::list(conn, job)? {
        if !is_open(conn, &person, candidate)? || is_open(conn, &cover, candidate)? {
            continue;
        }
        let found = people::find(conn, &cover)?;
        let roles = found.roles()?;
        let rights = parts_for(conn, job, &person, |role| roles.contains(&role))?;
        if found.state() == PersonState::Active && rights.team() {
            all.push(StandIn { cover, rights });
        }
    }
    Ok(all)
}

/// Whether nobody could act any more if all these people were open on one candidate: every member of the team is among them, and nobody
/// of them has a cover who is not.
pub fn nobody_left(
    conn: &mut Conn,
    job: &JobId,
    open: impl Fn(&mut Conn, &PersonId) -> Result<bool, Failure>,
) -> Result<bool, Failure> {
    for (person, part) in jobs::team(conn, job)? {
        if acts(conn, &person, part)? && !open(conn, &person)? {
            return Ok(false);
        }
    }
    for (person, cover) in job_covers::list(conn, job)? {
        let found = people::find(conn, &cover)?;
        let roles = found.roles()?;
        let rights = parts_for(conn, job, &person, |role| roles.contains(&role))?;
        if found.state() == PersonState::Active && rights.team() && !open(conn, &cover)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether a member of a team can act in this part.
fn acts(conn: &mut Conn, person: &PersonId, part: TeamRole) -> Result<bool, Failure> {
    let person = people::find(conn, person)?;
    Ok(person.state() == PersonState::Active && person.roles()?.contains(&role_of(part)))
}

/// Whether the viewer is the last who can act on a candidate: everybody else of the team is open there, and no cover acts. They see it
/// before they join the panel themselves; afterwards nothing about others may be told to them.
pub fn last_to_act(
    conn: &mut Conn,
    viewer: &PersonId,
    job: &JobId,
    candidate: &CandidateId,
) -> Result<bool, Failure> {
    nobody_left(conn, job, |conn, person| Ok(person == viewer || is_open(conn, person, candidate)?))
}

/// Tells the covers of somebody who was just put on a panel that they stand in, on every job where the candidate applied.
pub fn tell_begun<B>(
    act: &mut Act<'_, B>,
    person: &PersonId,
    candidate: &CandidateId,
) -> Result<(), Failure> {
    for (job, cover) in job_covers::list_of(act.conn, person)? {
        tell_one(act, &job, person, &cover, candidate)?;
    }
    Ok(())
}

/// Tells a cover who was just named, for each candidate on whom the member is open now.
pub fn tell_named<B>(
    act: &mut Act<'_, B>,
    job: &JobId,
    person: &PersonId,
    cover: &PersonId,
) -> Result<(), Failure> {
    let mut candidates: Vec<CandidateId> = Vec::new();
    for (candidate, slot) in assignments::own_everywhere(act.conn, person)? {
        if slot.is_open() && !candidates.contains(&candidate) {
            candidates.push(candidate);
        }
    }
    for candidate in candidates {
        tell_one(act, job, person, cover, &candidate)?;
    }
    Ok(())
}

/// A person who did not apply to the job is none of the cover's business. The entry leads to the newest loop, where there is one.
fn tell_one<B>(
    act: &mut Act<'_, B>,
    job: &JobId,
    person: &PersonId,
    cover: &PersonId,
    candidate: &CandidateId,
) -> Result<(), Failure> {
    let mut applications = applications::list_keys_of(act.conn, candidate)?.into_iter();
    let Some(application) = applications.find(|key| key.job_id == job.as_str()) else { return Ok(()) };
    let newest = loops::list_of(act.conn, &application.id.as_str().into())?.into_iter().next();
    let object = match &newest {
        Some(id) => ("loop", id.as_str()),
        None => ("candidate", candidate.as_str()),
    };
    let about = About::StandIn { job, candidate };
    tell_as(act, person, cover, News { kind: NoticeKind::CoverBegins, about, object, until: None })
}
