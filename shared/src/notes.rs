//! Notes and tags of a job's team about an application.

use crate::{NoteId, Timestamp};
use serde::{Deserialize, Serialize};

/// Most characters of a note.
pub const NOTE_MAX: usize = 10_000;
/// Most characters of a tag.
pub const TAG_MAX: usize = 40;
/// Most tags on an application.
pub const TAGS_MAX: usize = 20;

/// A note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NoteRow {
    /// The note.
    pub id: NoteId,
    /// Who wrote it.
    pub author: String,
    /// Whether the caller did: only then can it be changed.
    pub mine: bool,
    /// What it says now.
    pub text: String,
    /// When it was written.
    pub created_at: Timestamp,
    /// What it said before, oldest first.
    pub earlier: Vec<EarlierText>,
    /// Version for changes.
    pub version: i64,
}

/// What a note said before it was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EarlierText {
    /// The text.
    pub text: String,
    /// When it was written.
    pub at: Timestamp,
}

/// `POST /api/v1/applications/{id}/notes`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewNote {
    /// The text.
    pub text: String,
}

/// `PATCH /api/v1/notes/{id}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NoteChange {
    /// The new text; the old one stays readable.
    pub text: String,
    /// The version that was seen.
    pub version: i64,
}

/// `POST /api/v1/applications/{id}/tags` and `…/tags/remove`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct TagName {
    /// The tag.
    pub tag: String,
}
