//! Drafts that become immutable versions when a second person publishes them: plans, competencies, kits.

use crate::{PersonId, Timestamp};
use serde::{Deserialize, Serialize};

/// Somebody by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Writer {
    /// Who.
    pub id: PersonId,
    /// Name.
    pub name: String,
}

/// Whether the reader of a draft may publish it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Publishing {
    /// They may: somebody else made the last change.
    You,
    /// They made the last change, and nobody else could publish: they may, with a reason.
    YouAlone,
    /// They made the last change; somebody else publishes.
    Another,
}

/// Who writes a draft, and who may publish it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DraftHead {
    /// Rises with every change; a change carries the one that was seen.
    pub version: i64,
    /// The number that it will have once it is published.
    pub number: i64,
    /// The number of the version it began from.
    pub based_on: Option<i64>,
    /// Who began it.
    pub started_by: Writer,
    /// When.
    pub started_at: Timestamp,
    /// Who made the last change.
    pub changed_by: Writer,
    /// When.
    pub changed_at: Timestamp,
    /// Whether the reader may publish it.
    pub publishing: Publishing,
}

/// Publishes a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Publication {
    /// The version of the draft that was read.
    pub version: i64,
    /// Why without a second reader; asked for where nobody else could publish.
    #[serde(default)]
    pub reason: String,
}

/// Throws a draft away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Discard {
    /// The version of the draft that was seen.
    pub version: i64,
}
