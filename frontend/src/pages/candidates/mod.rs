//! Candidates.

mod adding;
mod address;
mod application;
mod calling_off;
mod candidate;
mod files;
mod filters;
mod import;
mod imports;
mod list;
mod notes;
mod reject;
mod rejection;
mod rows;
mod source;
mod stage;
mod tags;
mod taking_back;
mod timeline;
mod views;

pub use adding::{AddButton, key as adding_key};
pub use address::ListLink;
pub use candidate::CandidatePage;
pub use import::ImportPage;
pub use list::CandidatesPage;
