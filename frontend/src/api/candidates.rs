//! Candidates and their applications.

use super::{
    Answer,
    transport::{get, get_text, part, patch, post},
};
use evenhand_shared::{
    ApplicationId, CandidateId, ImportId, JobId, NoteId,
    candidate_list::{
        AddedCandidate, CandidateFilter, CandidateFilters, CandidatePage, NewCandidate, SavedView, ViewName,
    },
    candidates::{ApplicationRow, CandidateDetail, SourceChange, StageMove},
    imports::{CandidateFile, ImportRow, TakeBack, TakenBack},
    loops::{NewLoop, PanelChanged},
    notes::{NewNote, NoteChange, NoteRow, TagName},
    people::ImportReport,
    rejections::{LetterChange, Rejection, SeenVersion},
    timeline::TimelineEntry,
};

/// The part of an address that says these parameters.
pub fn query(pairs: &[(&str, &str)]) -> String {
    pairs.iter().map(|(name, value)| format!("{name}={}", part(value))).collect::<Vec<_>>().join("&")
}

/// `GET /candidates`, as many rows at once behind a place.
pub async fn list(filter: &CandidateFilter, most: usize, after: Option<&str>) -> Answer<CandidatePage> {
    let most = most.to_string();
    let mut pairs = filter.pairs();
    pairs.push(("most", &most));
    pairs.extend(after.map(|after| ("after", after)));
    get(&format!("/candidates?{}", query(&pairs))).await
}

/// What the event stream watches for the first page of the list.
pub fn watched(filter: &CandidateFilter) -> String {
    format!("/api/v1/candidates?{}", query(&filter.pairs()))
}

/// `GET /candidate-filters`.
pub async fn filters() -> Answer<CandidateFilters> {
    get("/candidate-filters").await
}

/// `POST /jobs/{id}/candidates`.
pub async fn add(job: &JobId, new: &NewCandidate) -> Answer<AddedCandidate> {
    post(&format!("/jobs/{}/candidates", part(job.as_str())), new).await
}

/// `GET /jobs/{id}/candidates/export`: a CSV file.
pub async fn export(job: &JobId) -> Answer<String> {
    get_text(&format!("/jobs/{}/candidates/export", part(job.as_str()))).await
}

/// `GET /my/views`.
pub async fn views() -> Answer<Vec<SavedView>> {
    get("/my/views").await
}

/// `POST /my/views`.
pub async fn keep_view(view: &SavedView) -> Answer<Vec<SavedView>> {
    post("/my/views", view).await
}

/// `POST /my/views/removal`.
pub async fn forget_view(name: &ViewName) -> Answer<Vec<SavedView>> {
    post("/my/views/removal", name).await
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
