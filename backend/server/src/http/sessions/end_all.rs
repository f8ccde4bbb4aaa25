//! `DELETE /sessions`: signs out everywhere.

use crate::{
    db::{people, sessions},
    failure::Failure,
    http::operation::{Act, Door, Empty, Nothing, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;

/// Ends all of one's own sessions, this one included: access tokens stop at the next request.
pub struct EndAll;

impl Operation for EndAll {
    const ROUTE: Route = Route {
        id: "sessions.end_all",
        verb: Verb::Delete,
        path: "/sessions",
        summary: "Signs the caller out on every device",
        class: Class::Own,
        who: Who::SignedIn,
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 204,
    };
    type Body = Empty;
    type Answer = Nothing;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let mut person = people::find(act.conn, act.viewer.id())?;
        person.epoch = person.epoch.saturating_add(1);
        let seen = person.version;
        people::update(act.conn, &mut person, seen)?;
        sessions::end_all(act.conn, act.viewer.id(), act.now)?;
        act.record("session.end_all", "person", &person.id, None, serde_json::json!({}))?;
        Ok(Nothing)
    }
}
