//! Links to set a password. Only the digest of the token is stored; the link itself is shown once.

use crate::{
    db::{Conn, people},
    failure::Failure,
    mint::{Ids, digest},
};
use evenhand_shared::{
    PersonId, Timestamp,
    people::{PasswordLink, PersonState},
    time::{DAY, MINUTE},
};

/// How long a first link works: people start on a Monday.
const INVITATION: i64 = 7 * DAY;
/// How long a link for a forgotten password works.
const RESET: i64 = 30 * MINUTE;

/// Makes a link for a person; older ones stop working.
pub fn make(
    conn: &mut Conn,
    ids: &mut Ids,
    person: &PersonId,
    state: PersonState,
    now: Timestamp,
) -> Result<PasswordLink, Failure> {
    let life = if state == PersonState::Active { RESET } else { INVITATION };
    let token = ids.token();
    let expires_at = now.plus(life);
    people::insert_link(conn, &digest(&token), person, now, expires_at)?;
    Ok(PasswordLink { path: format!("/set-password#{token}"), expires_at })
}
