//! Jobs.

mod about;
mod about_form;
mod applications;
mod cover;
mod job;
mod list;
mod new;
mod outcomes;
mod plans;
mod stages;
mod status;
mod team;

pub use applications::{name_cell, standing_cell};
pub use job::JobPage;
pub use list::{JobsPage, part_words};
pub use new::NewJobPage;
