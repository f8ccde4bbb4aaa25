//! Jobs and their hiring teams.

use crate::{JobId, LevelId, PersonId, PlanId, Timestamp, plan::PayBand};
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

/// Where a job stands. Running loops go on whatever it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum JobStatus {
    /// Being written: takes no candidates yet.
    Draft,
    /// Takes candidates.
    Open,
    /// Takes no new candidates for the moment.
    Paused,
    /// Over: takes no candidates and no new loops.
    Closed,
}

impl JobStatus {
    /// The status as pages say it.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Draft => "Draft",
            Self::Open => "Open",
            Self::Paused => "Paused",
            Self::Closed => "Closed",
        }
    }
}

/// How a job ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ClosedAs {
    /// Somebody was hired.
    Filled,
    /// Nobody is looked for any more.
    CalledOff,
}

/// Why and when a job was closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Closing {
    /// When.
    pub at: Timestamp,
    /// How it ended.
    pub how: ClosedAs,
    /// Why, in words.
    pub reason: String,
}

/// A measurable result that the hire must bring about. Plans refer to it by its key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct JobOutcome {
    /// Short name in lower case with hyphens.
    pub key: String,
    /// The result in one line.
    pub text: String,
    /// What is measured; empty until somebody has written it.
    pub measure: String,
    /// The figure to reach.
    pub target: String,
    /// By when, such as `within six months`.
    pub due: String,
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
    /// Level in words: the name of its level on the career ladder, where it has one.
    pub level: String,
    /// Where it stands.
    pub status: JobStatus,
    /// What the caller does on this job.
    pub my_roles: Vec<TeamRole>,
    /// Names of its recruiters.
    pub recruiters: Vec<String>,
    /// Names of its hiring managers.
    pub hiring_managers: Vec<String>,
}

/// A job with its team.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct JobDetail {
    /// The row.
    pub job: JobRow,
    /// What it is about.
    pub summary: String,
    /// Level of the career ladder.
    pub ladder_level: Option<LevelId>,
    /// Pay band.
    pub band: PayBand,
    /// The level's band in the same currency.
    pub level_band: Option<PayBand>,
    /// True when the job's band reaches outside its level's band: pointed out, never refused.
    pub band_outside: bool,
    /// How far the band can move, and who decides.
    pub flexibility: String,
    /// What the hire must bring about.
    pub outcomes: Vec<JobOutcome>,
    /// Pipeline columns in order.
    pub stages: Vec<String>,
    /// The team.
    pub team: Vec<TeamMember>,
    /// Newest plan version; a job without one cannot start loops yet.
    pub plan_id: Option<PlanId>,
    /// Its number.
    pub plan_number: Option<i64>,
    /// When it was opened first.
    pub opened_at: Option<Timestamp>,
    /// Why and when it was closed.
    pub closing: Option<Closing>,
    /// Version for changes.
    pub version: i64,
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
    /// Who acts for them on candidates on whom they are open.
    pub cover: Option<Cover>,
}

/// Who acts for a member of a hiring team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Cover {
    /// Who.
    pub person_id: PersonId,
    /// Name.
    pub name: String,
}

/// `POST /api/v1/jobs/{id}/covers`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CoverChange {
    /// The member of the team.
    pub person_id: PersonId,
    /// Who acts for them; null ends it.
    pub cover_id: Option<PersonId>,
}

/// What a job is about, as people write it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct JobAbout {
    /// Title.
    pub title: String,
    /// Level in words; what stands here gives way to the ladder's name where a level of the ladder is chosen.
    pub level: String,
    /// Level of the career ladder.
    pub ladder_level: Option<LevelId>,
    /// What it is about.
    pub summary: String,
    /// Pay band.
    pub band: PayBand,
    /// How far the band can move, and who decides.
    pub flexibility: String,
}

/// `POST /api/v1/jobs`: a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewJob {
    /// Short name in lower case with hyphens; plans name their job by it. It never changes.
    pub key: String,
    /// What it is about.
    pub about: JobAbout,
    /// Pipeline columns in order.
    pub stages: Vec<String>,
}

/// `PATCH /api/v1/jobs/{id}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct JobChange {
    /// The version that was seen.
    pub version: i64,
    /// What it is about from now on.
    pub about: JobAbout,
}

/// `POST /api/v1/jobs/{id}/status`: opens, pauses, closes or reopens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct JobMove {
    /// The version that was seen.
    pub version: i64,
    /// Where the job is to stand.
    pub status: JobStatus,
    /// How it ended; for closing only.
    pub how: Option<ClosedAs>,
    /// Why; asked for when it is closed.
    pub reason: Option<String>,
}

/// A stage of the pipeline as it is to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct StageEdit {
    /// Its name from now on.
    pub name: String,
    /// Its name until now; nothing makes a new stage.
    pub was: Option<String>,
}

/// `POST /api/v1/jobs/{id}/stages`: all stages in their order. One that no entry names as what it was is removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct StagesChange {
    /// The version that was seen.
    pub version: i64,
    /// The stages.
    pub stages: Vec<StageEdit>,
}

/// `POST /api/v1/jobs/{id}/outcomes`: all outcomes in their order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct OutcomesChange {
    /// The version that was seen.
    pub version: i64,
    /// The outcomes.
    pub outcomes: Vec<JobOutcome>,
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
