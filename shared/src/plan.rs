//! Interview plans: a job with its outcomes, competencies with anchored rubrics, kits, registered weights and the bar.
//!
//! The same shape is written by people as TOML and sent by the API as JSON.

use crate::{
    JobId, PersonId, PlanId, Timestamp,
    publishing::{DraftHead, Writer},
};
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
    /// The library's kit that this one was copied from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<KitOrigin>,
    /// Questions in order.
    pub questions: Vec<Question>,
}

/// Where a plan's kit comes from. The copy may have been changed since; the note stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct KitOrigin {
    /// Key of the library's kit.
    pub kit: String,
    /// Its version.
    pub version: i64,
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
    /// Line in the file, counted from 1; 0 when the whole file is meant, or when the plan did not come from a file.
    pub line: u64,
    /// What is meant, such as `kits.0.questions.2.minutes`; empty where it could not be read.
    pub path: String,
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
    /// Who wrote it: the author of its last change.
    pub created_by: PersonId,
    /// When it was written.
    pub created_at: Timestamp,
    /// Who published it.
    pub published_by: PersonId,
    /// When it was published. It has not changed since.
    pub published_at: Timestamp,
    /// Why it was published without a second reader, where there was none.
    pub alone_reason: Option<String>,
    /// The content.
    pub plan: Plan,
}

/// What an import made: a brand-new job's first version, or a draft for somebody else to publish.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlanImport {
    /// The job.
    pub job_id: JobId,
    /// The published version; absent when it is a draft.
    pub id: Option<PlanId>,
    /// The number that it has, or will have once it is published.
    pub number: i64,
    /// The content.
    pub plan: Plan,
    /// Fields in which the plan's own copy of the job differs from the job itself, such as `title` or `stages`; the job keeps its own.
    pub differs: Vec<String>,
}

/// `POST /api/v1/jobs/{id}/plan-draft`: what to start from. Without either the draft begins empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct StartPlanDraft {
    /// A version of this job's plan.
    #[serde(default)]
    pub plan: Option<PlanId>,
    /// Key of a plan that ships with the product.
    #[serde(default)]
    pub template: Option<String>,
}

/// `PATCH /api/v1/jobs/{id}/plan-draft`: the whole plan as it stands in the editor. The job's own part is left as the job has it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PlanDraftChange {
    /// The version of the draft that was seen.
    pub version: i64,
    /// The plan.
    pub plan: Plan,
}

/// The next version of a job's plan while it is being written. It locks nothing, and nothing runs from it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlanDraft {
    /// The job.
    pub job_id: JobId,
    /// Who writes it, and who may publish it.
    pub head: DraftHead,
    /// The version it began from.
    pub based_on: Option<PlanId>,
    /// The content.
    pub plan: Plan,
    /// What stops a publication.
    pub faults: Vec<PlanFault>,
    /// Things worth a look that stop nothing.
    pub hints: Vec<PlanFault>,
}

/// The versions of a job's plan with who made them, and what is being written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlanHistory {
    /// Newest first.
    pub versions: Vec<PlanHistoryRow>,
    /// The draft, when there is one.
    pub draft: Option<DraftHead>,
}

/// One version in the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlanHistoryRow {
    /// Identifier.
    pub id: PlanId,
    /// Number.
    pub number: i64,
    /// Who wrote it.
    pub written_by: Writer,
    /// When.
    pub written_at: Timestamp,
    /// Who published it.
    pub published_by: Writer,
    /// When.
    pub published_at: Timestamp,
    /// Why it was published without a second reader, where there was none.
    pub alone_reason: Option<String>,
    /// Loops started from it, without those of candidates on whom the caller is open.
    pub loops: i64,
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
