//! `POST /jobs/{id}/plan-draft/publication`.

use super::{PLANNERS, draft};
use crate::{
    db::plan_drafts,
    failure::Failure,
    http::{
        operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
        publishing, scope,
    },
};
use evenhand_policy::Class;
use evenhand_shared::{JobId, plan::PlanVersion, publishing::Publication};

/// A second person publishes a draft as the job's next version, which never changes again.
pub struct PublishPlan;

impl Operation for PublishPlan {
    const ROUTE: Route = Route {
        id: "plans.publish",
        verb: Verb::Post,
        path: "/jobs/{id}/plan-draft/publication",
        summary: "Publishes the draft as the job's next plan version; by somebody else than the author of its last change",
        class: Class::Neutral,
        who: Who::Roles(PLANNERS),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 201,
    };
    type Body = Publication;
    type Answer = Json<PlanVersion>;

    fn run(act: &mut Act<'_, Publication>) -> Result<Self::Answer, Failure> {
        let job: JobId = act.id()?;
        scope::team(act.conn, act.viewer, &job)?;
        let row = plan_drafts::find(act.conn, &job)?.ok_or(Failure::NotFound)?;
        let others = draft::others(act.conn, &job, &row.authors.changed_by)?;
        let (faults, _) = draft::check(act.conn, &job, &row.plan)?;
        let reason = publishing::demand(act.viewer, &row.authors, others, &act.body, faults)?;
        let written = (row.authors.changed_by, row.authors.changed_at);
        let version = draft::publish(act, job.clone(), row.plan, written, reason)?;
        plan_drafts::delete(act.conn, &job)?;
        Ok(Json(version))
    }
}
