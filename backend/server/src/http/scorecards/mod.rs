//! Scorecards and one's own interviews. Every route here but the history of a sealed card is built from the caller's own rows alone:
//! nobody else can reach a draft, and the answers tell nothing about anybody else.

mod accept;
mod amend;
mod decline;
mod history;
mod my_interviews;
mod no_show;
pub mod page;
mod read;
mod save;
mod submit;
pub mod unblind;
mod undo;
mod withdraw;

use super::operation::bodies;
use super::routes::{Entry, signed, watched};

bodies! {
    evenhand_shared::scorecards::DraftChange,
    evenhand_shared::scorecards::NewAmendment,
    evenhand_shared::scorecards::Withdrawal,
}

/// The routes of this area.
pub fn entries() -> Vec<Entry> {
    vec![
        watched::<my_interviews::MyInterviews>(),
        watched::<read::ReadScorecard>(),
        signed::<save::SaveDraft>(),
        signed::<submit::Submit>(),
        signed::<undo::Undo>(),
        signed::<amend::Amend>(),
        signed::<withdraw::Withdraw>(),
        signed::<history::ReadHistory>(),
        signed::<unblind::Unblind>(),
        signed::<accept::Accept>(),
        signed::<decline::Decline>(),
        signed::<no_show::NoShow>(),
    ]
}
