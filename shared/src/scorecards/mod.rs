//! Scorecards: the panelist's own view, drafts and their merging, review, submission, amendments.

mod comparison;
mod draft;
mod history;
mod review;

pub use comparison::{ComparedCard, Comparison};
pub use draft::{DIVIDER, DraftChange, DraftField, DraftSaved, FieldChange, FieldKey, merge_field};
pub use history::{CardChange, CardEvent, CardEventKind, CardHistory};
pub use review::{EVIDENCE_MIN, TEXT_MAX, check_field, has_evidence, level_of, read_card, without_stamp};

use crate::{
    AssignmentId, Timestamp,
    files::ShownFile,
    loops::{SlotKind, SlotState},
    plan::{Competency, Kit, RevealRule},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Overall recommendation: no neutral, asked last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Recommendation {
    /// Would argue against.
    StrongNo,
    /// Would not hire.
    No,
    /// Would hire.
    Yes,
    /// Would argue for.
    StrongYes,
}

impl Recommendation {
    /// Every recommendation from the lowest to the highest.
    pub const ALL: [Self; 4] = [Self::StrongNo, Self::No, Self::Yes, Self::StrongYes];

    /// As it stands in a draft field.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::StrongNo => "strong_no",
            Self::No => "no",
            Self::Yes => "yes",
            Self::StrongYes => "strong_yes",
        }
    }

    /// In words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::StrongNo => "Strong no",
            Self::No => "No",
            Self::Yes => "Yes",
            Self::StrongYes => "Strong yes",
        }
    }

    /// Reads [`Recommendation::key`].
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.key() == text)
    }
}

/// State of the author's own card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum CardState {
    /// Being written; nobody else can read it.
    Draft,
    /// Submitted less than ten seconds ago: still nothing for anyone else, and can be undone.
    Sealing,
    /// Sealed: revision 1 stands for good.
    Submitted,
    /// Withdrawn with a reason.
    Withdrawn,
    /// The place is void (declined, cancelled, no-show, replaced): no card is owed.
    Void,
}

/// One of "my interviews". Built from the caller's own rows alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MyInterview {
    /// The assignment, and the scorecard.
    pub id: AssignmentId,
    /// The candidate's name, or a constant where the stage is blind.
    pub candidate_name: String,
    /// The job's title and level.
    pub job: String,
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
    /// As what.
    pub kind: SlotKind,
    /// State of the place.
    pub slot: SlotState,
    /// State of the card.
    pub card: CardState,
    /// When the card is due: 24 hours after the interview's end.
    pub due_at: Option<Timestamp>,
}

/// The scorecard page: everything a panelist needs, and nothing about anybody else.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ScorecardPage {
    /// The interview as in the list.
    pub interview: MyInterview,
    /// The kit.
    pub kit: Kit,
    /// The focus competencies with the frozen rubrics, in the kit's order.
    pub competencies: Vec<Competency>,
    /// Number of the frozen plan version.
    pub plan_number: i64,
    /// The brief as it was at assignment.
    pub brief: String,
    /// The stage as it was at assignment.
    pub stage: String,
    /// Names of the planned kits of the loop at assignment, in order.
    pub planned_kits: Vec<String>,
    /// The candidate's answers that the kit lists: heading and text.
    pub answers: Vec<(String, String)>,
    /// The candidate's files that the kit lists, as they stood at assignment.
    pub files: Vec<ShownFile>,
    /// The loop's reveal rule.
    pub reveal: RevealRule,
    /// The draft, or what was submitted, field by field (see [`FieldKey`]).
    pub fields: BTreeMap<String, DraftField>,
    /// When the seal falls, while the card is `sealing`.
    pub seals_at: Option<Timestamp>,
    /// When it was sealed.
    pub submitted_at: Option<Timestamp>,
    /// The author had been shown others' sealed content before submitting.
    pub exposed: bool,
    /// Amendments in order.
    pub amendments: Vec<Amendment>,
    /// Path of the loop's packet when the caller may ask for it: known from the caller's own card alone.
    pub packet_path: Option<String>,
}

/// A mark for one competency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Mark {
    /// A level of the rubric, from 1.
    Rated {
        /// The level.
        level: i64,
    },
    /// Not assessed, with a reason.
    NotAssessed {
        /// Why.
        reason: String,
    },
}

/// A competency's mark with its evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CompetencyMark {
    /// Key of the competency.
    pub competency: String,
    /// What the candidate said or did.
    pub evidence: String,
    /// The mark.
    pub mark: Mark,
}

/// What a card says: the content that is sealed and later shown. Private notes are not part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CardContent {
    /// Marks in the kit's order.
    pub marks: Vec<CompetencyMark>,
    /// Overall recommendation.
    pub recommendation: Recommendation,
    /// Key take-aways.
    pub takeaways: String,
}

/// Whether an amendment was written before or after its author had been shown anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AmendmentTag {
    /// Its author had been served nothing of others.
    Sealed,
    /// Its author had been served others' content.
    AfterReveal,
}

/// A later change to a card, appended with a reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Amendment {
    /// Revision number, from 2.
    pub revision: i64,
    /// When.
    pub at: Timestamp,
    /// Why.
    pub reason: String,
    /// Before or after the reveal.
    pub tag: AmendmentTag,
    /// The card as amended.
    pub content: CardContent,
}

/// `POST /api/v1/scorecards/{id}/amendments`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewAmendment {
    /// Why; 10 to 2,000 characters.
    pub reason: String,
    /// The whole card as it should read; fields as in a draft.
    pub fields: BTreeMap<String, String>,
}

/// `POST /api/v1/scorecards/{id}/withdrawal`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    /// Why; 10 to 2,000 characters.
    pub reason: String,
}

/// The constant answer to a submission: it tells nothing about anybody else (S9).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Submitted {
    /// When the seal falls; undo is possible until then.
    pub seals_at: Timestamp,
}

/// Seconds during which a submission can be undone.
pub const UNDO_SECONDS: i64 = 10;
