//! Candidates.

mod candidate;
mod import;
mod list;

pub use candidate::CandidatePage;
pub use import::ImportPage;
pub use list::CandidatesPage;
