//! Interview plans: a job with its outcomes, competencies with anchored rubrics, kits, registered weights and the bar.
//!
//! The same shape is written by people as TOML and sent by the API as JSON.

use crate::{JobId, PersonId, PlanId, Timestamp};
use serde::{Deserialize, Serialize};

/// When others' scorecards are shown to the panel (S8); fixed at loop start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RevealRule {
    /// The last required scorecard is in.
    PanelComplete,
    /// The hiring manager opens the debrief.
    DebriefOpened,
    /// Between panelists, each after their own; everyone else waits for the complete panel.
    OwnSubmitted,
}

impl RevealRule {
    /// The rule in words, as pages say it.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::PanelComplete => "Sealed until the panel is complete",
            Self::DebriefOpened => "Sealed until the debrief is opened",
            Self::OwnSubmitted => {
                "Panelists read each other after submitting; everyone else waits for the complete panel"
            }
        }
    }
}

/// A whole plan, as in the file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The job that this plan hires for.
    pub job: PlanJob,
    /// Measurable results the hire must bring about.
    pub outcomes: Vec<Outcome>,
    /// What is rated.
    pub competencies: Vec<Competency>,
    /// The interviews, in order.
    pub kits: Vec<Kit>,
    /// How the packet is read.
    pub decision: DecisionRule,
}

/// The job's own part of a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PlanJob {
    /// Short name in lower case with hyphens, such as `backend-engineer`; a plan with a known key becomes that job's next version.
    pub key: String,
    /// Title, such as `Backend engineer`.
    pub title: String,
    /// Level, such as `Level 4`.
    pub level: String,
    /// What the job is about, in a few sentences.
    #[serde(default)]
    pub summary: String,
    /// Pay band, published inside.
    pub band: PayBand,
    /// Pipeline columns in order.
    pub stages: Vec<String>,
}

/// A pay band in whole units of a currency per year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PayBand {
    /// ISO 4217 code, such as `EUR`.
    pub currency: String,
    /// Lower end.
    pub low: i64,
    /// Upper end.
    pub high: i64,
}

/// A measurable result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// Short name.
    pub key: String,
    /// The result in one line, with its measure.
    pub text: String,
    /// Keys of the competencies that serve it.
    pub competencies: Vec<String>,
}

/// A competency with its rubric and its registered weight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Competency {
    /// Short name.
    pub key: String,
    /// Name.
    pub name: String,
    /// Share of the composite in percent; all weights of a plan add up to 100.
    pub weight: i64,
    /// The scale.
    pub rubric: Rubric,
}

/// A scale of 4 or 5 levels, each with an observable anchor. Immutable once imported: other anchors need another version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Rubric {
    /// Version of this competency's rubric, from 1.
    pub version: i64,
    /// The anchors from the lowest level to the highest.
    pub anchors: Vec<String>,
}

/// What one interview covers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Kit {
    /// Short name.
    pub key: String,
    /// Name, such as `Paired coding`.
    pub name: String,
    /// Format, such as `structured interview`, `paired coding`, `system design`.
    pub format: String,
    /// Planned minutes.
    pub minutes: i64,
    /// What the interviewer should know before and do during the interview.
    #[serde(default)]
    pub instructions: String,
    /// Keys of the focus competencies, in the order in which they are rated.
    pub rates: Vec<String>,
    /// Candidate answers and files that this interviewer sees, such as `cv` or `portfolio`.
    #[serde(default)]
    pub shows: Vec<String>,
    /// True when the candidate's name is kept from the interviewer at this stage.
    #[serde(default)]
    pub blind: bool,
    /// Questions in order.
    pub questions: Vec<Question>,
}

/// A question with its follow-ups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The question as it is asked.
    pub text: String,
    /// Key of the competency it is asked for.
    pub competency: String,
    /// Planned minutes.
    pub minutes: i64,
    /// Follow-ups.
    #[serde(default)]
    pub follow_ups: Vec<String>,
}

/// Registered before anyone is scored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DecisionRule {
    /// The bar for the composite and for single ratings, as a share of the scale from 0 to 1.
    pub bar: f64,
    /// Default reveal rule of loops run from this plan.
    pub reveal: RevealRule,
}

/// One fault of a plan file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlanFault {
    /// Line in the file, counted from 1; 0 when the whole file is meant.
    pub line: u64,
    /// A stable word, such as `weights_do_not_add_up`.
    pub code: String,
    /// What is wrong and what to do.
    pub message: String,
}

/// `POST /api/v1/plans/check` and `POST /api/v1/plans`: a plan file's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PlanFile {
    /// The TOML text, at most 256 KiB.
    pub toml: String,
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlanCheck {
    /// Faults that stop an import; empty means that the plan is good.
    pub faults: Vec<PlanFault>,
    /// Things worth a look that stop nothing.
    pub hints: Vec<PlanFault>,
    /// The plan as understood, when it could be read at all.
    pub plan: Option<Plan>,
}

/// A stored plan version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlanVersion {
    /// Identifier.
    pub id: PlanId,
    /// The job.
    pub job_id: JobId,
    /// Version number within the job, from 1.
    pub number: i64,
    /// Who imported it.
    pub created_by: PersonId,
    /// When.
    pub created_at: Timestamp,
    /// The content.
    pub plan: Plan,
}

/// What an import made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlanImported {
    /// The stored version.
    #[serde(flatten)]
    pub version: PlanVersion,
    /// Fields in which the plan's own copy of the job differs from the job itself, such as `title` or `stages`; the job keeps its own.
    pub differs: Vec<String>,
}

/// A plan that ships with the product, to start from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlanTemplate {
    /// Short name.
    pub key: String,
    /// Title.
    pub title: String,
    /// What it is for, in one sentence.
    pub about: String,
    /// The TOML text.
    pub toml: String,
}

impl Plan {
    /// The competency with this key.
    #[must_use]
    pub fn competency(&self, key: &str) -> Option<&Competency> {
        self.competencies.iter().find(|c| c.key == key)
    }

    /// The kit with this key.
    #[must_use]
    pub fn kit(&self, key: &str) -> Option<&Kit> {
        self.kits.iter().find(|k| k.key == key)
    }
}
