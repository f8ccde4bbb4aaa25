//! The rules of the domain: plans, files people bring, loops, packets, reasons and the demonstration's content.
//!
//! Everything here is pure: values in, values out. No web framework, no database, no files, no clock; what depends on
//! the time takes it as a parameter. Who may see or do something is not decided here but in the policy crate.

pub mod candidate_file;
pub mod card_history;
pub mod csv_file;
pub mod demo;
pub mod jobs;
pub mod loops;
pub mod notices;
pub mod packet;
pub mod people_file;
pub mod plan_file;
pub mod reasons;
pub mod rejection;
pub mod search;
pub mod templates;
