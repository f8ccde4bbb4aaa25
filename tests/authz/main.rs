//! Who may do what: every operation of the OpenAPI document for every kind of caller, before and after the release, with an
//! explicit expectation in every cell (Z01, B24); and the ways around it (Z02 to Z06).
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, and says where"
)]

mod contents;
mod matrix;
mod scene;
mod swapped_ids;
mod table;
mod ways_around;
