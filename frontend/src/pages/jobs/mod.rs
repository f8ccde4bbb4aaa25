//! Jobs.

mod job;
mod list;

pub use job::JobPage;
pub use list::JobsPage;
