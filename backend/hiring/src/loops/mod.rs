//! Rules of loops: what a new loop must look like, when its panel is complete, and how far it has come.
//!
//! Nothing here decides who may know any of it.

mod check;
mod progress;
mod soon;

pub use check::{
    BRIEF_MAX, INTERVIEWS_MAX, PANEL_MAX, PLACE_MAX, check_new_interview, check_new_loop, check_place,
    check_time,
};
pub use progress::{
    CardFact, SlotFact, card_counts, card_progress, due_at, interview_end, is_overdue, panel_complete,
    progress,
};
pub use soon::due_soon;
