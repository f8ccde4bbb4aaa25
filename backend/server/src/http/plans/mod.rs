//! Interview plans: templates, checking, importing as an immutable version, reading and writing out again.

mod check;
pub mod create;
mod export;
mod list;
mod read;
mod templates;

use super::operation::bodies;
use super::routes::{Entry, signed, watched};
use evenhand_shared::people::Role;

/// Who works with plans.
const PLANNERS: &[Role] = &[Role::Recruiter, Role::HiringManager];

bodies! {
    evenhand_shared::plan::PlanFile,
}

/// The routes of this area.
pub fn entries() -> Vec<Entry> {
    vec![
        signed::<templates::ListTemplates>(),
        signed::<check::CheckPlan>(),
        signed::<create::CreatePlan>(),
        watched::<list::ListPlans>(),
        signed::<read::ReadPlan>(),
        signed::<export::ExportPlan>(),
    ]
}
