//! Candidates.

mod application;
mod calling_off;
mod candidate;
mod files;
mod import;
mod imports;
mod list;
mod notes;
mod reject;
mod rejection;
mod source;
mod stage;
mod tags;
mod taking_back;
mod timeline;

pub use candidate::CandidatePage;
pub use import::ImportPage;
pub use list::CandidatesPage;
