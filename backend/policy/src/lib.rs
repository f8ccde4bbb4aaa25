//! Every decision about who may see or do what. Pure: facts in, a decision out.
//!
//! Rules of the house:
//! - No policy type has a `Default`: what is unknown stays sealed.
//! - "Is this viewer open on this candidate?" ([`standing`]) is answered from the viewer's own rows
//!   before anything else is read.
//! - What lies behind a seal is reached with a [`grant`] only; grants are made here and nowhere else,
//!   and the database functions that load sealed rows ask for one.

mod access;
pub mod audit;
pub mod class;
pub mod grant;
mod publishing;
mod standing;
mod viewer;

pub use access::{
    GlassAccess, JobRights, LoopAccess, PacketAccess, ReleaseFact, comparison_access, glass_access,
    loop_access, may_ask_for_packet, packet_access,
};
pub use class::Class;
pub use publishing::publishing;
pub use standing::{OwnCard, OwnSlot, Standing, blind_in_loop, standing};
pub use viewer::Viewer;
