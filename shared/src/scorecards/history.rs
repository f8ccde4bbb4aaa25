//! What became of a card after it was sealed, as it can be read.

use super::AmendmentTag;
use crate::{AssignmentId, Timestamp};
use serde::{Deserialize, Serialize};

/// `GET /api/v1/scorecards/{id}/history`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CardHistory {
    /// The scorecard.
    pub id: AssignmentId,
    /// Its author's name.
    pub author: String,
    /// The kit's name.
    pub kit_name: String,
    /// What happened, oldest first.
    pub events: Vec<CardEvent>,
}

/// What happened to a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum CardEventKind {
    /// Sealed: revision 1, which counts.
    Submitted,
    /// Changed with a reason; the first revision stands beside it.
    Amended,
    /// Withdrawn for good, with a reason.
    Withdrawn,
}

/// One step of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CardEvent {
    /// What.
    pub what: CardEventKind,
    /// When; absent for withdrawals from before their time was kept.
    pub at: Option<Timestamp>,
    /// Number of the revision that it made.
    pub revision: Option<i64>,
    /// Whether an amendment was written before or after its author had been shown anything.
    pub tag: Option<AmendmentTag>,
    /// Why; empty for the submission.
    pub reason: String,
    /// What changed against the revision before.
    pub changes: Vec<CardChange>,
}

/// One field that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CardChange {
    /// Name of the field on the wire, such as `rating:KEY`.
    pub field: String,
    /// The same in words, such as `Rating of Coding`.
    pub name: String,
    /// What stood there.
    pub before: String,
    /// What stands there now.
    pub after: String,
}
