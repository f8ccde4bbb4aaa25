//! Interview plans: templates and files, drafts, publication by a second person, immutable versions.

mod check;
pub mod create;
mod draft;
mod draft_discard;
mod draft_read;
mod draft_save;
mod draft_start;
mod export;
mod history;
mod list;
mod publish;
mod read;
mod templates;

use super::operation::bodies;
use super::routes::{Entry, signed, watched};
use evenhand_shared::people::Role;

/// Who works with plans.
const PLANNERS: &[Role] = &[Role::Recruiter, Role::HiringManager];

bodies! {
    evenhand_shared::plan::PlanFile,
    evenhand_shared::plan::StartPlanDraft,
    evenhand_shared::plan::PlanDraftChange,
    evenhand_shared::publishing::Discard,
    evenhand_shared::publishing::Publication,
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
        watched::<history::PlanHistoryOf>(),
        watched::<draft_read::ReadDraft>(),
        signed::<draft_start::StartDraft>(),
        signed::<draft_save::SaveDraft>(),
        signed::<draft_discard::DiscardDraft>(),
        signed::<publish::PublishPlan>(),
    ]
}
