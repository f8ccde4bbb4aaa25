//! `POST /jobs/{id}/plan-draft/discard`.

use super::PLANNERS;
use crate::{
    db::plan_drafts,
    failure::Failure,
    http::{
        operation::{Act, Door, Nothing, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_policy::Class;
use evenhand_shared::{JobId, publishing::Discard};
use serde_json::json;

/// Throws a draft away, as it was seen.
pub struct DiscardDraft;

impl Operation for DiscardDraft {
    const ROUTE: Route = Route {
        id: "plans.draft_discard",
        verb: Verb::Post,
        path: "/jobs/{id}/plan-draft/discard",
        summary: "Throws the draft of a job's next plan version away",
        class: Class::Neutral,
        who: Who::Roles(PLANNERS),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 204,
    };
    type Body = Discard;
    type Answer = Nothing;

    fn run(act: &mut Act<'_, Discard>) -> Result<Self::Answer, Failure> {
        let job: JobId = act.id()?;
        scope::team(act.conn, act.viewer, &job)?;
        let row = plan_drafts::find(act.conn, &job)?.ok_or(Failure::NotFound)?;
        if row.authors.version != act.body.version {
            return Err(Failure::stale());
        }
        plan_drafts::delete(act.conn, &job)?;
        let detail = json!({"written_by": row.authors.changed_by});
        act.record("plan.draft_discard", "job", job.as_str(), None, detail)?;
        Ok(Nothing)
    }
}
