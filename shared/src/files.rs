//! Files that belong to an application: a CV, a portfolio, a letter.

use crate::{FileId, Timestamp};
use serde::{Deserialize, Serialize};

/// Most bytes of a file.
pub const FILE_MAX: usize = 10 * 1024 * 1024;
/// Most characters of a file's name that are kept.
pub const NAME_MAX: usize = 200;
/// Most characters of what a file is.
pub const LABEL_MAX: usize = 60;
/// Most files of an application.
pub const FILES_MAX: usize = 20;

/// What a file is, found by its first bytes and never by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// A PDF.
    Pdf,
    /// A PNG image.
    Png,
    /// A JPEG image.
    Jpeg,
}

impl FileKind {
    /// In words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Png => "PNG image",
            Self::Jpeg => "JPEG image",
        }
    }

    /// The ending of a name.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Jpeg => "jpg",
        }
    }
}

/// A file for the job's team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FileRow {
    /// The file.
    pub id: FileId,
    /// What it is, such as `CV`: a kit that lists this word under `shows` shows it to its interviewer.
    pub label: String,
    /// Its name as it came: text, nothing more.
    pub name: String,
    /// What it is by its bytes.
    pub kind: FileKind,
    /// Bytes.
    pub size: i64,
    /// It came from the candidate; others never reach interviewers.
    pub from_candidate: bool,
    /// A copy without metadata and active content could be made: only that copy reaches interviewers.
    pub copied: bool,
    /// Who uploaded it.
    pub uploaded_by: String,
    /// When.
    pub uploaded_at: Timestamp,
}

/// `POST /api/v1/applications/{id}/files`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewFile {
    /// What it is, such as `CV`.
    pub label: String,
    /// Its name.
    pub name: String,
    /// It came from the candidate.
    pub from_candidate: bool,
    /// The bytes in Base64: in the body, so that neither name nor content stands in an address.
    pub content: String,
}

/// A file of the candidate for the interviewer whose kit shows it, as it stood when they were put on the interview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ShownFile {
    /// The copy; an id for this reader alone.
    pub id: FileId,
    /// What it is.
    pub label: String,
    /// What it is by its bytes.
    pub kind: FileKind,
}
