//! `GET /loops`.

use super::view;
use crate::{
    db::{loops, releases},
    http::scope,
};
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_policy::{JobRights, LoopAccess, grant::ProgressGrant, loop_access};
use evenhand_shared::{CandidateId, JobId, LoopId, loops::LoopRow, people::Role};
use std::collections::{HashMap, HashSet};

/// The loops of the caller's jobs, without those of candidates on whom the caller is open: decided from the caller's own rows before a loop is read.
pub struct ListLoops;

impl Operation for ListLoops {
    const ROUTE: Route = Route {
        id: "loops.list",
        verb: Verb::Get,
        path: "/loops",
        summary: "The loops of the caller's jobs",
        class: Class::Frozen,
        who: Who::Roles(&[Role::Recruiter, Role::HiringManager]),
        door: Door::Read,
        query: &["job"],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<Vec<LoopRow>>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let own = scope::own_by_candidate(act.conn, act.viewer)?;
        let only = act.parameter("job").map(JobId::from);
        let mine: HashMap<String, JobRights> = scope::my_jobs(act.conn, act.viewer)?
            .into_iter()
            .filter(|(job, _, _)| only.as_ref().is_none_or(|only| only == job))
            .map(|(job, _, rights)| (job.0, rights))
            .collect();
        let mut jobs: Vec<String> = mine.keys().cloned().collect();
        jobs.sort_unstable();
        let mut grants: HashMap<String, ProgressGrant> = HashMap::new();
        let mut waiting = HashSet::new();
        for key in loops::list_keys_of_jobs(act.conn, &jobs)? {
            let slots = own.get(&CandidateId(key.candidate_id)).map_or(&[][..], Vec::as_slice);
            let rights = mine.get(&key.job_id).copied().unwrap_or(JobRights::NONE);
            match loop_access(slots, rights, &LoopId(key.id.clone())) {
                LoopAccess::Hidden => {}
                LoopAccess::Team(progress) => drop(grants.insert(key.id, progress)),
                LoopAccess::AfterRelease(progress) => {
                    waiting.insert(key.id.clone());
                    grants.insert(key.id, progress);
                }
            }
        }
        let mut left: Vec<String> = waiting.iter().cloned().collect();
        left.sort_unstable();
        let released = releases::times(act.conn, &left)?;
        grants.retain(|id, _| !waiting.contains(id) || released.contains_key(id));
        let mut ids: Vec<String> = grants.keys().cloned().collect();
        ids.sort_unstable();
        let all: Vec<_> = loops::list(act.conn, &ids)?
            .into_iter()
            .filter_map(|row| grants.remove(&row.id).map(|grant| (row, grant)))
            .collect();
        view::rows(act.conn, &all, act.now).map(Json)
    }
}
