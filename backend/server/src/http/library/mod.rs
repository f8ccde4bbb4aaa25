//! The library: competencies with their rubrics, and kits; drafts, publication by a second person, immutable versions.

mod create;
mod draft_discard;
mod draft_save;
mod draft_start;
mod list;
mod publish;
mod read;
mod view;

use super::operation::bodies;
use super::routes::{Entry, signed, watched};
use evenhand_shared::people::Role;

/// Who works with the library.
const WRITERS: &[Role] = &[Role::Recruiter, Role::HiringManager];

bodies! {
    evenhand_shared::library::NewLibraryItem,
    evenhand_shared::library::LibraryChange,
}

/// The routes of this area.
pub fn entries() -> Vec<Entry> {
    vec![
        watched::<list::ListLibrary>(),
        signed::<create::CreateItem>(),
        watched::<read::ReadItem>(),
        signed::<draft_start::StartItemDraft>(),
        signed::<draft_save::SaveItemDraft>(),
        signed::<draft_discard::DiscardItemDraft>(),
        signed::<publish::PublishItem>(),
    ]
}
