//! Links to set a password. Only the digest of the token is stored; the link itself is shown once.

use crate::{
    db::{
        Conn,
        password_links::{self, Link, LinkEnd},
        people::{self, Person},
        words::word,
    },
    failure::Failure,
    mint::{Ids, digest},
};
use evenhand_shared::{
    Code, PersonId, Timestamp,
    people::PasswordLink,
    sessions::LinkPurpose,
    time::{DAY, MINUTE},
};

/// How long a link of this kind works: people start on a Monday; a forgotten password is set at once.
const fn life(purpose: LinkPurpose) -> i64 {
    match purpose {
        LinkPurpose::Invitation => 7 * DAY,
        LinkPurpose::Reset => 30 * MINUTE,
    }
}

/// Makes a link for a person; older ones stop working. `by` is absent on the host's shell.
pub fn make(
    conn: &mut Conn,
    ids: &mut Ids,
    person: &PersonId,
    purpose: LinkPurpose,
    by: Option<&PersonId>,
    now: Timestamp,
) -> Result<PasswordLink, Failure> {
    password_links::end_open(conn, person, LinkEnd::Replaced, now)?;
    let token = ids.token();
    let expires_at = now.plus(life(purpose));
    password_links::insert(
        conn,
        &Link {
            token_hash: digest(&token),
            person_id: person.as_str().to_owned(),
            expires_at: expires_at.0,
            used_at: None,
            purpose: word(&purpose)?,
            made_by: by.map(|by| by.as_str().to_owned()),
            made_at: now.0,
            ended: None,
        },
    )?;
    Ok(PasswordLink { path: format!("/set-password#{token}"), expires_at })
}

/// The link behind a token and the person whom it is for, when it works. Of those that do not, only one whose time is over is told
/// apart, to whoever holds its token; a token that was made up is like one that was used.
pub fn find_open(conn: &mut Conn, token: &str, now: Timestamp) -> Result<(Link, Person), Failure> {
    let bad = || {
        Failure::refused(
            Code::BadLink,
            "This link does not work: it was used already, or a newer one has taken its place. Ask an administrator for a new one.",
        )
    };
    let link = password_links::find(conn, &digest(token))?.ok_or_else(bad)?;
    let person = people::find(conn, &link.person_id.as_str().into())?;
    if link.used_at.is_some() || !person.active {
        return Err(bad());
    }
    if link.expires_at <= now.0 {
        return Err(Failure::refused(
            Code::LinkExpired,
            "The time of this link is over. Nothing is lost: ask an administrator for a new one.",
        ));
    }
    Ok((link, person))
}
