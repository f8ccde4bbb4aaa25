//! `POST /people/{id}/sign-out`.

use crate::{
    db::{people, sessions},
    failure::Failure,
    http::operation::{Act, Door, Empty, Nothing, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::{PersonId, people::Role};
use serde_json::json;

/// Signs somebody out everywhere, as after a lost device. They can log in again.
pub struct SignOut;

impl Operation for SignOut {
    const ROUTE: Route = Route {
        id: "people.sign_out",
        verb: Verb::Post,
        path: "/people/{id}/sign-out",
        summary: "Signs a person out on every device",
        class: Class::Neutral,
        who: Who::Roles(&[Role::Admin]),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 204,
    };
    type Body = Empty;
    type Answer = Nothing;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let id: PersonId = act.id()?;
        // Tokens that are on their way end with the epoch, sessions with their row.
        people::raise_epoch(act.conn, &id)?;
        sessions::end_all(act.conn, &id, act.now)?;
        act.record("person.sign_out", "person", id.as_str(), None, json!({}))?;
        Ok(Nothing)
    }
}
