//! Jobs and their hiring teams. A job's own row holds its words; plans keep frozen copies.

mod change;
mod cover;
mod create;
mod list;
mod outcomes;
mod read;
mod stages;
mod status;
mod team_add;
mod team_remove;
mod view;

use super::operation::bodies;
use super::routes::{Entry, signed, watched};

bodies! {
    evenhand_shared::jobs::CoverChange,
    evenhand_shared::jobs::JobChange,
    evenhand_shared::jobs::JobMove,
    evenhand_shared::jobs::NewJob,
    evenhand_shared::jobs::OutcomesChange,
    evenhand_shared::jobs::StagesChange,
    evenhand_shared::jobs::TeamChange,
}

/// The routes of this area.
pub fn entries() -> Vec<Entry> {
    vec![
        watched::<list::ListJobs>(),
        watched::<read::ReadJob>(),
        signed::<create::CreateJob>(),
        signed::<change::ChangeJob>(),
        signed::<status::MoveJob>(),
        signed::<stages::ChangeStages>(),
        signed::<outcomes::ChangeOutcomes>(),
        signed::<team_add::AddMember>(),
        signed::<team_remove::RemoveMember>(),
        signed::<cover::NameCover>(),
    ]
}
