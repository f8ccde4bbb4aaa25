//! Pages by area: they compose components and ask through `hooks`.

#[cfg(feature = "hiring")]
pub mod activity;
#[cfg(feature = "hiring")]
pub mod audit;
#[cfg(feature = "hiring")]
pub mod board;
#[cfg(feature = "hiring")]
pub mod candidates;
pub mod gate;
pub mod home;
pub mod interviews;
#[cfg(feature = "hiring")]
pub mod jobs;
#[cfg(feature = "hiring")]
pub mod loops;
pub mod not_found;
pub mod packet;
#[cfg(feature = "hiring")]
pub mod people;
#[cfg(feature = "hiring")]
pub mod plans;
#[cfg(feature = "hiring")]
pub mod profile;
pub mod scorecard;
pub mod settings;
