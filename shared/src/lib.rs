//! The contract between server and browser.
//!
//! One file per area holds its requests, its responses and the pure rules that both sides apply.
//! Nothing here knows a database, a web framework or a browser.

pub mod about;
pub mod acts;
pub mod audit;
pub mod availability;
pub mod board;
pub mod candidate_list;
pub mod candidates;
pub mod difference;
pub mod error;
pub mod files;
pub mod home;
pub mod ids;
pub mod imports;
pub mod jobs;
pub mod ladder;
pub mod library;
pub mod live;
pub mod loops;
pub mod notes;
pub mod notices;
pub mod packet;
pub mod panel_mix;
pub mod people;
pub mod plan;
pub mod profile;
pub mod publishing;
pub mod rejections;
pub mod scorecards;
pub mod search;
pub mod sessions;
pub mod time;
pub mod timeline;

pub use error::{Code, FieldError, Problem};
pub use ids::*;
pub use time::Timestamp;
