//! The career ladder.

use super::{
    Answer,
    transport::{get, part, patch, post},
};
use evenhand_shared::{
    LevelId,
    ladder::{LadderLevel, LevelChange, LevelContent, LevelRemoval},
};

/// `GET /ladder`.
pub async fn list() -> Answer<Vec<LadderLevel>> {
    get("/ladder").await
}

/// `POST /ladder`.
pub async fn add(level: &LevelContent) -> Answer<LadderLevel> {
    post("/ladder", level).await
}

/// `PATCH /ladder/{id}`.
pub async fn change(id: &LevelId, change: &LevelChange) -> Answer<LadderLevel> {
    patch(&format!("/ladder/{}", part(id.as_str())), change).await
}

/// `POST /ladder/{id}/removal`.
pub async fn remove(id: &LevelId, removal: &LevelRemoval) -> Answer<Vec<LadderLevel>> {
    post(&format!("/ladder/{}/removal", part(id.as_str())), removal).await
}
