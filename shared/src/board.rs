//! The board of a job: its stages as columns, applications as cards.

use crate::{ApplicationId, CandidateId, LoopId, Timestamp, rejections::RejectionKind};
use serde::{Deserialize, Serialize};

/// Most cards that one call moves.
pub const MOST_MOVED: usize = 1_000;

/// Rejecting more than so many at once asks for their number.
pub const COUNTED_ABOVE: usize = 30;

/// `GET /api/v1/jobs/{id}/board`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Board {
    /// The job's title.
    pub title: String,
    /// Columns in the job's order; a stage that the job no longer has comes last, for as long as somebody stands in it.
    pub columns: Vec<Column>,
    /// How many were rejected; they stand in no column.
    pub rejected: u64,
}

/// One stage with its cards, those who have stood in it longest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Column {
    /// The stage.
    pub stage: String,
    /// How many stand in it, shown or not.
    pub count: u64,
    /// Since when the first of them has stood in it.
    pub oldest: Option<Timestamp>,
    /// Since when the one in the middle has.
    pub median: Option<Timestamp>,
    /// The cards; not all in a long column.
    pub cards: Vec<Card>,
    /// Where the rest begins: `after` of `GET /api/v1/jobs/{id}/board/cards`.
    pub more: Option<String>,
}

/// Further cards of a long column: `GET /api/v1/jobs/{id}/board/cards?stage=…&after=…`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Cards {
    /// The cards.
    pub cards: Vec<Card>,
    /// Where the rest begins.
    pub more: Option<String>,
}

/// What comes next for an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Next {
    /// No loop has been started.
    StartLoop,
    /// The loop runs.
    Interviews,
    /// The packet can be read.
    Packet,
    /// The caller owes a scorecard on this person: the card stands still.
    OwnScorecard,
}

/// An application on the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Card {
    /// The application.
    pub id: ApplicationId,
    /// The person.
    pub candidate_id: CandidateId,
    /// Name.
    pub name: String,
    /// Since when in this stage; nothing on a card that stands still.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
    /// Version for moves; 0 on a card that stands still.
    pub version: i64,
    /// What comes next.
    pub next: Next,
    /// The current loop.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub loop_id: Option<LoopId>,
    /// A move by somebody else that came too late, in the last minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contest: Option<Contest>,
}

/// A move that was not made, because the card had been moved in the meantime.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Contest {
    /// Who wanted it.
    pub by: String,
    /// Where to.
    pub stage: String,
    /// When.
    pub at: Timestamp,
}

/// An application in the version that was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Seen {
    /// The application.
    pub id: ApplicationId,
    /// The version.
    pub version: i64,
}

/// `POST /api/v1/jobs/{id}/board/moves`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Moves {
    /// The stage to move to.
    pub stage: String,
    /// What to move; 1 to 1,000.
    pub cards: Vec<Seen>,
}

/// `POST /api/v1/jobs/{id}/board/rejections`. The letter to each is the one that goes with the reason; it can be changed on the
/// candidate's page until it is announced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct BoardRejections {
    /// The reason.
    pub kind: RejectionKind,
    /// Why, in words: 3 to 2,000 characters. May be empty where the chosen reason says enough.
    pub reason: String,
    /// Whom; 1 to 1,000.
    pub cards: Vec<Seen>,
    /// How many they are, typed by hand; asked for above 30.
    pub count: Option<i64>,
}

/// `POST /api/v1/jobs/{id}/board/undo`: takes the last move or the rejection of each back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct UndoMoves {
    /// The applications, in the versions that the acts made; 1 to 1,000.
    pub cards: Vec<Seen>,
}

/// What became of each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Moved {
    /// One for each that was named, in that order.
    pub cards: Vec<MovedCard>,
}

/// What became of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MovedCard {
    /// The application.
    pub id: ApplicationId,
    /// What became of it.
    pub outcome: Outcome,
    /// Where it stands now, when the caller may know.
    pub stage: Option<String>,
    /// Its version now, when the caller may know.
    pub version: Option<i64>,
    /// Who moved it in the meantime.
    pub by: Option<String>,
}

/// What became of a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It was moved.
    Moved,
    /// It was rejected just now.
    Done,
    /// Somebody else changed it first; nothing was done.
    Stale,
    /// It was rejected before; the rejected do not move.
    Rejected,
    /// There is no move to take back, or the stage that it came from is gone.
    NothingToUndo,
    /// The caller owes a scorecard on this person and changes nothing about them until it is submitted.
    LeftOut,
    /// It is not on this board.
    Absent,
}
