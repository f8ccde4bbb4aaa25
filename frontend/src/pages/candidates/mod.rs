//! Candidates.

mod application;
mod candidate;
mod import;
mod list;
mod reject;
mod stage;

pub use candidate::CandidatePage;
pub use import::ImportPage;
pub use list::CandidatesPage;
