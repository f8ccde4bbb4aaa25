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
        let me = act.viewer.id();
        people::raise_epoch(act.conn, me)?;
        sessions::end_all(act.conn, me, act.now)?;
        act.record("session.end_all", "person", me.as_str(), None, serde_json::json!({}))?;
        Ok(Nothing)
    }
}
