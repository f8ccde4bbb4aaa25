//! The API from outside, on both engines: the rules of loops, panels and scorecards by their numbers, and the areas by their URLs.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, and says where"
)]

mod concurrency;
mod rules_cards;
mod rules_opening;
mod rules_panel;
mod rules_release;
mod rules_scene;
mod rules_scorecards;
mod rules_visibility;
mod sessions;
mod session_cookies;
mod password_links;
mod people;
mod jobs;
mod plans;
mod candidates;
