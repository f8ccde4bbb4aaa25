//! Candidates and their applications.

use super::{
    Answer,
    transport::{get, part, post},
};
use evenhand_shared::{
    ApplicationId, CandidateId, JobId,
    candidates::{ApplicationRow, CandidateDetail, StageMove},
    loops::{NewLoop, PanelChanged},
    people::{ImportFile, ImportReport},
    rejections::Rejection,
};

/// `GET /candidates`, of one job or of all whose team the caller is on.
pub async fn list(job: Option<&JobId>) -> Answer<Vec<ApplicationRow>> {
    match job {
        Some(job) => get(&format!("/candidates?job={}", part(job.as_str()))).await,
        None => get("/candidates").await,
    }
}

/// `POST /jobs/{id}/candidates/import`.
pub async fn import(job: &JobId, file: &ImportFile) -> Answer<ImportReport> {
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

/// `POST /applications/{id}/loops`.
pub async fn start_loop(id: &ApplicationId, new: &NewLoop) -> Answer<PanelChanged> {
    post(&format!("/applications/{}/loops", part(id.as_str())), new).await
}
