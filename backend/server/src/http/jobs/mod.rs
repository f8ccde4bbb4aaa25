//! Jobs and their hiring teams. A job's own row holds its words; plans keep frozen copies.

mod list;
mod read;
mod team_add;
mod team_remove;
mod view;

use super::operation::bodies;
use super::routes::{Entry, signed, watched};

bodies! {
    evenhand_shared::jobs::TeamChange,
}

/// The routes of this area.
pub fn entries() -> Vec<Entry> {
    vec![
        watched::<list::ListJobs>(),
        watched::<read::ReadJob>(),
        signed::<team_add::AddMember>(),
        signed::<team_remove::RemoveMember>(),
    ]
}
