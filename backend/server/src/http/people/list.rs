//! `GET /people`.

use super::rows;
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::people::{PersonRow, Role};

/// Everyone, by name: for keeping them, for teams and for panels.
pub struct ListPeople;

impl Operation for ListPeople {
    const ROUTE: Route = Route {
        id: "people.list",
        verb: Verb::Get,
        path: "/people",
        summary: "The members of the organisation, by name",
        class: Class::Neutral,
        who: Who::Roles(&[Role::Admin, Role::Recruiter, Role::HiringManager, Role::Auditor]),
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<Vec<PersonRow>>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        Ok(Json(rows::all(act)?))
    }
}
