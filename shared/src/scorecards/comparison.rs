//! Two sides of a shadowed interview beside each other (S14).

use super::{Amendment, CardContent};
use crate::{AssignmentId, InterviewId, loops::SlotKind, plan::Competency};
use serde::{Deserialize, Serialize};

/// `GET /api/v1/interviews/{id}/comparison`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Comparison {
    /// The interview.
    pub interview_id: InterviewId,
    /// The candidate.
    pub candidate_name: String,
    /// The kit's name.
    pub kit_name: String,
    /// The focus competencies with the frozen rubrics, in the kit's order.
    pub competencies: Vec<Competency>,
    /// The caller's own card.
    pub mine: ComparedCard,
    /// The other side's cards, by name: of the interviewer for a shadow, of the shadows for the interviewer.
    pub others: Vec<ComparedCard>,
}

/// One card of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ComparedCard {
    /// The scorecard.
    pub id: AssignmentId,
    /// Its author's name.
    pub author: String,
    /// As what.
    pub kind: SlotKind,
    /// Revision 1.
    pub first: CardContent,
    /// Amendments in order.
    pub amendments: Vec<Amendment>,
}
