//! Candidates and their applications, for the teams of their jobs. (Written by the lead; complete, please do not rewrite.)

mod import;
mod list;
mod move_stage;
mod read;
mod reject;
mod row;

use super::routes::{Entry, signed, watched};

/// The routes of this area.
pub fn entries() -> Vec<Entry> {
    vec![
        watched::<list::ListCandidates>(),
        watched::<read::ReadCandidate>(),
        signed::<move_stage::MoveStage>(),
        signed::<reject::Reject>(),
        signed::<import::ImportCandidates>(),
    ]
}
