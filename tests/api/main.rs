//! The API from outside, on both engines: the rules of loops, panels and scorecards by their numbers, and the areas by their URLs.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, and says where"
)]

mod audit;
mod audit_acts;
mod audit_view;
mod board;
mod candidate_files;
mod candidate_record;
mod candidates;
mod concurrency;
mod every_operation;
mod home;
mod interviews;
mod job_acts;
mod jobs;
mod leaving;
mod library;
mod loops;
mod notices;
mod password_links;
mod people;
mod plans;
mod profiles;
mod refused_addresses;
mod refused_bodies;
mod rules_acts;
mod rules_covers;
mod rules_exchange;
mod rules_histories;
mod rules_opening;
mod rules_panel;
mod rules_release;
mod rules_scene;
mod rules_scorecards;
mod rules_visibility;
mod session_cookies;
mod sessions;
