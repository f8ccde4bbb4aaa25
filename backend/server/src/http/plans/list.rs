//! `GET /jobs/{id}/plans`.

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
use evenhand_shared::{JobId, plan::PlanVersion};

/// The versions of a job's plan, newest first.
pub struct ListPlans;

impl Operation for ListPlans {
    const ROUTE: Route = Route {
        id: "plans.list",
        verb: Verb::Get,
        path: "/jobs/{id}/plans",
        summary: "The versions of a job's plan, newest first",
        class: Class::Neutral,
        who: Who::Roles(PLANNERS),
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<Vec<PlanVersion>>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let job: JobId = act.id()?;
        scope::team(act.conn, act.viewer, &job)?;
        Ok(Json(plans::list(act.conn, &job)?))
    }
}
