//! `GET /people/{id}`.

use super::{duties, rows};
use crate::{
    db::people,
    failure::Failure,
    http::{
        operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
        profile::{leaves, teams},
    },
};
use evenhand_policy::Class;
use evenhand_shared::{PersonId, people::Role, profile::PersonDetail};

/// Somebody, for administrators.
pub struct ReadPerson;

impl Operation for ReadPerson {
    const ROUTE: Route = Route {
        id: "people.read",
        verb: Verb::Get,
        path: "/people/{id}",
        summary: "A person with their leave, their parts on hiring teams and when they are asked for",
        class: Class::Neutral,
        who: Who::Roles(&[Role::Admin]),
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<PersonDetail>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let id: PersonId = act.id()?;
        let person = people::find(act.conn, &id)?;
        Ok(Json(PersonDetail {
            leaves: leaves::current(act.conn, &person, act.now)?,
            teams: teams::parts(act.conn, &person)?,
            duties: duties::of(act, &id)?,
            person: rows::one(act, &id)?,
        }))
    }
}
