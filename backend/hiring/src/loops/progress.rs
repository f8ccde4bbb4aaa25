//! Completeness and progress, from facts about places and cards.

use evenhand_shared::{
    Timestamp,
    loops::{CardProgress, Progress, SlotKind, SlotState},
    time::{DAY, MINUTE},
};

/// What is known of a card without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardFact {
    /// Nothing was ever written.
    None,
    /// Being written.
    Draft,
    /// Submitted less than ten seconds ago: counts as a draft for everybody else (S10).
    Sealing,
    /// Sealed.
    Submitted,
    /// Withdrawn by its author.
    Withdrawn,
}

/// A place on a panel with its card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SlotFact {
    /// As what.
    pub kind: SlotKind,
    /// Whether the panel is incomplete without this card.
    pub required: bool,
    /// What happened to the place.
    pub state: SlotState,
    /// Whether the interview was called off.
    pub interview_cancelled: bool,
    /// When the interview ends; absent while it has no time.
    pub interview_end: Option<Timestamp>,
    /// The card.
    pub card: CardFact,
}

impl SlotFact {
    /// Whether the panel waits for this place (S6).
    ///
    /// A place that was declined still waits, for someone who takes it: a refusal must not make a panel complete.
    /// A replaced place does not, because its successor does.
    #[must_use]
    pub const fn awaited(&self) -> bool {
        self.required
            && !self.interview_cancelled
            && !matches!(self.kind, SlotKind::Shadow)
            && !matches!(self.state, SlotState::Cancelled | SlotState::NoShow | SlotState::Replaced)
    }

    /// Whether its holder still owes a card.
    #[must_use]
    pub const fn owes(&self) -> bool {
        !self.interview_cancelled
            && self.state.stands()
            && matches!(self.card, CardFact::None | CardFact::Draft | CardFact::Sealing)
    }
}

/// S6: every required place that is not cancelled, no-show, shadow or optional holds a submitted card, and there is one.
#[must_use]
pub fn panel_complete(slots: &[SlotFact]) -> bool {
    let mut awaited = slots.iter().filter(|slot| slot.awaited()).peekable();
    awaited.peek().is_some() && awaited.all(|slot| slot.card == CardFact::Submitted)
}

/// How far a loop has come at `now`; counts required cards only.
#[must_use]
pub fn progress(slots: &[SlotFact], now: Timestamp) -> Progress {
    let mut progress = Progress { submitted: 0, required: 0, overdue: 0 };
    for slot in slots.iter().filter(|slot| slot.awaited()) {
        progress.required = progress.required.saturating_add(1);
        match card_progress(slot, now) {
            CardProgress::Submitted => progress.submitted = progress.submitted.saturating_add(1),
            CardProgress::Overdue => progress.overdue = progress.overdue.saturating_add(1),
            CardProgress::None | CardProgress::Due | CardProgress::Withdrawn => {}
        }
    }
    progress
}

/// Where one card stands at `now`. A card that is being sealed reads like a draft.
#[must_use]
pub fn card_progress(slot: &SlotFact, now: Timestamp) -> CardProgress {
    match slot.card {
        CardFact::Submitted => CardProgress::Submitted,
        CardFact::Withdrawn => CardProgress::Withdrawn,
        CardFact::None | CardFact::Draft | CardFact::Sealing => {
            if !slot.owes() {
                CardProgress::None
            } else if is_overdue(slot.interview_end, now) {
                CardProgress::Overdue
            } else {
                CardProgress::Due
            }
        }
    }
}

/// When an interview ends.
#[must_use]
pub fn interview_end(starts_at: Option<Timestamp>, minutes: i64) -> Option<Timestamp> {
    starts_at.map(|start| start.plus(minutes.saturating_mul(MINUTE)))
}

/// When the card is due: 24 hours after the interview's end; without a time nothing is due.
#[must_use]
pub fn due_at(interview_end: Option<Timestamp>) -> Option<Timestamp> {
    interview_end.map(|end| end.plus(DAY))
}

/// Whether more than 24 hours have passed since the interview's end.
#[must_use]
pub fn is_overdue(interview_end: Option<Timestamp>, now: Timestamp) -> bool {
    due_at(interview_end).is_some_and(|due| now > due)
}

/// S14: whether a card counts in the packet, given whether its interview has a reverse shadow in place.
///
/// With a reverse shadow the qualified observer's card counts and that of the one who leads does not.
#[must_use]
pub const fn card_counts(kind: SlotKind, reverse_shadow_in_place: bool) -> bool {
    match kind {
        SlotKind::Shadow => false,
        SlotKind::ReverseShadow => true,
        SlotKind::Interviewer => !reverse_shadow_in_place,
    }
}
