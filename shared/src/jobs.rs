//! Jobs and their hiring teams.

use crate::{JobId, PersonId, PlanId, plan::PayBand};
use serde::{Deserialize, Serialize};

/// What someone does on a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum TeamRole {
    /// Manages candidates, loops and schedules.
    Recruiter,
    /// Opens the debrief and decides.
    HiringManager,
}

/// A job in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct JobRow {
    /// Identifier.
    pub id: JobId,
    /// Short name.
    pub key: String,
    /// Title.
    pub title: String,
    /// Level.
    pub level: String,
    /// What the caller does on this job.
    pub my_roles: Vec<TeamRole>,
}

/// A job with its team.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct JobDetail {
    /// The row.
    pub job: JobRow,
    /// What it is about.
    pub summary: String,
    /// Pay band.
    pub band: PayBand,
    /// Pipeline columns in order.
    pub stages: Vec<String>,
    /// The team.
    pub team: Vec<TeamMember>,
    /// Newest plan version.
    pub plan_id: PlanId,
    /// Its number.
    pub plan_number: i64,
}

/// A member of a hiring team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TeamMember {
    /// Who.
    pub person_id: PersonId,
    /// Name.
    pub name: String,
    /// What they do on the job.
    pub role: TeamRole,
}

/// `POST /api/v1/jobs/{id}/team` adds, `POST /api/v1/jobs/{id}/team/remove` takes away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct TeamChange {
    /// Who.
    pub person_id: PersonId,
    /// As what.
    pub role: TeamRole,
}
