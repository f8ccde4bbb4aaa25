//! Notices: a page entry for what others would learn by mail. One's own alone, and nothing about a candidate on whom one is open.

mod list;
mod seen;
pub mod tell;

use super::operation::bodies;
use super::routes::{Entry, signed, watched};

bodies! {
    evenhand_shared::notices::SeenNotices,
}

/// The routes of this area.
pub fn entries() -> Vec<Entry> {
    vec![watched::<list::ListNotices>(), signed::<seen::MarkSeen>()]
}
