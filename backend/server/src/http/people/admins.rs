//! Somebody must always be able to administer.

use crate::{db::people, failure::Failure, http::operation::Act};
use evenhand_shared::{
    Code, PersonId,
    people::{PersonState, Role},
};

/// Refuses when nobody else could administer afterwards.
pub fn demand_another_admin<B>(act: &mut Act<'_, B>, changed: &PersonId) -> Result<(), Failure> {
    let mut admins = Vec::new();
    for person in people::list(act.conn)? {
        if person.state() == PersonState::Active && person.roles()?.contains(&Role::Admin) {
            admins.push(person.id);
        }
    }
    if admins.iter().all(|admin| admin == changed.as_str()) && !admins.is_empty() {
        return Err(Failure::refused(
            Code::Conflict,
            "This is the last administrator who can log in. Make somebody else administrator first.",
        ));
    }
    Ok(())
}
