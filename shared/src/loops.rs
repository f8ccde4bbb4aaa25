//! Loops, interviews and panels.

use crate::{
    ApplicationId, AssignmentId, CandidateId, InterviewId, JobId, LoopId, PersonId, PlanId, Timestamp,
    acts::LoopRequest, panel_mix::PanelHint, plan::RevealRule,
};
use serde::{Deserialize, Serialize};

/// A person's part in an interview.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SlotKind {
    /// Interviews and rates.
    Interviewer,
    /// Learns by watching: blind like a panelist, never required, never in the packet.
    Shadow,
    /// A qualified observer of someone who leads for the first time; the observer's card is the one that counts.
    ReverseShadow,
}

/// What happened to a person's place on an interview.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SlotState {
    /// Asked.
    Assigned,
    /// Said yes.
    Accepted,
    /// Said no.
    Declined,
    /// The candidate did not come.
    NoShow,
    /// The interview was called off.
    Cancelled,
    /// Someone else took the place.
    Replaced,
}

impl SlotState {
    /// Whether a scorecard is still owed or in, rather than the place being void.
    #[must_use]
    pub const fn stands(self) -> bool {
        matches!(self, Self::Assigned | Self::Accepted)
    }
}

/// Someone to put on an interview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewSlot {
    /// Who.
    pub person_id: PersonId,
    /// As what.
    pub kind: SlotKind,
    /// Whether the panel is incomplete without this card; ignored for shadows, which are never required.
    pub required: bool,
}

/// An interview to plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewInterview {
    /// Key of the plan's kit.
    pub kit: String,
    /// When it starts; absent when not scheduled yet.
    #[serde(default)]
    pub starts_at: Option<Timestamp>,
    /// IANA zone in which the time was agreed.
    #[serde(default)]
    pub zone: Option<String>,
    /// Room or link.
    #[serde(default)]
    pub place: String,
    /// Panel.
    pub panel: Vec<NewSlot>,
}

/// `POST /api/v1/applications/{id}/loops`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewLoop {
    /// The plan version to run.
    pub plan_id: PlanId,
    /// When scorecards are revealed; absent takes the plan's default.
    #[serde(default)]
    pub reveal: Option<RevealRule>,
    /// What every panelist is told, frozen for each at assignment.
    #[serde(default)]
    pub brief: String,
    /// The interviews.
    pub interviews: Vec<NewInterview>,
}

/// `POST /api/v1/interviews/{id}/schedule`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Schedule {
    /// When it starts; null takes the time away.
    pub starts_at: Option<Timestamp>,
    /// IANA zone.
    pub zone: Option<String>,
    /// Room or link.
    pub place: String,
    /// The version that was seen.
    pub version: i64,
}

/// `POST /api/v1/assignments/{id}/replacement`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Replacement {
    /// Who takes the place.
    pub person_id: PersonId,
}

/// A loop in a list, for the job's team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LoopRow {
    /// Identifier.
    pub id: LoopId,
    /// The application.
    pub application_id: ApplicationId,
    /// The person.
    pub candidate_id: CandidateId,
    /// Name.
    pub candidate_name: String,
    /// The job.
    pub job_id: JobId,
    /// Its title.
    pub job_title: String,
    /// Where it stands.
    pub progress: Progress,
    /// When it was revealed.
    pub released_at: Option<Timestamp>,
    /// When it started.
    pub started_at: Timestamp,
}

/// Progress of a loop: who is due, never what they wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Progress {
    /// Required scorecards that are in.
    pub submitted: u64,
    /// Required scorecards in all.
    pub required: u64,
    /// Required scorecards more than 24 hours after their interview's end.
    pub overdue: u64,
}

/// A loop's page for the job's team (progress, never content).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LoopDetail {
    /// The row.
    pub row: LoopRow,
    /// The plan version that was frozen.
    pub plan_id: PlanId,
    /// Its number.
    pub plan_number: i64,
    /// The reveal rule.
    pub reveal: RevealRule,
    /// What panelists are told.
    pub brief: String,
    /// Interviews added after the first card could be submitted mark the loop (S12).
    pub adaptive: bool,
    /// Interviews in order.
    pub interviews: Vec<InterviewDetail>,
    /// What is worth a look about who sits on the panel; it stops nothing.
    pub panel_hints: Vec<PanelHint>,
    /// What the caller may do here.
    pub may: LoopRights,
    /// How the reveal came about.
    pub release: Option<Release>,
    /// What panelists said about their places, oldest first.
    pub requests: Vec<LoopRequest>,
    /// Everybody else who could act here is open on the candidate: when the caller joins the panel too, nobody is left, unless they name a
    /// cover first.
    pub last_to_act: bool,
    /// The caller broke the glass: until when they may read what was submitted.
    pub glass_until: Option<Timestamp>,
}

/// What the caller may do on a loop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LoopRights {
    /// Assign, schedule, cancel, replace.
    pub manage: bool,
    /// Open early or reveal.
    pub open: bool,
    /// Read the packet now.
    pub packet: bool,
}

/// How and when a loop was revealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Release {
    /// When.
    pub at: Timestamp,
    /// By what.
    pub kind: ReleaseKind,
    /// Who opened it, when somebody did.
    pub by: Option<String>,
    /// The reason given.
    pub reason: Option<String>,
}

/// The kinds of release (S6 to S8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReleaseKind {
    /// The last required scorecard was sealed.
    PanelComplete,
    /// Opened by the hiring manager, complete or not.
    Opened,
}

/// An interview on the loop's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InterviewDetail {
    /// Identifier.
    pub id: InterviewId,
    /// Key of its kit.
    pub kit: String,
    /// The kit's name.
    pub kit_name: String,
    /// Planned minutes.
    pub minutes: i64,
    /// When it starts.
    pub starts_at: Option<Timestamp>,
    /// IANA zone in which the time was agreed.
    pub zone: Option<String>,
    /// Room or link.
    pub place: String,
    /// Whether it was called off.
    pub cancelled: bool,
    /// Version for changes.
    pub version: i64,
    /// The panel.
    pub panel: Vec<SlotDetail>,
}

/// A panelist on the loop's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SlotDetail {
    /// Identifier.
    pub id: AssignmentId,
    /// Who.
    pub person_id: PersonId,
    /// Name.
    pub name: String,
    /// As what.
    pub kind: SlotKind,
    /// Whether the panel is incomplete without this card.
    pub required: bool,
    /// What happened to the place.
    pub state: SlotState,
    /// Whether the card is in, due, overdue or withdrawn: progress only.
    pub card: CardProgress,
    /// When they were asked.
    pub asked_at: Timestamp,
    /// When the card is due: 24 hours after the interview's end, or later where more time was granted.
    pub due_at: Option<Timestamp>,
    /// When they were last reminded of it.
    pub nudged_at: Option<Timestamp>,
    /// Whether they can be reminded now.
    pub may_nudge: bool,
}

/// Progress of one card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum CardProgress {
    /// Nothing is owed.
    None,
    /// Not in, and not late.
    Due,
    /// More than 24 hours after the interview's end.
    Overdue,
    /// Sealed.
    Submitted,
    /// Withdrawn by its author.
    Withdrawn,
}

/// `POST /api/v1/loops/{id}/opening`: reveals the loop to closed people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// Why it is opened now; 10 to 2,000 characters. Always asked, so that the question tells nothing.
    pub reason: String,
}

/// Acts that need a deliberate yes, such as `POST /api/v1/scorecards/{id}/unblinding`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Confirmation {
    /// Must be true.
    pub confirm: bool,
}

/// The answer to acts that put people on a panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PanelChanged {
    /// The loop.
    pub loop_id: LoopId,
    /// The loop as the caller may see it; absent when the caller has just put themselves on the panel and is blind from now on.
    pub detail: Option<LoopDetail>,
    /// This request alone puts everybody of the job's team on the panel, and no cover can act: nobody can look after the loop until one of
    /// them has submitted. Nothing is stopped by it.
    pub cover_needed: bool,
}
