//! Candidates and their applications.

use super::{
    Answer,
    transport::{get, part, patch, post},
};
use evenhand_shared::{
    ApplicationId, CandidateId, ImportId, JobId, NoteId,
    candidates::{ApplicationRow, CandidateDetail, SourceChange, StageMove},
    imports::{CandidateFile, ImportRow, TakeBack, TakenBack},
    loops::{NewLoop, PanelChanged},
    notes::{NewNote, NoteChange, NoteRow, TagName},
    people::ImportReport,
    rejections::{LetterChange, Rejection, SeenVersion},
    timeline::TimelineEntry,
};

/// `GET /candidates`, of one job or of all whose team the caller is on.
pub async fn list(job: Option<&JobId>) -> Answer<Vec<ApplicationRow>> {
    match job {
        Some(job) => get(&format!("/candidates?job={}", part(job.as_str()))).await,
        None => get("/candidates").await,
    }
}

/// `POST /jobs/{id}/candidates/import`.
pub async fn import(job: &JobId, file: &CandidateFile) -> Answer<ImportReport> {
    post(&format!("/jobs/{}/candidates/import", part(job.as_str())), file).await
}

/// `GET /candidates/{id}`.
pub async fn find(id: &CandidateId) -> Answer<CandidateDetail> {
    get(&format!("/candidates/{}", part(id.as_str()))).await
}

/// `POST /applications/{id}/stage`.
pub async fn move_stage(id: &ApplicationId, to: &StageMove) -> Answer<ApplicationRow> {
    post(&format!("/applications/{}/stage", part(id.as_str())), to).await
}

/// `POST /applications/{id}/rejection`.
pub async fn reject(id: &ApplicationId, rejection: &Rejection) -> Answer<ApplicationRow> {
    post(&format!("/applications/{}/rejection", part(id.as_str())), rejection).await
}

/// `PATCH /applications/{id}/rejection`.
pub async fn change_letter(id: &ApplicationId, change: &LetterChange) -> Answer<ApplicationRow> {
    patch(&format!("/applications/{}/rejection", part(id.as_str())), change).await
}

/// `POST /applications/{id}/rejection/undo`.
pub async fn undo_rejection(id: &ApplicationId, seen: &SeenVersion) -> Answer<ApplicationRow> {
    post(&format!("/applications/{}/rejection/undo", part(id.as_str())), seen).await
}

/// `POST /applications/{id}/rejection/announcement`.
pub async fn announce(id: &ApplicationId, seen: &SeenVersion) -> Answer<ApplicationRow> {
    post(&format!("/applications/{}/rejection/announcement", part(id.as_str())), seen).await
}

/// `PATCH /candidates/{id}`.
pub async fn change_source(id: &CandidateId, change: &SourceChange) -> Answer<SourceChange> {
    patch(&format!("/candidates/{}", part(id.as_str())), change).await
}

/// `POST /applications/{id}/notes`.
pub async fn add_note(id: &ApplicationId, note: &NewNote) -> Answer<NoteRow> {
    post(&format!("/applications/{}/notes", part(id.as_str())), note).await
}

/// `PATCH /notes/{id}`.
pub async fn change_note(id: &NoteId, change: &NoteChange) -> Answer<NoteRow> {
    patch(&format!("/notes/{}", part(id.as_str())), change).await
}

/// `POST /applications/{id}/tags`.
pub async fn add_tag(id: &ApplicationId, tag: &TagName) -> Answer<Vec<String>> {
    post(&format!("/applications/{}/tags", part(id.as_str())), tag).await
}

/// `POST /applications/{id}/tags/remove`.
pub async fn remove_tag(id: &ApplicationId, tag: &TagName) -> Answer<Vec<String>> {
    post(&format!("/applications/{}/tags/remove", part(id.as_str())), tag).await
}

/// `POST /applications/{id}/loops`.
pub async fn start_loop(id: &ApplicationId, new: &NewLoop) -> Answer<PanelChanged> {
    post(&format!("/applications/{}/loops", part(id.as_str())), new).await
}

/// `GET /candidates/{id}/timeline`.
pub async fn timeline(id: &CandidateId) -> Answer<Vec<TimelineEntry>> {
    get(&format!("/candidates/{}/timeline", part(id.as_str()))).await
}

/// `GET /jobs/{id}/imports`.
pub async fn imports(job: &JobId) -> Answer<Vec<ImportRow>> {
    get(&format!("/jobs/{}/imports", part(job.as_str()))).await
}

/// `POST /imports/{id}/taking-back`.
pub async fn take_back_import(id: &ImportId, which: &TakeBack) -> Answer<TakenBack> {
    post(&format!("/imports/{}/taking-back", part(id.as_str())), which).await
}

/// `POST /applications/{id}/taking-back`.
pub async fn take_back(id: &ApplicationId) -> Answer<TakenBack> {
    post(&format!("/applications/{}/taking-back", part(id.as_str())), &serde_json::json!({})).await
}
