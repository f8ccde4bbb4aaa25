//! `DELETE /sessions/{id}`.

use crate::{
    db::sessions,
    failure::Failure,
    http::operation::{Act, Door, Empty, Nothing, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::SessionId;

/// Ends one of one's own sessions: it stops at its next request, and its event streams close.
pub struct EndOne;

impl Operation for EndOne {
    const ROUTE: Route = Route {
        id: "sessions.end_one",
        verb: Verb::Delete,
        path: "/sessions/{id}",
        summary: "Signs the caller out on one device",
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
        let id: SessionId = act.id()?;
        let session = sessions::find(act.conn, &id)?.ok_or(Failure::NotFound)?;
        if session.person_id != act.viewer.id().as_str() {
            return Err(Failure::NotFound);
        }
        if session.ended_at.is_none() {
            sessions::end(act.conn, &session.id, act.now)?;
            act.record("session.end", "session", &session.id, None, serde_json::json!({}))?;
        }
        Ok(Nothing)
    }
}
