//! `GET /loops`.

use super::view;
use crate::{db::loops, http::scope};
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_policy::{JobRights, LoopAccess, OwnSlot, loop_access};
use evenhand_shared::{CandidateId, JobId, LoopId, loops::LoopRow, people::Role};
use std::collections::HashMap;

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
        let mut rows = Vec::new();
        for (job, _, rights) in scope::my_jobs(act.conn, act.viewer)? {
            if only.as_ref().is_some_and(|only| *only != job) {
                continue;
            }
            for (id, _, candidate) in loops::list_keys(act.conn, &job)? {
                if let Some(row) = row(act, &own, rights, &id, &candidate.into())? {
                    rows.push(row);
                }
            }
        }
        rows.sort_by(|a, b| (b.started_at, &a.id).cmp(&(a.started_at, &b.id)));
        Ok(Json(rows))
    }
}

fn row(
    act: &mut Act<'_, Empty>,
    own: &HashMap<CandidateId, Vec<OwnSlot>>,
    rights: JobRights,
    id: &LoopId,
    candidate: &CandidateId,
) -> Result<Option<LoopRow>, Failure> {
    let slots = own.get(candidate).map_or(&[][..], Vec::as_slice);
    let (progress, only_released) = match loop_access(slots, rights, id) {
        LoopAccess::Hidden => return Ok(None),
        LoopAccess::Team(progress) => (progress, false),
        LoopAccess::AfterRelease(progress) => (progress, true),
    };
    let row = loops::find(act.conn, id)?;
    let row = view::row(act.conn, &row, &progress, act.now)?;
    Ok(if only_released && row.released_at.is_none() { None } else { Some(row) })
}
