//! The transport and one typed function per endpoint, grouped by area. Nobody else does HTTP.

pub mod about;
#[cfg(feature = "hiring")]
pub mod acts;
pub mod audit;
#[cfg(feature = "hiring")]
pub mod board;
pub mod candidates;
mod failure;
pub mod files;
pub mod home;
pub mod interviews;
pub mod jobs;
#[cfg(feature = "hiring")]
pub mod ladder;
#[cfg(feature = "hiring")]
pub mod library;
mod lock;
pub mod loops;
pub mod notices;
pub mod people;
pub mod plans;
mod refresh;
pub mod scorecards;
pub mod sessions;
pub mod stream;
pub mod transport;

pub use failure::Failure;

/// What a call gives.
pub type Answer<T> = Result<T, Failure>;
