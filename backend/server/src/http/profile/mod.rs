//! The caller's own profile: rights in words, hours, leave.

mod change;
mod leave;
pub mod leaves;
mod read;
pub mod teams;

use super::operation::bodies;
use super::routes::{Entry, signed, watched};

bodies! {
    evenhand_shared::availability::NewLeave,
    evenhand_shared::profile::ProfileChange,
}

/// The routes of this area.
pub fn entries() -> Vec<Entry> {
    vec![
        watched::<read::ReadProfile>(),
        signed::<change::ChangeProfile>(),
        signed::<leave::AddOwnLeave>(),
        signed::<leave::RemoveLeave>(),
    ]
}
