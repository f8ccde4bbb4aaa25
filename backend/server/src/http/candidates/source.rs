//! `PATCH /candidates/{id}`.

use super::TEAM;
use crate::{
    db::{applications, candidates},
    failure::Failure,
    http::{
        operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_policy::{Class, JobRights};
use evenhand_shared::{CandidateId, Code, JobId, candidates::SourceChange};
use serde_json::json;

/// Most characters of a source.
const SOURCE_MAX: usize = 200;

/// Corrects where a candidate came from.
pub struct ChangeSource;

impl Operation for ChangeSource {
    const ROUTE: Route = Route {
        id: "candidates.source",
        verb: Verb::Patch,
        path: "/candidates/{id}",
        summary: "Corrects where a candidate came from",
        class: Class::Gated,
        who: Who::Roles(TEAM),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = SourceChange;
    type Answer = Json<SourceChange>;

    fn run(act: &mut Act<'_, SourceChange>) -> Result<Self::Answer, Failure> {
        let id: CandidateId = act.id()?;
        scope::demand_not_open(act.conn, act.viewer, &id)?;
        let mut rights = JobRights::NONE;
        for key in applications::list_keys_of(act.conn, &id)? {
            let here = scope::rights_on(act.conn, act.viewer, &JobId(key.job_id), &id)?;
            rights.recruiter |= here.recruiter;
            rights.hiring_manager |= here.hiring_manager;
        }
        if !rights.team() {
            return Err(Failure::NotFound);
        }
        if !rights.recruiter {
            return Err(Failure::refused(Code::Forbidden, "Recruiters of the job correct the source."));
        }
        let SourceChange { source, seen } = act.body.clone();
        let source = source.trim().to_owned();
        if source.chars().count() > SOURCE_MAX || source.chars().any(char::is_control) {
            return Err(Failure::field(
                "/source",
                "too_long",
                "Keep the source to one line of at most 200 characters.",
            ));
        }
        if candidates::find(act.conn, &id)?.source != seen {
            return Err(Failure::stale());
        }
        candidates::set_source(act.conn, &id, &source)?;
        act.record("candidate.source", "candidate", id.as_str(), Some(id.as_str()), json!({}))?;
        Ok(Json(SourceChange { seen: source.clone(), source }))
    }
}
