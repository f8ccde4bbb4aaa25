//! `POST /sessions/refresh`.

use super::{
    grant::{GRACE, access, alive, next_refresh_token},
    open::{Call, CookieChange, OpenOperation, Reply},
};
use crate::{
    db::{
        audit::{self, Entry},
        people, sessions,
    },
    failure::Failure,
    http::{
        operation::{Door, Empty, Json, Route, SMALL, Verb, Who},
        viewer::unauthenticated,
    },
    mint::digest,
};
use evenhand_policy::Class;
use evenhand_shared::{Code, PersonId, SessionId, people::PersonState, sessions::SessionToken};
use serde_json::json;

/// Turns the refresh token over. A token used a second time ends the whole session, unless it was replaced seconds ago:
/// then two tabs raced, and the loser tries again with the new cookie.
pub struct Refresh;

enum Outcome {
    Renewed(Box<(SessionToken, String)>),
    Raced,
    Refused,
}

impl OpenOperation for Refresh {
    const ROUTE: Route = Route {
        id: "sessions.refresh",
        verb: Verb::Post,
        path: "/sessions/refresh",
        summary: "Renews the session from its cookie",
        class: Class::Own,
        who: Who::Anyone,
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<SessionToken>;

    async fn run(call: Call<Empty>) -> Result<Reply<Self::Answer>, Failure> {
        call.demand_own_page()?;
        let hash = digest(call.refresh_token.as_deref().ok_or_else(unauthenticated)?);
        let app = call.app;
        let now = app.clock.now();
        let inside = app.clone();
        let outcome = app
            .db
            .write(move |conn| {
                let Some(token) = sessions::find_token(conn, &hash)? else { return Ok(Outcome::Refused) };
                let session_id: SessionId = token.session_id.as_str().into();
                let Some(session) = sessions::find(conn, &session_id)? else { return Ok(Outcome::Refused) };
                let who: PersonId = session.person_id.as_str().into();
                if let Some(replaced) = token.replaced_at {
                    if session.ended_at.is_none() && now.0.saturating_sub(replaced) <= GRACE {
                        return Ok(Outcome::Raced);
                    }
                    // Somebody holds an old token: the session ends for both. Kept although the caller is refused.
                    sessions::end(conn, &session.id, now)?;
                    audit::append(
                        conn,
                        &Entry {
                            at: now,
                            actor: Some(&who),
                            action: "session.reuse",
                            object_kind: "session",
                            object_id: &session.id,
                            candidate: None,
                            detail: json!({}),
                        },
                    )?;
                    return Ok(Outcome::Refused);
                }
                let person = people::find(conn, &who)?;
                let alive = alive(&session, person.epoch, now) && person.state() == PersonState::Active;
                if !alive {
                    return Ok(Outcome::Refused);
                }
                let mut ids = inside.mint.for_actor(&person.id);
                sessions::replace_token(conn, &hash, now)?;
                sessions::touch(conn, &session.id, now)?;
                let refresh = next_refresh_token(conn, &mut ids, &session.id, now)?;
                Ok(Outcome::Renewed(Box::new((access(&inside, &person, &session_id, now)?, refresh))))
            })
            .await?;
        match outcome {
            Outcome::Renewed(renewed) => {
                Ok(Reply { answer: Json(renewed.0), cookie: CookieChange::Set(renewed.1) })
            }
            Outcome::Raced => {
                Err(Failure::refused(Code::RefreshRaced, "Another tab has just renewed the session."))
            }
            Outcome::Refused => Err(unauthenticated()),
        }
    }
}
