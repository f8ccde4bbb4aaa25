//! What somebody is told on their own pages.

use crate::{NoticeId, Timestamp};
use serde::{Deserialize, Serialize};

/// Why somebody is told something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// You were asked to hold an interview.
    PutOnPanel,
    /// A panelist declined.
    Declined,
    /// Somebody put themselves on a job's team.
    JoinedTeam,
    /// A panelist knows the candidate and freed their place.
    KnowsCandidate,
    /// A colleague asks you to take over their interview.
    SwapAsked,
    /// A panelist asked a colleague to take over.
    SwapProposed,
    /// The colleague took over your interview.
    SwapTaken,
    /// The colleague does not take over your interview.
    SwapRefused,
    /// Somebody took over a place.
    TookOver,
    /// A panelist asks for more time.
    TimeAsked,
    /// You have more time.
    TimeGranted,
    /// You have no more time.
    TimeRefused,
    /// Your scorecard is due.
    Nudge,
    /// Somebody looked at submitted scorecards before the release.
    BrokenGlass,
    /// The same, told after the release to those who were not told at once.
    GlassWasBroken,
    /// Somebody on the panel asks you to exchange interviews.
    ExchangeAsked,
    /// A panelist asked a colleague to exchange interviews.
    ExchangeProposed,
    /// Your interview was exchanged for another, as you asked.
    ExchangeTaken,
    /// Two panelists exchanged their interviews.
    Exchanged,
    /// You act for somebody who is open on a candidate.
    CoverBegins,
}

/// One entry, as its receiver reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NoticeRow {
    /// Identifier.
    pub id: NoticeId,
    /// Why.
    pub kind: NoticeKind,
    /// In words.
    pub text: String,
    /// Page of the product where it leads, such as `/loops/…`.
    pub path: Option<String>,
    /// When.
    pub at: Timestamp,
    /// Until when, where the text speaks of a time.
    pub until: Option<Timestamp>,
    /// Whether its receiver has marked it as seen.
    pub seen: bool,
}

/// `POST /api/v1/my/notices/seen`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SeenNotices {
    /// Which; what is not the caller's is passed over.
    pub ids: Vec<NoticeId>,
}

/// Most entries that a list shows and that are marked at once.
pub const NOTICES_MAX: usize = 100;
