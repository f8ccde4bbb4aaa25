//! The Evenhand server.
//!
//! - [`http`]: what the world can ask: one operation per file, one table of routes, one dispatcher.
//! - [`db`]: the two doors to SQLite or PostgreSQL, one file per table.
//! - [`jobs`]: what happens without a request: the seal that falls after the seconds for undo.
//! - [`uploads`]: files that people bring, and copies of them that are safe to show.
//! - [`cli`]: `serve`, `migrate`, `demo`, `openapi`, `setup-token`, `reset-link`.
//!
//! Rules of the domain stand in `evenhand-hiring`, decisions about rights in `evenhand-policy`.

pub mod app;
pub mod cli;
pub mod clock;
pub mod config;
pub mod db;
pub mod failure;
pub mod http;
pub mod jobs;
pub mod library;
pub mod metrics;
pub mod mint;
pub mod panel;
pub mod password_links;
pub mod passwords;
pub mod secrets;
pub mod tokens;
pub mod uploads;
