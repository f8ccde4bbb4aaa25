//! `POST /people/{id}/leaves`.

use crate::{
    db::people,
    failure::Failure,
    http::{
        operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
        profile::leaves::add,
    },
};
use evenhand_policy::Class;
use evenhand_shared::{
    PersonId,
    availability::{Leave, NewLeave},
    people::Role,
};

/// Writes somebody's leave down for them, as when they have called in ill.
pub struct AddLeave;

impl Operation for AddLeave {
    const ROUTE: Route = Route {
        id: "people.add_leave",
        verb: Verb::Post,
        path: "/people/{id}/leaves",
        summary: "Writes down somebody's leave",
        class: Class::Neutral,
        who: Who::Roles(&[Role::Admin]),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 201,
    };
    type Body = NewLeave;
    type Answer = Json<Leave>;

    fn run(act: &mut Act<'_, NewLeave>) -> Result<Self::Answer, Failure> {
        let id: PersonId = act.id()?;
        let person = people::find(act.conn, &id)?;
        Ok(Json(add(act, &person)?))
    }
}
