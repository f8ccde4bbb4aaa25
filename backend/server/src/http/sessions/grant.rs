//! Opening a session and turning its token over.

use crate::{
    app::App,
    db::{
        Conn,
        audit::{self, Entry},
        people::Person,
        sessions::{self, RefreshToken, Session},
    },
    failure::Failure,
    mint::{Ids, digest},
    tokens,
};
use evenhand_shared::{
    PersonId, SessionId, Timestamp,
    sessions::{Me, SessionToken},
    time::{HOUR, MINUTE, SECOND},
};
use serde_json::json;

/// Longest life of a session.
const ABSOLUTE_LIFE: i64 = 12 * HOUR;
/// Longest pause between two refreshes.
const IDLE_LIFE: i64 = 60 * MINUTE;
/// How long the token just replaced is taken for a second tab rather than a thief.
pub const GRACE: i64 = 15 * SECOND;

/// Whether a session of a person with this epoch can still be renewed.
pub fn alive(session: &Session, epoch: i64, now: Timestamp) -> bool {
    session.ended_at.is_none()
        && session.epoch == epoch
        && now.0.saturating_sub(session.created_at) < ABSOLUTE_LIFE
        && now.0.saturating_sub(session.last_used_at) < IDLE_LIFE
}

/// The person as they see themselves.
pub fn me(person: &Person) -> Result<Me, Failure> {
    Ok(Me {
        id: person.id.as_str().into(),
        name: person.name.clone(),
        email: person.email.clone(),
        roles: person.roles()?,
        zone: person.zone.clone(),
    })
}

/// Opens a session; answers the access token and the refresh token.
pub fn open_session(
    conn: &mut Conn,
    app: &App,
    ids: &mut Ids,
    person: &Person,
    device: String,
    now: Timestamp,
) -> Result<(SessionToken, String), Failure> {
    let session: SessionId = ids.id();
    sessions::insert(
        conn,
        &Session {
            id: session.as_str().to_owned(),
            person_id: person.id.clone(),
            epoch: person.epoch,
            device,
            created_at: now.0,
            last_used_at: now.0,
            ended_at: None,
        },
    )?;
    let who: PersonId = person.id.as_str().into();
    audit::append(
        conn,
        &Entry {
            at: now,
            actor: Some(&who),
            action: "session.open",
            object_kind: "session",
            object_id: session.as_str(),
            candidate: None,
            detail: json!({}),
        },
    )?;
    let refresh = next_refresh_token(conn, ids, session.as_str(), now)?;
    Ok((access(app, person, &session, now)?, refresh))
}

/// Stores the session's next refresh token and answers it.
pub fn next_refresh_token(
    conn: &mut Conn,
    ids: &mut Ids,
    session: &str,
    now: Timestamp,
) -> Result<String, Failure> {
    let token = ids.token();
    sessions::insert_token(
        conn,
        &RefreshToken {
            token_hash: digest(&token),
            session_id: session.to_owned(),
            issued_at: now.0,
            replaced_at: None,
        },
    )?;
    Ok(token)
}

/// An access token for a session.
pub fn access(
    app: &App,
    person: &Person,
    session: &SessionId,
    now: Timestamp,
) -> Result<SessionToken, Failure> {
    let (access_token, expires_at) =
        tokens::issue(&app.secrets.access, &person.id.as_str().into(), session, now)
            .map_err(Failure::Internal)?;
    Ok(SessionToken { access_token, expires_at, me: me(person)? })
}
