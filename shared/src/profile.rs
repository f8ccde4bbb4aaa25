//! What somebody may do here, and what they owe.

use crate::{
    JobId, PersonId, Timestamp,
    availability::{Leave, WorkingWeek},
    jobs::TeamRole,
    people::PersonRow,
    scorecards::MyInterview,
};
use serde::{Deserialize, Serialize};

/// A part on a job's hiring team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TeamPart {
    /// The job.
    pub job_id: JobId,
    /// Its title.
    pub title: String,
    /// What they do there.
    pub part: TeamRole,
    /// The part counts only together with the role of the same name.
    pub counts: bool,
    /// Nobody else who can log in holds this part on the job, and the job is not closed.
    pub alone: bool,
}

/// `GET /api/v1/profile`: the caller, from their own rows alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Profile {
    /// As colleagues see them.
    pub person: PersonRow,
    /// Their leaves that are not over.
    pub leaves: Vec<Leave>,
    /// Their parts on hiring teams.
    pub teams: Vec<TeamPart>,
    /// Their places on panels.
    pub panels: Vec<MyInterview>,
}

/// `PATCH /api/v1/profile`: what is absent stays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ProfileChange {
    /// The version that was seen.
    pub version: i64,
    /// New zone.
    #[serde(default)]
    pub zone: Option<String>,
    /// New working hours.
    #[serde(default)]
    pub hours: Option<WorkingWeek>,
}

/// `GET /api/v1/people/{id}`: somebody else, for administrators.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PersonDetail {
    /// The row.
    pub person: PersonRow,
    /// Their leaves that are not over.
    pub leaves: Vec<Leave>,
    /// Their parts on hiring teams.
    pub teams: Vec<TeamPart>,
    /// What they are asked for on panels.
    pub duties: Duties,
}

/// Somebody's places on panels, as facts of planning alone: when, never for whom, and never whether a scorecard is in. Candidates on
/// whose panels the reader sits or sat are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Duties {
    /// Starts of interviews that are still to come, by time.
    pub coming: Vec<Timestamp>,
    /// Interviews that have no time yet.
    pub untimed: u64,
    /// Interviews whose time has come.
    pub begun: u64,
}

/// `POST /api/v1/people/{id}/deactivation`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Deactivation {
    /// The version that was seen.
    pub version: i64,
    /// Who takes over on the teams where they are recruiter; needed where nobody else is.
    #[serde(default)]
    pub recruiter: Option<PersonId>,
    /// Who takes over on the teams where they are hiring manager; needed where nobody else is.
    #[serde(default)]
    pub hiring_manager: Option<PersonId>,
}

/// `POST /api/v1/people/{id}/reactivation`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Reactivation {
    /// The version that was seen.
    pub version: i64,
}
