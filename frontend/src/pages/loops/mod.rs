//! Loops.

mod list;
mod loop_page;
mod start;

pub use list::{LoopsPage, loop_table};
pub use loop_page::LoopPage;
pub use start::NewLoopPage;
