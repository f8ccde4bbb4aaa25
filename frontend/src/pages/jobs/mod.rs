//! Jobs.

mod applications;
mod job;
mod list;
mod plans;
mod team;

pub use applications::{name_cell, standing_cell};
pub use job::JobPage;
pub use list::{JobsPage, part_words};
