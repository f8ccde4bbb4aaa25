//! Home and search: what needs somebody now, and the way to anything by its name.

mod loops;
mod matters;
mod read;
mod search;

use super::routes::{Entry, signed, watched};

/// The routes of this area.
pub fn entries() -> Vec<Entry> {
    vec![watched::<read::ReadHome>(), signed::<search::Search>()]
}
