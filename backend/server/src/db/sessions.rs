//! `sessions`, `refresh_tokens` and `login_failures`.

use super::{
    Conn,
    schema::{login_failures, refresh_tokens, sessions},
};
use crate::failure::Failure;
use diesel::prelude::*;
use evenhand_shared::{PersonId, SessionId, Timestamp};

/// One login on one device.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = sessions, treat_none_as_default_value = false)]
pub struct Session {
    /// Identifier.
    pub id: String,
    /// Whose.
    pub person_id: String,
    /// The person's epoch at login; a higher one ends the session.
    pub epoch: i64,
    /// The browser, as it described itself.
    pub device: String,
    /// When it was opened.
    pub created_at: i64,
    /// When it was last refreshed.
    pub last_used_at: i64,
    /// When it was ended.
    pub ended_at: Option<i64>,
}

/// A refresh token by its digest.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = refresh_tokens, treat_none_as_default_value = false)]
pub struct RefreshToken {
    /// SHA-256 of the token.
    pub token_hash: String,
    /// The session (the family).
    pub session_id: String,
    /// When it was issued.
    pub issued_at: i64,
    /// When a newer one took its place.
    pub replaced_at: Option<i64>,
}

/// Opens a session.
pub fn insert(conn: &mut Conn, session: &Session) -> Result<(), Failure> {
    diesel::insert_into(sessions::table).values(session).execute(conn)?;
    Ok(())
}

/// One session.
pub fn find(conn: &mut Conn, id: &SessionId) -> Result<Option<Session>, Failure> {
    Ok(sessions::table.find(id.as_str()).first(conn).optional()?)
}

/// A person's sessions that have not ended, newest first.
pub fn list_open(conn: &mut Conn, person: &PersonId) -> Result<Vec<Session>, Failure> {
    Ok(sessions::table
        .filter(sessions::person_id.eq(person.as_str()))
        .filter(sessions::ended_at.is_null())
        .order((sessions::created_at.desc(), sessions::id))
        .load(conn)?)
}

/// Notes a refresh.
pub fn touch(conn: &mut Conn, id: &str, now: Timestamp) -> Result<(), Failure> {
    diesel::update(sessions::table.find(id)).set(sessions::last_used_at.eq(now.0)).execute(conn)?;
    Ok(())
}

/// Ends one session.
pub fn end(conn: &mut Conn, id: &str, now: Timestamp) -> Result<(), Failure> {
    diesel::update(sessions::table.find(id).filter(sessions::ended_at.is_null()))
        .set(sessions::ended_at.eq(Some(now.0)))
        .execute(conn)?;
    Ok(())
}

/// Ends all sessions of a person.
pub fn end_all(conn: &mut Conn, person: &PersonId, now: Timestamp) -> Result<(), Failure> {
    diesel::update(
        sessions::table.filter(sessions::person_id.eq(person.as_str())).filter(sessions::ended_at.is_null()),
    )
    .set(sessions::ended_at.eq(Some(now.0)))
    .execute(conn)?;
    Ok(())
}

/// Ends all sessions of a person but one.
pub fn end_others(
    conn: &mut Conn,
    person: &PersonId,
    kept: &SessionId,
    now: Timestamp,
) -> Result<(), Failure> {
    let others = sessions::table
        .filter(sessions::person_id.eq(person.as_str()))
        .filter(sessions::id.ne(kept.as_str()))
        .filter(sessions::ended_at.is_null());
    diesel::update(others).set(sessions::ended_at.eq(Some(now.0))).execute(conn)?;
    Ok(())
}

/// Stores a refresh token.
pub fn insert_token(conn: &mut Conn, token: &RefreshToken) -> Result<(), Failure> {
    diesel::insert_into(refresh_tokens::table).values(token).execute(conn)?;
    Ok(())
}

/// A refresh token by digest.
pub fn find_token(conn: &mut Conn, hash: &str) -> Result<Option<RefreshToken>, Failure> {
    Ok(refresh_tokens::table.find(hash).first(conn).optional()?)
}

/// The newest token of a session.
pub fn newest_token(conn: &mut Conn, session: &str) -> Result<Option<RefreshToken>, Failure> {
    Ok(refresh_tokens::table
        .filter(refresh_tokens::session_id.eq(session))
        .filter(refresh_tokens::replaced_at.is_null())
        .first(conn)
        .optional()?)
}

/// Marks a token as replaced.
pub fn replace_token(conn: &mut Conn, hash: &str, now: Timestamp) -> Result<(), Failure> {
    diesel::update(refresh_tokens::table.find(hash))
        .set(refresh_tokens::replaced_at.eq(Some(now.0)))
        .execute(conn)?;
    Ok(())
}

/// Failed logins of an account name and when the last one was.
pub fn failures(conn: &mut Conn, account: &str) -> Result<(i64, Timestamp), Failure> {
    let row: Option<(i64, i64)> = login_failures::table
        .find(account)
        .select((login_failures::failures, login_failures::last_at))
        .first(conn)
        .optional()?;
    Ok(row.map_or((0, Timestamp(0)), |(count, at)| (count, Timestamp(at))))
}

/// Counts one more failure.
pub fn note_failure(conn: &mut Conn, account: &str, now: Timestamp) -> Result<(), Failure> {
    let (count, _) = failures(conn, account)?;
    clear_failures(conn, account)?;
    diesel::insert_into(login_failures::table)
        .values((
            login_failures::account.eq(account),
            login_failures::failures.eq(count.saturating_add(1)),
            login_failures::last_at.eq(now.0),
        ))
        .execute(conn)?;
    Ok(())
}

/// Forgets failures after a good login.
pub fn clear_failures(conn: &mut Conn, account: &str) -> Result<(), Failure> {
    diesel::delete(login_failures::table.find(account)).execute(conn)?;
    Ok(())
}
