//! The team's acts on interviews and places: time, place, who. Nothing here reads or moves a card.

mod add_panelist;
mod cancel;
mod comparison;
mod no_show;
mod remove;
mod replace;
mod schedule;

use super::routes::{Entry, signed};

/// The routes of this area.
pub fn entries() -> Vec<Entry> {
    vec![
        signed::<schedule::SetSchedule>(),
        signed::<cancel::CancelInterview>(),
        signed::<no_show::InterviewNoShow>(),
        signed::<add_panelist::AddPanelist>(),
        signed::<replace::Replace>(),
        signed::<remove::RemovePanelist>(),
        signed::<comparison::ReadComparison>(),
    ]
}
