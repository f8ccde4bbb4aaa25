//! Imports of candidates, which are remembered, so that a wrong one can be taken back.

use crate::{ApplicationId, ImportId, Timestamp};
use serde::{Deserialize, Serialize};

/// How long an import and a test candidate can be taken back.
pub const TAKE_BACK_DAYS: i64 = 30;

/// `POST /api/v1/jobs/{id}/candidates/import`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CandidateFile {
    /// The file's text.
    pub csv: String,
    /// Only report what would happen.
    pub dry_run: bool,
    /// The candidates are for trying things out.
    #[serde(default)]
    pub test: bool,
}

/// An import in the list of a job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportRow {
    /// The import.
    pub id: ImportId,
    /// Who imported.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// How many candidates it brought.
    pub brought: i64,
    /// They were for trying things out.
    pub test: bool,
    /// Until when it can be taken back; absent when that is over.
    pub until: Option<Timestamp>,
    /// The applications that are still there.
    pub entries: Vec<ImportEntry>,
}

/// One application of an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportEntry {
    /// The application.
    pub application_id: ApplicationId,
    /// The candidate's name.
    pub name: String,
    /// Why it stays, in words; absent where it can be taken back.
    pub stays: Option<String>,
}

/// `POST /api/v1/imports/{id}/taking-back`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct TakeBack {
    /// Which of its applications; none means all.
    pub applications: Vec<ApplicationId>,
}

/// What taking back came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TakenBack {
    /// How many applications are gone.
    pub gone: u64,
    /// Who stays, and why.
    pub stayed: Vec<ImportEntry>,
}
