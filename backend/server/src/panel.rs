//! From rows to the facts that the rules of a panel ask for.

use crate::{db::assignments::Assignment, failure::Failure};
use evenhand_hiring::loops::{CardFact, SlotFact};
use evenhand_shared::Timestamp;

/// One place. `card` is the state of its card as stored.
pub fn slot_fact(
    assignment: &Assignment,
    interview_cancelled: bool,
    interview_end: Option<Timestamp>,
    card: Option<&str>,
) -> Result<SlotFact, Failure> {
    Ok(SlotFact {
        kind: assignment.kind()?,
        required: assignment.required,
        state: assignment.state()?,
        interview_cancelled,
        interview_end,
        card: match card {
            Some("draft") => CardFact::Draft,
            Some("sealing") => CardFact::Sealing,
            Some("submitted") => CardFact::Submitted,
            Some("withdrawn") => CardFact::Withdrawn,
            _ => CardFact::None,
        },
    })
}
