//! Jobs and their teams.

use super::{
    Answer,
    transport::{get, part, post},
};
use evenhand_shared::{
    JobId,
    jobs::{JobDetail, JobRow, TeamChange},
};

/// `GET /jobs`.
pub async fn list() -> Answer<Vec<JobRow>> {
    get("/jobs").await
}

/// `GET /jobs/{id}`.
pub async fn find(id: &JobId) -> Answer<JobDetail> {
    get(&format!("/jobs/{}", part(id.as_str()))).await
}

/// `POST /jobs/{id}/team`.
pub async fn add_to_team(id: &JobId, change: &TeamChange) -> Answer<JobDetail> {
    post(&format!("/jobs/{}/team", part(id.as_str())), change).await
}

/// `POST /jobs/{id}/team/remove`.
pub async fn remove_from_team(id: &JobId, change: &TeamChange) -> Answer<JobDetail> {
    post(&format!("/jobs/{}/team/remove", part(id.as_str())), change).await
}
