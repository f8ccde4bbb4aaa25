//! How far a viewer reaches: the facts that decisions of `policy` ask for, loaded in the order in which they may be read.
//! "Is the viewer open?" comes first, from the viewer's own rows.

use crate::{
    db::{Conn, assignments, interviews, jobs, loops, releases},
    failure::Failure,
    http::covers,
};
use evenhand_policy::{
    JobRights, LoopAccess, OwnSlot, Standing, Viewer, grant::ProgressGrant, loop_access, standing,
};
use evenhand_shared::{
    AssignmentId, CandidateId, Code, InterviewId, JobId, LoopId, PersonId,
    jobs::{JobStatus, TeamRole},
    people::Role,
};
use std::collections::HashMap;

/// What the viewer may do on a job: on its team, and holding the matching role now.
pub fn rights(conn: &mut Conn, viewer: &Viewer, job: &JobId) -> Result<JobRights, Failure> {
    let parts = jobs::parts(conn, job, viewer.id())?;
    Ok(JobRights {
        recruiter: parts.contains(&TeamRole::Recruiter) && viewer.has(Role::Recruiter),
        hiring_manager: parts.contains(&TeamRole::HiringManager) && viewer.has(Role::HiringManager),
    })
}

/// The viewer's rights on a job; absent for everyone outside its team.
pub fn team(conn: &mut Conn, viewer: &Viewer, job: &JobId) -> Result<JobRights, Failure> {
    let rights = rights(conn, viewer, job)?;
    if rights.team() { Ok(rights) } else { Err(Failure::NotFound) }
}

/// What the viewer may do on a job about one candidate: their own parts, and those of whom they cover (S5). Asked only of viewers who are
/// not open on the candidate.
pub fn rights_on(
    conn: &mut Conn,
    viewer: &Viewer,
    job: &JobId,
    candidate: &CandidateId,
) -> Result<JobRights, Failure> {
    let own = rights(conn, viewer, job)?;
    Ok(own.and(covers::rights(conn, viewer, job, candidate)?))
}

/// The same; absent for everyone without any.
pub fn team_on(
    conn: &mut Conn,
    viewer: &Viewer,
    job: &JobId,
    candidate: &CandidateId,
) -> Result<JobRights, Failure> {
    let rights = rights_on(conn, viewer, job, candidate)?;
    if rights.team() { Ok(rights) } else { Err(Failure::NotFound) }
}

/// The jobs on whose team the viewer is, with their rights, in the order of the jobs' keys.
pub fn my_jobs(conn: &mut Conn, viewer: &Viewer) -> Result<Vec<(JobId, String, JobRights)>, Failure> {
    let mut all: Vec<(JobId, String, JobRights)> = Vec::new();
    for (id, key, part) in jobs::list_for(conn, viewer.id())? {
        let held = match part {
            TeamRole::Recruiter => viewer.has(Role::Recruiter),
            TeamRole::HiringManager => viewer.has(Role::HiringManager),
        };
        if !held {
            continue;
        }
        if all.last().is_none_or(|(last, _, _)| last != &id) {
            all.push((id, key, JobRights::NONE));
        }
        if let Some((_, _, rights)) = all.last_mut() {
            match part {
                TeamRole::Recruiter => rights.recruiter = true,
                TeamRole::HiringManager => rights.hiring_manager = true,
            }
        }
    }
    Ok(all)
}

/// Where new candidates of a job begin. Only an open job takes any.
pub fn first_stage(conn: &mut Conn, job: &JobId) -> Result<String, Failure> {
    let job = jobs::find(conn, job)?;
    let why = match job.status()? {
        JobStatus::Open => {
            let first = job.stages()?.into_iter().next();
            return first.ok_or_else(|| Failure::Internal("a job without stages".to_owned()));
        }
        JobStatus::Draft => "This job is a draft. Open it before candidates come in.",
        JobStatus::Paused => "This job is paused and takes no new candidates. Open it again first.",
        JobStatus::Closed => "This job is closed and takes no new candidates. Reopen it first.",
    };
    Err(Failure::refused(Code::JobNotOpen, why))
}

/// Refuses, as absent, whoever is open on the candidate. Reads the viewer's own rows only.
pub fn demand_not_open(
    conn: &mut Conn,
    viewer: &Viewer,
    candidate: &CandidateId,
) -> Result<Vec<OwnSlot>, Failure> {
    let own = assignments::own(conn, viewer.id(), candidate)?;
    if standing(&own) == Standing::Open { Err(Failure::NotFound) } else { Ok(own) }
}

/// The viewer's own places by candidate: one query for a whole list.
pub fn own_by_candidate(
    conn: &mut Conn,
    viewer: &Viewer,
) -> Result<HashMap<CandidateId, Vec<OwnSlot>>, Failure> {
    let mut all: HashMap<CandidateId, Vec<OwnSlot>> = HashMap::new();
    for (candidate, slot) in assignments::own_everywhere(conn, viewer.id())? {
        all.entry(candidate).or_default().push(slot);
    }
    Ok(all)
}

/// A loop that the viewer may work on.
pub struct LoopScope {
    /// The row.
    pub row: loops::Loop,
    /// Who works on it.
    pub viewer: PersonId,
    /// The viewer's rights on its job.
    pub rights: JobRights,
    /// The right to its progress.
    pub progress: ProgressGrant,
}

/// The loop for a member of the job's team who is not blind there; absent for everyone else.
pub fn team_loop(conn: &mut Conn, viewer: &Viewer, id: &LoopId) -> Result<LoopScope, Failure> {
    let (candidate, job) = loops::find_key(conn, id)?;
    let candidate = CandidateId(candidate);
    let own = demand_not_open(conn, viewer, &candidate)?;
    let rights = rights_on(conn, viewer, &job, &candidate)?;
    let progress = match loop_access(&own, rights, id) {
        LoopAccess::Hidden => return Err(Failure::NotFound),
        LoopAccess::Team(progress) => progress,
        LoopAccess::AfterRelease(progress) => {
            if releases::find(conn, id)?.is_none() {
                return Err(Failure::NotFound);
            }
            progress
        }
    };
    Ok(LoopScope { row: loops::find(conn, id)?, viewer: viewer.id().clone(), rights, progress })
}

/// The loop of an interview, for the team.
pub fn team_interview(
    conn: &mut Conn,
    viewer: &Viewer,
    id: &InterviewId,
) -> Result<(LoopScope, interviews::Interview), Failure> {
    let loop_id = interviews::find_loop(conn, id)?;
    let scope = team_loop(conn, viewer, &loop_id)?;
    Ok((scope, interviews::find(conn, id)?))
}

/// The loop of an assignment, for the team.
pub fn team_assignment(
    conn: &mut Conn,
    viewer: &Viewer,
    id: &AssignmentId,
) -> Result<(LoopScope, assignments::Assignment), Failure> {
    let loop_id = assignments::find_loop(conn, id)?;
    let scope = team_loop(conn, viewer, &loop_id)?;
    Ok((scope, assignments::find(conn, id)?))
}
