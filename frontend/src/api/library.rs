//! The library: competencies and kits.

use super::{
    Answer,
    transport::{get, part, patch, post},
};
use evenhand_shared::{
    LibraryId,
    library::{LibraryChange, LibraryItem, LibraryRow, NewLibraryItem},
    publishing::{Discard, Publication},
};

fn draft(id: &LibraryId) -> String {
    format!("/library/{}/draft", part(id.as_str()))
}

/// `GET /library`.
pub async fn list() -> Answer<Vec<LibraryRow>> {
    get("/library").await
}

/// `GET /library/{id}`.
pub async fn find(id: &LibraryId) -> Answer<LibraryItem> {
    get(&format!("/library/{}", part(id.as_str()))).await
}

/// `POST /library`.
pub async fn create(new: &NewLibraryItem) -> Answer<LibraryItem> {
    post("/library", new).await
}

/// `POST /library/{id}/draft`.
pub async fn start_draft(id: &LibraryId) -> Answer<LibraryItem> {
    post(&draft(id), &serde_json::json!({})).await
}

/// `PATCH /library/{id}/draft`.
pub async fn save_draft(id: &LibraryId, change: &LibraryChange) -> Answer<LibraryItem> {
    patch(&draft(id), change).await
}

/// `POST /library/{id}/draft/discard`.
pub async fn discard_draft(id: &LibraryId, seen: &Discard) -> Answer<()> {
    post(&format!("{}/discard", draft(id)), seen).await
}

/// `POST /library/{id}/draft/publication`.
pub async fn publish(id: &LibraryId, publication: &Publication) -> Answer<LibraryItem> {
    post(&format!("{}/publication", draft(id)), publication).await
}
