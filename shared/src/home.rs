//! Home: what needs somebody now.

use crate::{CandidateId, JobId, LoopId, Timestamp};
use serde::{Deserialize, Serialize};

/// Why something needs attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum MatterKind {
    /// A required scorecard is late.
    Overdue,
    /// A required place was declined and nobody has it now.
    Declined,
    /// A loop has an interview without a time.
    NoTime,
    /// An application without a loop has stood in its stage for more than a week.
    Waiting,
    /// A required scorecard falls due within 24 working hours.
    DueSoon,
    /// An application came in within the last week.
    Arrived,
    /// All required scorecards are in, and the packet is sealed until the debrief is opened.
    Complete,
    /// A packet that the caller has not read.
    Packet,
}

/// One thing that needs attention.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Matter {
    /// Why.
    pub kind: MatterKind,
    /// The candidate.
    pub candidate_id: CandidateId,
    /// Their name.
    pub candidate_name: String,
    /// The job.
    pub job_id: JobId,
    /// Its title.
    pub job_title: String,
    /// The loop, where there is one.
    pub loop_id: Option<LoopId>,
    /// Who is waited for.
    pub person: Option<String>,
    /// Since when, or until when.
    pub at: Option<Timestamp>,
}

/// Matters of one part, the most pressing first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Matters {
    /// How many there are.
    pub total: u64,
    /// The first of them.
    pub first: Vec<Matter>,
}

/// `GET /api/v1/home`: what needs a recruiter or a hiring manager now. Candidates on whom the caller is open play no part in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HiringHome {
    /// What is stuck.
    pub stuck: Matters,
    /// What breaks a promise next.
    pub next: Matters,
    /// What came in.
    pub arrived: Matters,
    /// Panels that are complete.
    pub complete: Matters,
    /// Packets that the caller has not read.
    pub packets: Matters,
    /// Loops that collect scorecards with nothing late.
    pub collecting: u64,
}
