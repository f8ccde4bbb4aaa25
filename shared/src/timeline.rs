//! What happened around a candidate, as far as the job's team may know: who did what when, never what a scorecard says.

use crate::{ApplicationId, LoopId, Timestamp};
use serde::{Deserialize, Serialize};

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Happening {
    /// The application came in.
    Applied,
    /// It moved to a stage, which is named.
    Stage,
    /// It was rejected.
    Rejected,
    /// The rejection was taken back.
    RejectionUndone,
    /// The candidate was told.
    Announced,
    /// The letter was changed.
    Letter,
    /// A note was written.
    NoteAdded,
    /// A note was changed.
    NoteChanged,
    /// A tag was put on.
    TagAdded,
    /// A tag was taken off.
    TagRemoved,
    /// The source was corrected.
    Source,
    /// A file was added.
    FileAdded,
    /// A file was taken away.
    FileRemoved,
    /// A loop was started.
    LoopStarted,
    /// An interview stands at this time; it is named.
    Interview,
    /// An interview was cancelled; it is named.
    InterviewCancelled,
    /// The candidate did not come to an interview; it is named.
    NoShow,
    /// The scorecards of a loop were revealed.
    Revealed,
}

/// What entries are filtered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strand {
    /// Stages, rejections, letters.
    Decisions,
    /// Loops and interviews.
    Interviews,
    /// Notes, tags and files.
    Record,
}

impl Happening {
    /// The strand that it belongs to.
    #[must_use]
    pub const fn strand(self) -> Strand {
        match self {
            Self::Applied
            | Self::Stage
            | Self::Rejected
            | Self::RejectionUndone
            | Self::Announced
            | Self::Letter => Strand::Decisions,
            Self::LoopStarted
            | Self::Interview
            | Self::InterviewCancelled
            | Self::NoShow
            | Self::Revealed => Strand::Interviews,
            _ => Strand::Record,
        }
    }

    /// In words; what is named follows.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Applied => "Application came in",
            Self::Stage => "Moved to",
            Self::Rejected => "Rejected",
            Self::RejectionUndone => "Rejection taken back",
            Self::Announced => "Candidate told of the rejection",
            Self::Letter => "Letter changed",
            Self::NoteAdded => "Note written",
            Self::NoteChanged => "Note changed",
            Self::TagAdded => "Tag put on",
            Self::TagRemoved => "Tag taken off",
            Self::Source => "Source corrected",
            Self::FileAdded => "File added",
            Self::FileRemoved => "File taken away",
            Self::LoopStarted => "Loop started",
            Self::Interview => "Interview:",
            Self::InterviewCancelled => "Interview cancelled:",
            Self::NoShow => "Did not come to",
            Self::Revealed => "Scorecards revealed",
        }
    }
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TimelineEntry {
    /// When.
    pub at: Timestamp,
    /// What.
    pub what: Happening,
    /// What is named: a stage, an interview.
    pub about: String,
    /// Who did it; absent where nobody did.
    pub who: Option<String>,
    /// The application; absent where it is about the candidate.
    pub application_id: Option<ApplicationId>,
    /// The loop, where there is one.
    pub loop_id: Option<LoopId>,
}
