//! The career ladder: what each level of the organisation asks for and pays. Everyone inside reads it.

use crate::{LevelId, plan::PayBand};
use serde::{Deserialize, Serialize};

/// A level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LadderLevel {
    /// Identifier.
    pub id: LevelId,
    /// What it says.
    pub content: LevelContent,
    /// Version for changes.
    pub version: i64,
}

/// What a level says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LevelContent {
    /// Function that it is for, such as `Engineering`; empty for all.
    pub function: String,
    /// Place from the bottom, from 1 to 99.
    pub position: i64,
    /// Name, such as `Level 4` or `Senior`.
    pub name: String,
    /// What the level is about, in a sentence or two.
    pub summary: String,
    /// What somebody on this level does, one observable sentence each.
    pub criteria: Vec<String>,
    /// Pay bands, one for each currency.
    pub bands: Vec<PayBand>,
}

/// `PATCH /api/v1/ladder/{id}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LevelChange {
    /// The version that was seen.
    pub version: i64,
    /// What it is to say.
    pub content: LevelContent,
}

/// `POST /api/v1/ladder/{id}/removal`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LevelRemoval {
    /// The version that was seen.
    pub version: i64,
}
