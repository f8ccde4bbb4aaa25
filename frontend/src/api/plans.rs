//! Interview plans: templates, files, drafts and published versions.

use super::{
    Answer,
    transport::{get, get_text, part, patch, post},
};
use evenhand_shared::{
    JobId, PlanId,
    plan::{
        PlanCheck, PlanDraft, PlanDraftChange, PlanFile, PlanHistory, PlanImport, PlanTemplate, PlanVersion,
        StartPlanDraft,
    },
    publishing::{Discard, Publication},
};

/// `GET /plan-templates`.
pub async fn templates() -> Answer<Vec<PlanTemplate>> {
    get("/plan-templates").await
}

/// `POST /plans/check`.
pub async fn check(file: &PlanFile) -> Answer<PlanCheck> {
    post("/plans/check", file).await
}

/// `POST /plans`.
pub async fn import(file: &PlanFile) -> Answer<PlanImport> {
    post("/plans", file).await
}

/// `GET /jobs/{id}/plans`, newest first.
pub async fn versions(job: &JobId) -> Answer<Vec<PlanVersion>> {
    get(&format!("/jobs/{}/plans", part(job.as_str()))).await
}

/// `GET /plans/{id}`.
pub async fn find(id: &PlanId) -> Answer<PlanVersion> {
    get(&format!("/plans/{}", part(id.as_str()))).await
}

/// `GET /plans/{id}/toml`.
pub async fn toml(id: &PlanId) -> Answer<String> {
    get_text(&format!("/plans/{}/toml", part(id.as_str()))).await
}

/// `GET /jobs/{id}/plan-history`.
pub async fn history(job: &JobId) -> Answer<PlanHistory> {
    get(&format!("/jobs/{}/plan-history", part(job.as_str()))).await
}

/// `GET /jobs/{id}/plan-draft`; nothing where nobody writes one.
pub async fn draft(job: &JobId) -> Answer<Option<PlanDraft>> {
    get(&format!("/jobs/{}/plan-draft", part(job.as_str()))).await
}

/// `POST /jobs/{id}/plan-draft`.
pub async fn start_draft(job: &JobId, from: &StartPlanDraft) -> Answer<PlanDraft> {
    post(&format!("/jobs/{}/plan-draft", part(job.as_str())), from).await
}

/// `PATCH /jobs/{id}/plan-draft`.
pub async fn save_draft(job: &JobId, change: &PlanDraftChange) -> Answer<PlanDraft> {
    patch(&format!("/jobs/{}/plan-draft", part(job.as_str())), change).await
}

/// `POST /jobs/{id}/plan-draft/discard`.
pub async fn discard_draft(job: &JobId, seen: &Discard) -> Answer<()> {
    post(&format!("/jobs/{}/plan-draft/discard", part(job.as_str())), seen).await
}

/// `POST /jobs/{id}/plan-draft/publication`.
pub async fn publish(job: &JobId, publication: &Publication) -> Answer<PlanVersion> {
    post(&format!("/jobs/{}/plan-draft/publication", part(job.as_str())), publication).await
}
