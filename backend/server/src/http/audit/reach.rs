//! How far a reader reaches, from their own rows and their teams.

use crate::{
    db::{Conn, audit::Reach, releases},
    failure::Failure,
    http::scope,
};
use evenhand_policy::{JobRights, OwnSlot, Standing, Viewer, audit, blind_in_loop, standing};
use evenhand_shared::{CandidateId, JobId, audit::KnownAct, people::Role};
use std::collections::HashMap;

/// Which acts of those that the reader may know of are wanted.
pub type Wanted = fn(&KnownAct) -> bool;

/// The reader's reach over the audit.
pub fn of(conn: &mut Conn, viewer: &Viewer, wanted: Wanted) -> Result<Reach, Failure> {
    let own = scope::own_by_candidate(conn, viewer)?;
    let (without_candidates, without_loops) = blind(conn, &own)?;
    let teams = scope::my_jobs(conn, viewer)?;
    let acts = |rights| {
        let acts = audit::readable(viewer, rights).into_iter().filter(|act| wanted(act));
        acts.map(|act| act.action).collect::<Vec<_>>()
    };
    let of_jobs = |recruiter: bool| -> Vec<String> {
        let mine = teams.iter().filter(|(_, _, rights)| rights.team() && rights.recruiter == recruiter);
        mine.map(|(job, _, _): &(JobId, _, _)| job.as_str().to_owned()).collect()
    };
    Ok(Reach {
        everything: viewer.has(Role::Auditor),
        anywhere: acts(JobRights::NONE),
        jobs: vec![
            (of_jobs(true), acts(JobRights { recruiter: true, hiring_manager: false })),
            (of_jobs(false), acts(JobRights { recruiter: false, hiring_manager: true })),
        ],
        without_candidates,
        without_loops,
    })
}

/// Candidates on whom the reader is open, and loops that they left without a card and that are not released (S5).
fn blind(
    conn: &mut Conn,
    own: &HashMap<CandidateId, Vec<OwnSlot>>,
) -> Result<(Vec<String>, Vec<String>), Failure> {
    let (mut candidates, mut waiting) = (Vec::new(), Vec::new());
    for (candidate, slots) in own {
        if standing(slots) == Standing::Open {
            candidates.push(candidate.as_str().to_owned());
            continue;
        }
        for slot in slots.iter().filter(|slot| blind_in_loop(slots, &slot.loop_id)) {
            waiting.push(slot.loop_id.as_str().to_owned());
        }
    }
    candidates.sort();
    waiting.sort();
    waiting.dedup();
    if !waiting.is_empty() {
        let released = releases::times(conn, &waiting)?;
        waiting.retain(|id| !released.contains_key(id));
    }
    Ok((candidates, waiting))
}
