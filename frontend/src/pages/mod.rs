//! Pages by area: they compose components and ask through `hooks`.

pub mod candidates;
pub mod gate;
pub mod home;
pub mod interviews;
pub mod jobs;
pub mod loops;
pub mod not_found;
pub mod packet;
pub mod people;
pub mod plans;
pub mod scorecard;
pub mod settings;
