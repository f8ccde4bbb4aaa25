//! Candidates and their applications.

use crate::{
    ApplicationId, CandidateId, JobId, LoopId, Timestamp, files::FileRow, notes::NoteRow,
    rejections::RejectionDetail,
};
use serde::{Deserialize, Serialize};

/// A candidate's application in a list, for the job's team.
///
/// For someone who has an open scorecard on this person the row is a constant: the stage as it was at assignment, no loop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ApplicationRow {
    /// The application.
    pub id: ApplicationId,
    /// The person.
    pub candidate_id: CandidateId,
    /// The job.
    pub job_id: JobId,
    /// The job's title.
    pub job_title: String,
    /// Name.
    pub name: String,
    /// Pipeline column.
    pub stage: String,
    /// True when rejected; the reason stands on the page of the candidate.
    pub rejected: bool,
    /// The current loop, when there is one.
    pub loop_id: Option<LoopId>,
    /// True when the caller is blind here: the row is frozen.
    pub frozen: bool,
}

/// A candidate's page for the job's team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CandidateDetail {
    /// The person.
    pub id: CandidateId,
    /// Name.
    pub name: String,
    /// Address.
    pub email: String,
    /// Telephone.
    pub phone: String,
    /// Where they came from.
    pub source: String,
    /// IANA time zone.
    pub zone: String,
    /// Answers to the application's questions: heading and text.
    pub answers: Vec<(String, String)>,
    /// Applications that the caller may see.
    pub applications: Vec<ApplicationDetail>,
}

/// An application on the candidate's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ApplicationDetail {
    /// The row.
    pub row: ApplicationRow,
    /// Why it was rejected.
    pub rejection_reason: Option<String>,
    /// The rejection with its letter; absent while it is not rejected.
    pub rejection: Option<RejectionDetail>,
    /// Tags of the job's team.
    pub tags: Vec<String>,
    /// Notes of the job's team, newest first.
    pub notes: Vec<NoteRow>,
    /// Files, newest first.
    pub files: Vec<FileRow>,
    /// Whether it was brought in for trying things out.
    pub test: bool,
    /// Until when it can be taken back, unless interviews are started; absent when it cannot.
    pub take_back_until: Option<Timestamp>,
    /// When it came in.
    pub created_at: Timestamp,
    /// Version for changes.
    pub version: i64,
    /// Loops, newest first.
    pub loops: Vec<LoopId>,
}

/// `POST /api/v1/applications/{id}/stage`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct StageMove {
    /// The column to move to.
    pub stage: String,
    /// The version that was seen.
    pub version: i64,
}

/// `PATCH /api/v1/candidates/{id}`: where they came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SourceChange {
    /// The new words; may be empty.
    pub source: String,
    /// The words that were seen.
    pub seen: String,
}
