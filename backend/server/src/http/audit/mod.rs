//! What happened: the audit for those who answer for it, and the activity of a job for its team.

mod activity;
mod cursor;
mod export;
mod filter;
mod list;
mod reach;
mod words;

use super::routes::{Entry, signed, watched};
use evenhand_shared::people::Role;

/// Who reads the audit, each their part of it.
const READERS: &[Role] = &[Role::Admin, Role::Recruiter, Role::HiringManager, Role::Auditor];

/// The routes of this area.
pub fn entries() -> Vec<Entry> {
    vec![watched::<list::ListAudit>(), signed::<export::ExportAudit>(), watched::<activity::ReadActivity>()]
}
