//! Asking, changing, and small things that components need.

pub mod autosave;
mod draft;
#[cfg(feature = "hiring")]
mod drafting;
mod focus;
mod id;
mod keys;
mod mutation;
mod query;

pub use draft::{Draft, into, on_submit, use_draft};
#[cfg(feature = "hiring")]
pub use drafting::{Keeping, use_drafting};
pub use focus::{focus_now, focus_soon, restore_caret, use_focus_on_mount, use_focus_when_settled};
pub use id::use_id;
pub use keys::{use_chord, use_keys};
pub use mutation::{Mutation, use_mutation};
pub use query::{Query, use_query};
