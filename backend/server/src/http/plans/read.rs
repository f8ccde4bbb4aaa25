//! `GET /plans/{id}`.

use super::PLANNERS;
use crate::{
    db::plans,
    failure::Failure,
    http::{
        operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_policy::Class;
use evenhand_shared::{PlanId, plan::PlanVersion};

/// One version of a plan.
pub struct ReadPlan;

impl Operation for ReadPlan {
    const ROUTE: Route = Route {
        id: "plans.read",
        verb: Verb::Get,
        path: "/plans/{id}",
        summary: "One version of a plan",
        class: Class::Neutral,
        who: Who::Roles(PLANNERS),
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<PlanVersion>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let id: PlanId = act.id()?;
        let version = plans::find(act.conn, &id)?;
        scope::team(act.conn, act.viewer, &version.job_id)?;
        Ok(Json(version))
    }
}
