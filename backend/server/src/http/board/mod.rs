//! The board of a job, for its team. Candidates on whom the viewer is open stand in it as constants, with the stage of the
//! viewer's own assignment, and do not move.

mod cards;
mod column;
mod moves;
mod moving;
mod read;
mod reject;
mod undo;

pub use moving::{Fate, move_one};

use super::operation::bodies;
use super::routes::{Entry, signed, watched};
use evenhand_shared::people::Role;

/// Who works with boards.
const TEAM: &[Role] = &[Role::Recruiter, Role::HiringManager];

bodies! {
    evenhand_shared::board::BoardRejections,
    evenhand_shared::board::Moves,
    evenhand_shared::board::UndoMoves,
}

/// The routes of this area.
pub fn entries() -> Vec<Entry> {
    vec![
        watched::<read::ReadBoard>(),
        watched::<column::ReadCards>(),
        signed::<moves::MoveCards>(),
        signed::<reject::RejectCards>(),
        signed::<undo::UndoMoves>(),
    ]
}
