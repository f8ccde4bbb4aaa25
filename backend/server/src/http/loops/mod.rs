//! Loops: starting, progress, opening, the packet. All of it is absent for whoever is open on the candidate.

mod add_interview;
mod contents;
mod list;
mod open;
pub mod packet;
pub mod panel;
mod read;
mod start;
pub mod view;

use super::operation::bodies;
use super::routes::{Entry, signed, watched};

bodies! {
    evenhand_shared::loops::Confirmation,
    evenhand_shared::loops::NewInterview,
    evenhand_shared::loops::NewLoop,
    evenhand_shared::loops::NewSlot,
    evenhand_shared::loops::Opening,
    evenhand_shared::loops::Replacement,
    evenhand_shared::loops::Schedule,
}

/// The routes of this area.
pub fn entries() -> Vec<Entry> {
    vec![
        watched::<list::ListLoops>(),
        watched::<read::ReadLoop>(),
        signed::<start::StartLoop>(),
        signed::<add_interview::AddInterview>(),
        signed::<open::OpenLoop>(),
        signed::<packet::ReadPacket>(),
    ]
}
