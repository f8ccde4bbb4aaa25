//! What panelists say about their own places, what the team answers, and looking behind the seal.

use super::{
    Answer,
    transport::{delete, get, part, post},
};
use evenhand_shared::{
    AssignmentId, LoopId, PersonId, RequestId, Timestamp,
    acts::{BreakGlass, BrokenGlass, Colleague, Exposure, MoreTime, MyRequests, NewSwap, RequestAnswer},
    scorecards::MyInterview,
};

/// `GET /my/requests`.
pub async fn requests() -> Answer<MyRequests> {
    get("/my/requests").await
}

/// `GET /my/colleagues`.
pub async fn colleagues() -> Answer<Vec<Colleague>> {
    get("/my/colleagues").await
}

/// `GET /my/exposures`.
pub async fn exposures() -> Answer<Vec<Exposure>> {
    get("/my/exposures").await
}

/// `POST /assignments/{id}/swap`.
pub async fn swap(id: &AssignmentId, person_id: PersonId) -> Answer<()> {
    post(&format!("/assignments/{}/swap", part(id.as_str())), &NewSwap { person_id }).await
}

/// `POST /assignments/{id}/exchange`.
pub async fn exchange(id: &AssignmentId, person_id: PersonId) -> Answer<()> {
    post(&format!("/assignments/{}/exchange", part(id.as_str())), &NewSwap { person_id }).await
}

/// `DELETE /assignments/{id}/exchange`.
pub async fn end_exchange(id: &AssignmentId) -> Answer<()> {
    delete(&format!("/assignments/{}/exchange", part(id.as_str()))).await
}

/// `POST /requests/{id}/exchange`: the colleague's yes or no.
pub async fn answer_exchange(id: &RequestId, yes: bool) -> Answer<()> {
    post(&format!("/requests/{}/exchange", part(id.as_str())), &RequestAnswer { yes }).await
}

/// `POST /assignments/{id}/more-time`.
pub async fn more_time(id: &AssignmentId, until: Timestamp) -> Answer<()> {
    post(&format!("/assignments/{}/more-time", part(id.as_str())), &MoreTime { until }).await
}

/// `POST /assignments/{id}/knows`.
pub async fn knows(id: &AssignmentId) -> Answer<MyInterview> {
    post(&format!("/assignments/{}/knows", part(id.as_str())), &serde_json::json!({})).await
}

/// `POST /assignments/{id}/nudge`.
pub async fn nudge(id: &AssignmentId) -> Answer<()> {
    post(&format!("/assignments/{}/nudge", part(id.as_str())), &serde_json::json!({})).await
}

/// `POST /requests/{id}/answer`: the colleague's yes or no.
pub async fn answer(id: &RequestId, yes: bool) -> Answer<()> {
    post(&format!("/requests/{}/answer", part(id.as_str())), &RequestAnswer { yes }).await
}

/// `POST /requests/{id}/decision`: the team's yes or no.
pub async fn decide(id: &RequestId, yes: bool) -> Answer<()> {
    post(&format!("/requests/{}/decision", part(id.as_str())), &RequestAnswer { yes }).await
}

/// `POST /loops/{id}/break-glass`.
pub async fn break_glass(id: &LoopId, broken: &BreakGlass) -> Answer<BrokenGlass> {
    post(&format!("/loops/{}/break-glass", part(id.as_str())), broken).await
}
