//! Interview plans.

use super::{
    Answer,
    transport::{get, get_text, part, post},
};
use evenhand_shared::{
    JobId, PlanId,
    plan::{PlanCheck, PlanFile, PlanImported, PlanTemplate, PlanVersion},
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
pub async fn import(file: &PlanFile) -> Answer<PlanImported> {
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
