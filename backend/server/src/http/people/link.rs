//! Links to set a password. Only the digest of the token is stored; the link itself is shown once.

use crate::{
    db::{
        Conn,
        people::{self, Person},
        words::fold,
    },
    failure::Failure,
    http::operation::Act,
    mint::{Ids, digest},
};
use evenhand_shared::{
    PersonId, Timestamp,
    people::{NewPerson, PasswordLink, PersonState},
    time::{DAY, MINUTE},
};
use serde_json::json;

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

/// Adds a person with their first link, and writes both down.
pub fn invite<B>(act: &mut Act<'_, B>, new: &NewPerson) -> Result<(Person, PasswordLink), Failure> {
    let email_folded = fold(&new.email);
    let id: PersonId = act.ids.object("person", &email_folded, 0);
    let mut person = Person {
        id: id.as_str().to_owned(),
        email: new.email.trim().to_owned(),
        email_folded,
        name: new.name.trim().to_owned(),
        password_hash: None,
        roles: String::new(),
        function: new.function.trim().to_owned(),
        seniority: new.seniority,
        zone: new.zone.trim().to_owned(),
        active: true,
        epoch: 1,
        version: 1,
        created_at: act.now.0,
    };
    person.set_roles(&new.roles)?;
    people::insert(act.conn, &person)?;
    let link = make(act.conn, &mut act.ids, &id, PersonState::Invited, act.now)?;
    act.record("person.create", "person", id.as_str(), None, json!({"roles": person.roles()?}))?;
    act.record("password_link.create", "person", id.as_str(), None, json!({}))?;
    Ok((person, link))
}
