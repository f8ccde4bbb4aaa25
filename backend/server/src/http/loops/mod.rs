//! Area.

use super::routes::Entry;

/// The routes of this area.
pub fn entries() -> Vec<Entry> {
    Vec::new()
}
