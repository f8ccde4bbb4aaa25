//! The proof by two worlds (`docs/blindness.md`): worlds that differ only in what is secret answer the same bytes to whoever is
//! blind, on every operation of the OpenAPI document and every parameter of every list. Nothing is normalised.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, and says where"
)]

mod board;
mod claims;
mod edits;
mod events;
mod exploration;
mod leaks;
mod pair;
mod sweep;
