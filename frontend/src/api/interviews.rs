//! The caller's own interviews.

use super::{
    Answer,
    transport::{get, part, post},
};
use evenhand_shared::{AssignmentId, scorecards::MyInterview};

/// `GET /my/interviews`.
pub async fn mine() -> Answer<Vec<MyInterview>> {
    get("/my/interviews").await
}

/// `POST /assignments/{id}/acceptance`.
pub async fn accept(id: &AssignmentId) -> Answer<MyInterview> {
    act(id, "acceptance").await
}

/// `POST /assignments/{id}/decline`.
pub async fn decline(id: &AssignmentId) -> Answer<MyInterview> {
    act(id, "decline").await
}

/// `POST /assignments/{id}/no-show`.
pub async fn no_show(id: &AssignmentId) -> Answer<MyInterview> {
    act(id, "no-show").await
}

async fn act(id: &AssignmentId, what: &str) -> Answer<MyInterview> {
    post(&format!("/assignments/{}/{what}", part(id.as_str())), &serde_json::json!({})).await
}
