//! Files of applications. Their bytes are asked for with the token and never stand at an address that a browser could open by itself.

use super::{
    Answer,
    transport::{blob, delete, get_text, part, post},
};
use evenhand_shared::{
    ApplicationId, FileId,
    files::{FileRow, NewFile},
};
use web_sys::Blob;

/// `GET /assigned-files/{id}`.
pub async fn assigned(id: &FileId) -> Answer<Blob> {
    blob(&format!("/assigned-files/{}", part(id.as_str()))).await
}

/// `POST /applications/{id}/files`.
pub async fn add(id: &ApplicationId, file: &NewFile) -> Answer<FileRow> {
    post(&format!("/applications/{}/files", part(id.as_str())), file).await
}

/// `GET /files/{id}`.
pub async fn original(id: &FileId) -> Answer<Blob> {
    blob(&format!("/files/{}", part(id.as_str()))).await
}

/// `GET /files/{id}/view`, of a picture.
pub async fn picture(id: &FileId) -> Answer<Blob> {
    blob(&format!("/files/{}/view", part(id.as_str()))).await
}

/// `GET /files/{id}/view`, of a document.
pub async fn words(id: &FileId) -> Answer<String> {
    get_text(&format!("/files/{}/view", part(id.as_str()))).await
}

/// `DELETE /files/{id}`.
pub async fn remove(id: &FileId) -> Answer<()> {
    delete(&format!("/files/{}", part(id.as_str()))).await
}
