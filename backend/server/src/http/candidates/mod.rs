//! Candidates and their applications, for the teams of their jobs. Whoever is open on a candidate sees a constant row and
//! nothing else.

mod detail;
mod import;
mod list;
mod reject;
mod row;
mod stage;

use super::operation::bodies;
use super::routes::{Entry, signed, watched};
use evenhand_shared::people::Role;

/// Who works with candidates.
const TEAM: &[Role] = &[Role::Recruiter, Role::HiringManager];

bodies! {
    evenhand_shared::candidates::Rejection,
    evenhand_shared::candidates::StageMove,
}

/// The routes of this area.
pub fn entries() -> Vec<Entry> {
    vec![
        watched::<list::ListCandidates>(),
        watched::<detail::ReadCandidate>(),
        signed::<import::ImportCandidates>(),
        signed::<stage::MoveStage>(),
        signed::<reject::Reject>(),
    ]
}
