//! Asking, changing, and small things that components need.

mod focus;
mod id;
mod keys;
mod mutation;
mod query;

pub use focus::use_focus_on_mount;
pub use id::use_id;
pub use keys::use_keys;
pub use mutation::{Mutation, use_mutation};
pub use query::{Query, use_query};
