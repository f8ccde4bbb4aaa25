//! `POST /plans/check`.

use super::PLANNERS;
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Json, MEDIUM, Operation, Route, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::plan::{PlanCheck, PlanFile};

/// Checks a plan file and stores nothing.
pub struct CheckPlan;

impl Operation for CheckPlan {
    const ROUTE: Route = Route {
        id: "plans.check",
        verb: Verb::Post,
        path: "/plans/check",
        summary: "Checks a plan file: every fault by line",
        class: Class::Neutral,
        who: Who::Roles(PLANNERS),
        door: Door::Read,
        query: &[],
        limit: MEDIUM,
        status: 200,
    };
    type Body = PlanFile;
    type Answer = Json<PlanCheck>;

    fn run(act: &mut Act<'_, PlanFile>) -> Result<Self::Answer, Failure> {
        Ok(Json(evenhand_hiring::plan_file::check(&act.body.toml)))
    }
}
