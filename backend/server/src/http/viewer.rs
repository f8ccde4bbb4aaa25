//! Who asks: from the token to the viewer, as the database has them at this moment.

use crate::{
    db::{Conn, people, sessions},
    failure::Failure,
    tokens::Claims,
};
use evenhand_policy::Viewer;
use evenhand_shared::{Code, people::PersonState};

/// The answer to a missing, forged, expired or ended session.
#[must_use]
pub fn unauthenticated() -> Failure {
    Failure::refused(Code::Unauthenticated, "Please log in.")
}

/// The viewer behind the claims. A session that was ended, an epoch that was raised, a person deactivated or not yet
/// confirmed: all end here, at the next request (Z04, Z05).
pub fn load(conn: &mut Conn, claims: &Claims) -> Result<Viewer, Failure> {
    let session = sessions::find(conn, &claims.session())?.ok_or_else(unauthenticated)?;
    let person = match people::find(conn, &claims.person()) {
        Ok(person) => person,
        Err(Failure::NotFound) => return Err(unauthenticated()),
        Err(other) => return Err(other),
    };
    let stands =
        session.ended_at.is_none() && session.person_id == person.id && session.epoch == person.epoch;
    if !stands || person.state() != PersonState::Active {
        return Err(unauthenticated());
    }
    let roles = person.roles()?;
    Ok(Viewer::new(person.id.into(), roles))
}
