//! `GET /plan-templates`.

use super::PLANNERS;
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::plan::PlanTemplate;

/// Plans to start from.
pub struct ListTemplates;

impl Operation for ListTemplates {
    const ROUTE: Route = Route {
        id: "plans.templates",
        verb: Verb::Get,
        path: "/plan-templates",
        summary: "Plans that ship with the product",
        class: Class::Neutral,
        who: Who::Roles(PLANNERS),
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<Vec<PlanTemplate>>;

    fn run(_: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        Ok(Json(evenhand_hiring::templates::templates()))
    }
}
