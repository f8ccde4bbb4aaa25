//! Adding a person together with their first link.

use crate::{
    db::{
        people::{self, Person},
        words::fold,
    },
    failure::Failure,
    http::operation::Act,
    password_links,
};
use evenhand_shared::{
    PersonId,
    people::{NewPerson, PasswordLink},
    sessions::LinkPurpose,
};
use serde_json::json;

/// Adds a person, and writes it down.
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
    let by = act.viewer.id();
    let link = password_links::make(act.conn, &mut act.ids, &id, LinkPurpose::Invitation, Some(by), act.now)?;
    act.record("person.create", "person", id.as_str(), None, json!({"roles": person.roles()?}))?;
    act.record("invitation.create", "person", id.as_str(), None, json!({}))?;
    Ok((person, link))
}
