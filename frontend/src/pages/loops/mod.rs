//! Loops: starting one, following it, the list.

mod afterwards;
mod changed;
mod detail;
mod interview_fields;
mod list;
mod panel;
mod start;
mod words;

pub use afterwards::AfterwardsPage;
pub use detail::LoopPage;
pub use list::LoopsPage;
pub use start::NewLoopPage;
