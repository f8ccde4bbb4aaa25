//! Jobs and their teams.

use super::{
    Answer,
    transport::{get, part, patch, post},
};
use evenhand_shared::{
    JobId,
    jobs::{
        CoverChange, JobChange, JobDetail, JobMove, JobRow, NewJob, OutcomesChange, StagesChange, TeamChange,
    },
};

/// `GET /jobs`.
pub async fn list() -> Answer<Vec<JobRow>> {
    get("/jobs").await
}

/// `GET /jobs/{id}`.
pub async fn find(id: &JobId) -> Answer<JobDetail> {
    get(&format!("/jobs/{}", part(id.as_str()))).await
}

/// `POST /jobs`.
pub async fn create(new: &NewJob) -> Answer<JobDetail> {
    post("/jobs", new).await
}

/// `PATCH /jobs/{id}`.
pub async fn change(id: &JobId, change: &JobChange) -> Answer<JobDetail> {
    patch(&format!("/jobs/{}", part(id.as_str())), change).await
}

/// `POST /jobs/{id}/status`.
pub async fn move_to(id: &JobId, asked: &JobMove) -> Answer<JobDetail> {
    post(&format!("/jobs/{}/status", part(id.as_str())), asked).await
}

/// `POST /jobs/{id}/stages`.
pub async fn set_stages(id: &JobId, change: &StagesChange) -> Answer<JobDetail> {
    post(&format!("/jobs/{}/stages", part(id.as_str())), change).await
}

/// `POST /jobs/{id}/outcomes`.
pub async fn set_outcomes(id: &JobId, change: &OutcomesChange) -> Answer<JobDetail> {
    post(&format!("/jobs/{}/outcomes", part(id.as_str())), change).await
}

/// `POST /jobs/{id}/team`.
pub async fn add_to_team(id: &JobId, change: &TeamChange) -> Answer<JobDetail> {
    post(&format!("/jobs/{}/team", part(id.as_str())), change).await
}

/// `POST /jobs/{id}/covers`.
pub async fn name_cover(id: &JobId, change: &CoverChange) -> Answer<JobDetail> {
    post(&format!("/jobs/{}/covers", part(id.as_str())), change).await
}

/// `POST /jobs/{id}/team/remove`.
pub async fn remove_from_team(id: &JobId, change: &TeamChange) -> Answer<JobDetail> {
    post(&format!("/jobs/{}/team/remove", part(id.as_str())), change).await
}
