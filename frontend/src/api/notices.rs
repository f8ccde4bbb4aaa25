//! What the reader is told.

use super::{
    Answer,
    transport::{get, post},
};
use evenhand_shared::notices::{NoticeRow, SeenNotices};

/// `GET /my/notices`.
pub async fn list() -> Answer<Vec<NoticeRow>> {
    get("/my/notices").await
}

/// `POST /my/notices/seen`.
pub async fn seen(notices: &SeenNotices) -> Answer<()> {
    post("/my/notices/seen", notices).await
}
