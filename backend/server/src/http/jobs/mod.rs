//! Jobs and their hiring teams. A job comes from its first plan; its words stand in the newest one.

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
