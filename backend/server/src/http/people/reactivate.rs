//! `POST /people/{id}/reactivation`.

use super::rows;
use crate::{
    db::people,
    failure::Failure,
    http::operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::{
    Code, PersonId,
    people::{PersonRow, Role},
    profile::Reactivation,
};
use serde_json::json;

/// Brings somebody back: they log in with the password that they had. What was handed over stays where it is.
pub struct Reactivate;

impl Operation for Reactivate {
    const ROUTE: Route = Route {
        id: "people.reactivate",
        verb: Verb::Post,
        path: "/people/{id}/reactivation",
        summary: "Brings a deactivated person back",
        class: Class::Neutral,
        who: Who::Roles(&[Role::Admin]),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Reactivation;
    type Answer = Json<PersonRow>;

    fn run(act: &mut Act<'_, Reactivation>) -> Result<Self::Answer, Failure> {
        let id: PersonId = act.id()?;
        let mut person = people::find(act.conn, &id)?;
        let version = act.body.version;
        if person.version != version {
            return Err(Failure::stale());
        }
        if person.active {
            return Err(Failure::refused(Code::Conflict, "This person is not deactivated."));
        }
        person.active = true;
        people::update(act.conn, &mut person, version)?;
        act.record("person.reactivate", "person", id.as_str(), None, json!({}))?;
        Ok(Json(rows::one(act, &id)?))
    }
}
