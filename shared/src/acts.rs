//! What panelists say about their own places, what the team answers, and what somebody was shown.

use crate::{AssignmentId, PersonId, RequestId, Timestamp};
use serde::{Deserialize, Serialize};

/// What a panelist said about their own place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RequestKind {
    /// A named colleague should take over.
    Swap,
    /// More time for the scorecard.
    MoreTime,
    /// They know the candidate: the place is free.
    Knows,
    /// A named colleague on the same panel should exchange interviews.
    Exchange,
}

/// Where a request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RequestState {
    /// Waits for an answer.
    Asked,
    /// Said yes to.
    Granted,
    /// Said no to, or void because something else happened first.
    Refused,
    /// The colleague said no to an exchange. Whoever asked is not told, because they would learn who else sits on the panel.
    PassedOver,
}

/// `POST /api/v1/assignments/{id}/swap` and `/exchange`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewSwap {
    /// The colleague who should take over, or exchange.
    pub person_id: PersonId,
}

/// `POST /api/v1/assignments/{id}/more-time`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct MoreTime {
    /// When the scorecard would be in.
    pub until: Timestamp,
}

/// A yes or a no: `POST /api/v1/requests/{id}/answer`, `/decision` and `/exchange`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RequestAnswer {
    /// Yes.
    pub yes: bool,
}

/// `GET /api/v1/my/requests`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MyRequests {
    /// What the caller asked for, newest first.
    pub mine: Vec<OwnRequest>,
    /// What the caller is asked to take over.
    pub asked: Vec<AskedOfMe>,
    /// Interviews of the same loop for which the caller could give one of their own.
    pub exchanges: Vec<ExchangeOfMe>,
}

/// What the caller asked for about one of their places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnRequest {
    /// The place.
    pub assignment_id: AssignmentId,
    /// What.
    pub kind: RequestKind,
    /// Where it stands.
    pub state: RequestState,
    /// The colleague, for a swap.
    pub colleague: Option<String>,
    /// Until when, for more time.
    pub until: Option<Timestamp>,
}

/// An interview that a colleague would like the caller to take over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AskedOfMe {
    /// The request.
    pub id: RequestId,
    /// Who asks.
    pub from: String,
    /// The candidate.
    pub candidate_name: String,
    /// The kit's name.
    pub kit_name: String,
    /// Planned minutes.
    pub minutes: i64,
    /// When it starts.
    pub starts_at: Option<Timestamp>,
}

/// An interview that somebody on the panel would like to give for one of the caller's. Who it is, the caller is not told (S1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ExchangeOfMe {
    /// The request.
    pub id: RequestId,
    /// The caller's own place, which they would give.
    pub gives: AssignmentId,
    /// Name of the kit that they would get.
    pub kit_name: String,
    /// Its planned minutes.
    pub minutes: i64,
    /// When it starts.
    pub starts_at: Option<Timestamp>,
}

/// Somebody who can take over an interview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Colleague {
    /// Who.
    pub id: PersonId,
    /// Name.
    pub name: String,
}

/// What a panelist said, as the job's team reads it on the loop's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LoopRequest {
    /// The request.
    pub id: RequestId,
    /// The place.
    pub assignment_id: AssignmentId,
    /// Whose place.
    pub who: String,
    /// What.
    pub kind: RequestKind,
    /// Where it stands.
    pub state: RequestState,
    /// The colleague, for a swap.
    pub colleague: Option<String>,
    /// Until when, for more time.
    pub until: Option<Timestamp>,
    /// When it was said.
    pub at: Timestamp,
}

/// `POST /api/v1/loops/{id}/break-glass`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct BreakGlass {
    /// Why; 10 to 2,000 characters. Always asked.
    pub reason: String,
    /// Whoever owes a scorecard on the candidate confirms that it will be marked as exposed; nobody else needs it.
    #[serde(default)]
    pub confirm: bool,
}

/// The answer to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BrokenGlass {
    /// Until when the submitted scorecards can be read.
    pub until: Timestamp,
}

/// What somebody was shown, as it stands in the serving ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// The packet of a loop.
    Packet,
    /// Nothing yet, but the own blindness was ended by choice.
    Unblinding,
    /// Submitted scorecards before the release.
    BreakGlass,
    /// The other side's scorecard of a shadowed interview.
    Comparison,
}

/// One entry of the caller's own part of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Exposure {
    /// When.
    pub at: Timestamp,
    /// Of whom.
    pub candidate_name: String,
    /// What.
    pub what: Shown,
}
