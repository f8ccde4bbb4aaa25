//! Loops, their interviews and panels, and the packet.

use super::{
    Answer,
    transport::{get, part, post},
};
use evenhand_shared::{
    AssignmentId, InterviewId, JobId, LoopId,
    loops::{LoopDetail, LoopRow, NewInterview, NewSlot, Opening, PanelChanged, Replacement, Schedule},
    packet::Packet,
};

/// `GET /loops`, of one job or of all whose team the caller is on.
pub async fn list(job: Option<&JobId>) -> Answer<Vec<LoopRow>> {
    match job {
        Some(job) => get(&format!("/loops?job={}", part(job.as_str()))).await,
        None => get("/loops").await,
    }
}

/// `GET /loops/{id}`.
pub async fn find(id: &LoopId) -> Answer<LoopDetail> {
    get(&format!("/loops/{}", part(id.as_str()))).await
}

/// `POST /loops/{id}/interviews`.
pub async fn add_interview(id: &LoopId, interview: &NewInterview) -> Answer<PanelChanged> {
    post(&format!("/loops/{}/interviews", part(id.as_str())), interview).await
}

/// `POST /loops/{id}/opening`.
pub async fn open(id: &LoopId, opening: &Opening) -> Answer<LoopDetail> {
    post(&format!("/loops/{}/opening", part(id.as_str())), opening).await
}

/// `GET /loops/{id}/packet`.
pub async fn packet(id: &LoopId) -> Answer<Packet> {
    get(&format!("/loops/{}/packet", part(id.as_str()))).await
}

/// `POST /interviews/{id}/schedule`.
pub async fn schedule(id: &InterviewId, schedule: &Schedule) -> Answer<LoopDetail> {
    post(&format!("/interviews/{}/schedule", part(id.as_str())), schedule).await
}

/// `POST /interviews/{id}/cancellation`.
pub async fn cancel(id: &InterviewId) -> Answer<LoopDetail> {
    post(&format!("/interviews/{}/cancellation", part(id.as_str())), &serde_json::json!({})).await
}

/// `POST /interviews/{id}/panel`.
pub async fn add_panelist(id: &InterviewId, slot: &NewSlot) -> Answer<PanelChanged> {
    post(&format!("/interviews/{}/panel", part(id.as_str())), slot).await
}

/// `POST /assignments/{id}/replacement`.
pub async fn replace(id: &AssignmentId, replacement: &Replacement) -> Answer<PanelChanged> {
    post(&format!("/assignments/{}/replacement", part(id.as_str())), replacement).await
}

/// `POST /assignments/{id}/removal`.
pub async fn remove(id: &AssignmentId) -> Answer<LoopDetail> {
    post(&format!("/assignments/{}/removal", part(id.as_str())), &serde_json::json!({})).await
}

/// `POST /interviews/{id}/no-show`: the candidate did not come.
pub async fn no_show(id: &InterviewId) -> Answer<LoopDetail> {
    post(&format!("/interviews/{}/no-show", part(id.as_str())), &serde_json::json!({})).await
}
