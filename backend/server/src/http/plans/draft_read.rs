//! `GET /jobs/{id}/plan-draft`.

use super::{PLANNERS, draft};
use crate::{
    db::plan_drafts,
    failure::Failure,
    http::{
        operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_policy::Class;
use evenhand_shared::{JobId, plan::PlanDraft};

/// The next version of a job's plan while it is being written; nothing where nobody writes one.
pub struct ReadDraft;

impl Operation for ReadDraft {
    const ROUTE: Route = Route {
        id: "plans.draft_read",
        verb: Verb::Get,
        path: "/jobs/{id}/plan-draft",
        summary: "The draft of a job's next plan version, with what stops its publication; null where there is none",
        class: Class::Neutral,
        who: Who::Roles(PLANNERS),
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<Option<PlanDraft>>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let job: JobId = act.id()?;
        scope::team(act.conn, act.viewer, &job)?;
        let found = plan_drafts::find(act.conn, &job)?;
        Ok(Json(found.map(|found| draft::view(act.conn, act.viewer, found)).transpose()?))
    }
}
