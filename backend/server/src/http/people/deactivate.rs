//! `POST /people/{id}/deactivation`.

use super::{admins::demand_another_admin, hand_over, rows};
use crate::{
    db::{
        password_links::{LinkEnd, end_open},
        people, sessions,
    },
    failure::Failure,
    http::operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::{
    Code, PersonId,
    people::{PersonRow, Role},
    profile::Deactivation,
};
use serde_json::json;

/// Lets somebody go: their parts on teams pass on, their open places go back to the recruiters, and they are signed out at once.
pub struct Deactivate;

impl Operation for Deactivate {
    const ROUTE: Route = Route {
        id: "people.deactivate",
        verb: Verb::Post,
        path: "/people/{id}/deactivation",
        summary: "Deactivates a person and hands their open duties over",
        class: Class::Neutral,
        who: Who::Roles(&[Role::Admin]),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Deactivation;
    type Answer = Json<PersonRow>;

    fn run(act: &mut Act<'_, Deactivation>) -> Result<Self::Answer, Failure> {
        let id: PersonId = act.id()?;
        let mut person = people::find(act.conn, &id)?;
        let Deactivation { version, recruiter, hiring_manager } = act.body.clone();
        if person.version != version {
            return Err(Failure::stale());
        }
        if !person.active {
            return Err(Failure::refused(Code::Conflict, "This person is deactivated already."));
        }
        person.active = false;
        demand_another_admin(act, &id)?;
        hand_over::teams(act, &id, recruiter.as_ref(), hiring_manager.as_ref())?;
        hand_over::places(act, &id)?;
        person.epoch = person.epoch.saturating_add(1);
        sessions::end_all(act.conn, &id, act.now)?;
        end_open(act.conn, &id, LinkEnd::Revoked, act.now)?;
        people::update(act.conn, &mut person, version)?;
        let detail = json!({"recruiter": recruiter, "hiring_manager": hiring_manager});
        act.record("person.deactivate", "person", id.as_str(), None, detail)?;
        Ok(Json(rows::one(act, &id)?))
    }
}
