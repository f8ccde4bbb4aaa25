//! `POST /sessions/end-others`.

use crate::{
    db::sessions,
    failure::Failure,
    http::operation::{Act, Door, Empty, Nothing, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;

/// Ends all of one's own sessions but the one that asks.
pub struct EndOthers;

impl Operation for EndOthers {
    const ROUTE: Route = Route {
        id: "sessions.end_others",
        verb: Verb::Post,
        path: "/sessions/end-others",
        summary: "Signs the caller out on every other device",
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
        sessions::end_others(act.conn, me, act.session, act.now)?;
        act.record("session.end_others", "person", me.as_str(), None, serde_json::json!({}))?;
        Ok(Nothing)
    }
}
