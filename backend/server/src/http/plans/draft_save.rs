//! `PATCH /jobs/{id}/plan-draft`.

use super::{PLANNERS, draft};
use crate::{
    db::plan_drafts,
    failure::Failure,
    http::{
        operation::{Act, Door, Json, MEDIUM, Operation, Route, Verb, Who},
        scope,
    },
};
use evenhand_policy::Class;
use evenhand_shared::{
    JobId,
    plan::{Plan, PlanDraft, PlanDraftChange},
};
use serde_json::json;

/// Keeps the plan as it stands in the editor, with its faults: a draft may have any.
pub struct SaveDraft;

impl Operation for SaveDraft {
    const ROUTE: Route = Route {
        id: "plans.draft_save",
        verb: Verb::Patch,
        path: "/jobs/{id}/plan-draft",
        summary: "Saves the draft of a job's next plan version",
        class: Class::Neutral,
        who: Who::Roles(PLANNERS),
        door: Door::Write,
        query: &[],
        limit: MEDIUM,
        status: 200,
    };
    type Body = PlanDraftChange;
    type Answer = Json<PlanDraft>;

    fn run(act: &mut Act<'_, PlanDraftChange>) -> Result<Self::Answer, Failure> {
        let job: JobId = act.id()?;
        scope::team(act.conn, act.viewer, &job)?;
        let mut row = plan_drafts::find(act.conn, &job)?.ok_or(Failure::NotFound)?;
        if row.authors.version != act.body.version {
            return Err(Failure::stale());
        }
        let other = &row.authors.changed_by != act.viewer.id();
        row.plan = Plan { job: row.plan.job, ..act.body.plan.clone() };
        row.authors.change(act.viewer.id(), act.now);
        plan_drafts::put(act.conn, &row)?;
        // One entry for each turn of an author, not one for each pause in their typing.
        if other {
            act.record("plan.draft_change", "job", job.as_str(), None, json!({}))?;
        }
        Ok(Json(draft::view(act.conn, act.viewer, row)?))
    }
}
