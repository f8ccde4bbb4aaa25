//! The packet: what a released loop shows to people who are closed on the candidate.

use crate::{
    AssignmentId, LoopId, Timestamp,
    loops::Release,
    scorecards::{Amendment, CardContent, Recommendation},
};
use serde::{Deserialize, Serialize};

/// `GET /api/v1/loops/{id}/packet`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Packet {
    /// The loop.
    pub loop_id: LoopId,
    /// The candidate.
    pub candidate_name: String,
    /// Title and level of the job.
    pub job: String,
    /// Plan version that was frozen.
    pub plan_number: i64,
    /// The bar registered in the plan, 0 to 1.
    pub bar: f64,
    /// True for the view between panelists before the panel is complete: cards only, no means (S8).
    pub partial: bool,
    /// The reader broke the glass: until when they may read (S15).
    pub glass_until: Option<Timestamp>,
    /// How it was revealed; absent while partial.
    pub release: Option<Release>,
    /// True when interviews were added later (S12).
    pub adaptive: bool,
    /// Columns: the cards, in the plan's order.
    pub cards: Vec<PacketCard>,
    /// Rows, gaps first, then the widest spread, then where all agree.
    pub rows: Vec<PacketRow>,
    /// The weighted composite; absent while partial or when nothing was rated.
    pub composite: Option<Composite>,
    /// Panelists whose card is missing, when opened early.
    pub missing: Vec<String>,
    /// Cards that their authors withdrew, with the reason and never their content; empty while partial.
    pub withdrawn: Vec<WithdrawnCard>,
}

/// A card that its author withdrew: its place is spent, its content stays sealed (S10).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WithdrawnCard {
    /// The assignment.
    pub id: AssignmentId,
    /// The author's name.
    pub author: String,
    /// The kit's name.
    pub kit_name: String,
    /// When; absent for those from before this was kept.
    pub at: Option<Timestamp>,
    /// Why.
    pub reason: String,
}

/// One card of the packet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PacketCard {
    /// The assignment.
    pub id: AssignmentId,
    /// The author's name.
    pub author: String,
    /// The kit's name.
    pub kit_name: String,
    /// Revision 1: what counts.
    pub first: CardContent,
    /// Amendments in order.
    pub amendments: Vec<Amendment>,
    /// Its author had been shown others' sealed content before submitting; not counted.
    pub exposed: bool,
    /// Submitted after the release, still blind; counted.
    pub late: bool,
    /// Mean of this card's own ratings, weighted as registered, 0 to 1; absent while partial or when nothing was rated.
    pub composite: Option<f64>,
}

/// Why a row stands where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RowGroup {
    /// Nobody assessed it.
    Gap,
    /// Two levels apart or more, or on opposite sides of the bar.
    Differently,
    /// Within one level and on one side of the bar.
    Alike,
    /// Only one rating.
    Single,
}

/// A competency across the panel.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PacketRow {
    /// Key.
    pub competency: String,
    /// Name.
    pub name: String,
    /// Registered weight in percent.
    pub weight: i64,
    /// Anchors from the lowest level to the highest.
    pub anchors: Vec<String>,
    /// Rubric version that was frozen.
    pub rubric_version: i64,
    /// Where it stands.
    pub group: RowGroup,
    /// Counted ratings.
    pub n: u64,
    /// How many cards were planned to assess it.
    pub planned: u64,
    /// Mean level of the counted ratings; absent while partial or without ratings.
    pub mean: Option<f64>,
    /// Lowest counted level.
    pub low: Option<i64>,
    /// Highest counted level.
    pub high: Option<i64>,
    /// Outcomes that this competency serves.
    pub outcomes: Vec<String>,
    /// Where it was planned: names of kits.
    pub planned_in: Vec<String>,
}

/// The weighted composite (S16): per competency the mean of counted revision-1 ratings as (level − 1)/(levels − 1), weights renormalised over what was assessed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Composite {
    /// 0 to 1.
    pub value: f64,
    /// Lowest single scorecard.
    pub low: f64,
    /// Highest single scorecard.
    pub high: f64,
    /// People whose ratings count.
    pub people: u64,
    /// Ratings that count.
    pub ratings: u64,
    /// Share of the registered weight that was assessed, in percent.
    pub weight_assessed: i64,
    /// Recommendations that count: how many of each, from strong no to strong yes.
    pub recommendations: Vec<(Recommendation, u64)>,
}
