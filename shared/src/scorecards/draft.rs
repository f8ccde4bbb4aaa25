//! Drafts: their fields, saving, and merging what two windows wrote.

use crate::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A draft field.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DraftField {
    /// Content as text; ratings are digits, `na` means not assessed.
    pub value: String,
    /// Version of this field, from 1; 0 when it was never written.
    pub version: i64,
    /// The other value of a choice that two windows set differently.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other: Option<String>,
}

/// The fields of a draft. Their names on the wire: `evidence:KEY`, `rating:KEY`, `reason:KEY`, `recommendation`, `takeaways`, `private_notes`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FieldKey {
    /// Evidence for a competency.
    Evidence(String),
    /// Rating of a competency: `1` to `5`, or `na`.
    Rating(String),
    /// Why a competency was not assessed.
    Reason(String),
    /// Overall recommendation.
    Recommendation,
    /// Key take-aways.
    Takeaways,
    /// Private notes, never shared.
    PrivateNotes,
}

impl FieldKey {
    /// Reads a field's name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "recommendation" => return Some(Self::Recommendation),
            "takeaways" => return Some(Self::Takeaways),
            "private_notes" => return Some(Self::PrivateNotes),
            _ => {}
        }
        let (kind, key) = name.split_once(':')?;
        match kind {
            "evidence" => Some(Self::Evidence(key.to_owned())),
            "rating" => Some(Self::Rating(key.to_owned())),
            "reason" => Some(Self::Reason(key.to_owned())),
            _ => None,
        }
    }

    /// The field's name.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Evidence(key) => format!("evidence:{key}"),
            Self::Rating(key) => format!("rating:{key}"),
            Self::Reason(key) => format!("reason:{key}"),
            Self::Recommendation => "recommendation".to_owned(),
            Self::Takeaways => "takeaways".to_owned(),
            Self::PrivateNotes => "private_notes".to_owned(),
        }
    }

    /// Whether it holds a choice rather than text.
    #[must_use]
    pub const fn is_choice(&self) -> bool {
        matches!(self, Self::Rating(_) | Self::Recommendation)
    }
}

/// `PATCH /api/v1/scorecards/{id}`: changes to the draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DraftChange {
    /// Fields that changed.
    pub fields: Vec<FieldChange>,
}

/// One changed field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct FieldChange {
    /// The field's name.
    pub field: String,
    /// The version it was changed from.
    pub base: i64,
    /// The new content.
    pub value: String,
}

/// The answer to a draft change: the changed fields as they stand now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DraftSaved {
    /// Fields by name.
    pub fields: BTreeMap<String, DraftField>,
    /// When it was saved.
    pub saved_at: Timestamp,
}

/// Stands between two texts that were written in two windows at once.
pub const DIVIDER: &str = "\n\n— also written in another window —\n\n";

/// Merges a change into a field (S18): nobody's text is lost; of two choices the later stands and the other is shown.
///
/// `current` is the stored field, `base` the version that the writer had seen.
#[must_use]
pub fn merge_field(key: &FieldKey, current: &DraftField, base: i64, value: &str) -> DraftField {
    if current.value == value {
        return DraftField { value: current.value.clone(), version: current.version, other: None };
    }
    let next = current.version.saturating_add(1);
    if base == current.version || current.value.is_empty() {
        return DraftField { value: value.to_owned(), version: next, other: None };
    }
    if key.is_choice() {
        return DraftField { value: value.to_owned(), version: next, other: Some(current.value.clone()) };
    }
    if current.value.contains(value) {
        return DraftField { value: current.value.clone(), version: current.version, other: None };
    }
    if value.contains(current.value.as_str()) {
        return DraftField { value: value.to_owned(), version: next, other: None };
    }
    DraftField { value: format!("{}{DIVIDER}{value}", current.value), version: next, other: None }
}
