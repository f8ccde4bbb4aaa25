//! Members of the organisation: administrators keep them, colleagues choose panels from them.

mod change;
mod checks;
mod create;
mod import;
mod invitation;
mod invite;
mod list;
mod reset_link;
mod rows;

use super::operation::bodies;
use super::routes::{Entry, signed, watched};

bodies! {
    evenhand_shared::people::ImportFile,
    evenhand_shared::people::NewPerson,
    evenhand_shared::people::PersonChange,
}

/// The routes of this area.
pub fn entries() -> Vec<Entry> {
    vec![
        watched::<list::ListPeople>(),
        signed::<create::CreatePerson>(),
        signed::<import::ImportPeople>(),
        signed::<change::ChangePerson>(),
        signed::<invitation::Invite>(),
        signed::<invitation::Revoke>(),
        signed::<reset_link::MakeResetLink>(),
    ]
}
