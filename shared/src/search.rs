//! Finding people, candidates, jobs and one's own interviews by name.

use serde::{Deserialize, Serialize};

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum HitKind {
    /// One of the caller's own interviews; the id is that of the scorecard.
    Interview,
    /// A candidate of the caller's jobs.
    Candidate,
    /// A job on whose team the caller is.
    Job,
    /// A member of the organisation.
    Person,
}

/// Something with a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Hit {
    /// What it is.
    pub kind: HitKind,
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What tells it apart from others of that name.
    pub beside: String,
}
