//! Members of the organisation: administrators keep them, colleagues choose panels from them.

mod add_leave;
mod admins;
mod change;
pub mod checks;
mod create;
mod deactivate;
mod duties;
mod hand_over;
mod import;
mod invitation;
mod invite;
mod list;
mod reactivate;
mod read;
mod reset_link;
pub mod rows;
mod sign_out;

use super::operation::bodies;
use super::routes::{Entry, signed, watched};

bodies! {
    evenhand_shared::people::ImportFile,
    evenhand_shared::people::NewPerson,
    evenhand_shared::people::PersonChange,
    evenhand_shared::profile::Deactivation,
    evenhand_shared::profile::Reactivation,
}

/// The routes of this area.
pub fn entries() -> Vec<Entry> {
    vec![
        watched::<list::ListPeople>(),
        signed::<read::ReadPerson>(),
        signed::<add_leave::AddLeave>(),
        signed::<create::CreatePerson>(),
        signed::<import::ImportPeople>(),
        signed::<change::ChangePerson>(),
        signed::<invitation::Invite>(),
        signed::<invitation::Revoke>(),
        signed::<reset_link::MakeResetLink>(),
        signed::<sign_out::SignOut>(),
        signed::<deactivate::Deactivate>(),
        signed::<reactivate::Reactivate>(),
    ]
}
