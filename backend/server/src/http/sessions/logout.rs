//! `POST /sessions/end`: logs out on this device.

use super::open::{Call, CookieChange, OpenOperation, Reply};
use crate::{
    db::{
        audit::{self, Entry},
        sessions,
    },
    failure::Failure,
    http::operation::{Door, Empty, Nothing, Route, SMALL, Verb, Who},
    mint::digest,
};
use evenhand_policy::Class;
use evenhand_shared::PersonId;
use serde_json::json;

/// Ends the session of the cookie. Works without a valid access token, so that logging out always works.
pub struct Logout;

impl OpenOperation for Logout {
    const ROUTE: Route = Route {
        id: "sessions.end",
        verb: Verb::Post,
        path: "/sessions/end",
        summary: "Logs out on this device",
        class: Class::Own,
        who: Who::Anyone,
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 204,
    };
    type Body = Empty;
    type Answer = Nothing;

    async fn run(call: Call<Empty>) -> Result<Reply<Self::Answer>, Failure> {
        call.demand_own_page()?;
        let done = Reply { answer: Nothing, cookie: CookieChange::Clear };
        let Some(token) = call.refresh_token else { return Ok(done) };
        let hash = digest(&token);
        let now = call.app.clock.now();
        call.app
            .db
            .write(move |conn| {
                let Some(token) = sessions::find_token(conn, &hash)? else { return Ok(()) };
                let Some(session) = sessions::find(conn, &token.session_id.as_str().into())? else {
                    return Ok(());
                };
                if session.ended_at.is_some() {
                    return Ok(());
                }
                sessions::end(conn, &session.id, now)?;
                let who: PersonId = session.person_id.into();
                audit::append(
                    conn,
                    &Entry {
                        at: now,
                        actor: Some(&who),
                        action: "session.end",
                        object_kind: "session",
                        object_id: &session.id,
                        candidate: None,
                        detail: json!({}),
                    },
                )
            })
            .await?;
        call.app.committed();
        Ok(done)
    }
}
