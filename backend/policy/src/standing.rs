//! Open or closed (`semantics.md` §1, statement 3), from the viewer's own rows alone.

use evenhand_shared::{AssignmentId, LoopId, loops::SlotState};

/// The viewer's own card on an assignment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnCard {
    /// Not submitted yet.
    Draft,
    /// Submitted, but the seconds for undo are not over: nothing was submitted yet (S10).
    Sealing,
    /// Sealed.
    Submitted,
    /// Withdrawn with a reason; final.
    Withdrawn,
}

/// One of the viewer's own places on a candidate, in any loop (S4: blindness is per person).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnSlot {
    /// The place.
    pub assignment: AssignmentId,
    /// Its loop.
    pub loop_id: LoopId,
    /// What happened to the place.
    pub state: SlotState,
    /// The viewer's own card.
    pub card: OwnCard,
    /// The viewer asked to be unblinded; the card is marked exposed.
    pub unblinded: bool,
}

impl OwnSlot {
    /// Whether a card is still owed here.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.state.stands() && !self.unblinded && matches!(self.card, OwnCard::Draft | OwnCard::Sealing)
    }

    /// Whether the viewer's own card was sealed here.
    #[must_use]
    pub const fn has_closed_by_card(&self) -> bool {
        matches!(self.card, OwnCard::Submitted | OwnCard::Withdrawn)
    }
}

/// Where a viewer stands on a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Never assigned to this candidate.
    Outside,
    /// Owes a card: blind, and every other right on this candidate rests (S5).
    Open,
    /// Was assigned and owes nothing now.
    Closed,
}

/// The viewer's standing on one candidate, from all their own places on that candidate.
#[must_use]
pub fn standing(own: &[OwnSlot]) -> Standing {
    if own.is_empty() {
        Standing::Outside
    } else if own.iter().any(OwnSlot::is_open) {
        Standing::Open
    } else {
        Standing::Closed
    }
}

/// S5: whoever was ever assigned on a loop and left without a card stays blind there until its release,
/// whatever role follows. The viewer's own card, or an asked-for unblinding, ends it.
#[must_use]
pub fn blind_in_loop(own: &[OwnSlot], loop_id: &LoopId) -> bool {
    let mut here = own.iter().filter(|slot| &slot.loop_id == loop_id).peekable();
    here.peek().is_some() && !here.any(|slot| slot.has_closed_by_card() || slot.unblinded)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slot(state: SlotState, card: OwnCard, unblinded: bool) -> OwnSlot {
        OwnSlot { assignment: "a".into(), loop_id: "l".into(), state, card, unblinded }
    }

    #[test]
    fn s03_open_until_every_own_card_is_submitted_withdrawn_or_cancelled() {
        use OwnCard::{Draft, Sealing, Submitted, Withdrawn};
        use SlotState::{Accepted, Assigned, Cancelled, Declined, NoShow, Replaced};
        for state in [Assigned, Accepted] {
            assert_eq!(standing(&[slot(state, Draft, false)]), Standing::Open);
            assert_eq!(standing(&[slot(state, Sealing, false)]), Standing::Open);
            assert_eq!(standing(&[slot(state, Submitted, false)]), Standing::Closed);
            assert_eq!(standing(&[slot(state, Withdrawn, false)]), Standing::Closed);
        }
        for state in [Cancelled, Declined, NoShow, Replaced] {
            assert_eq!(standing(&[slot(state, Draft, false)]), Standing::Closed);
        }
        assert_eq!(standing(&[]), Standing::Outside);
    }

    #[test]
    fn s04_one_open_card_in_any_loop_keeps_the_viewer_open() {
        let mut other = slot(SlotState::Assigned, OwnCard::Draft, false);
        other.loop_id = "second".into();
        assert_eq!(standing(&[slot(SlotState::Accepted, OwnCard::Submitted, false), other]), Standing::Open);
    }

    #[test]
    fn s05_removed_without_a_card_stays_blind_in_that_loop() {
        let removed = slot(SlotState::Replaced, OwnCard::Draft, false);
        assert!(blind_in_loop(std::slice::from_ref(&removed), &"l".into()));
        assert!(!blind_in_loop(std::slice::from_ref(&removed), &"elsewhere".into()));
        assert!(!blind_in_loop(&[], &"l".into()));
        assert!(!blind_in_loop(
            &[removed.clone(), slot(SlotState::Accepted, OwnCard::Submitted, false)],
            &"l".into()
        ));
        assert!(!blind_in_loop(&[slot(SlotState::Accepted, OwnCard::Draft, true)], &"l".into()));
    }

    #[test]
    fn s07_unblinding_ends_blindness_by_own_choice() {
        assert_eq!(standing(&[slot(SlotState::Accepted, OwnCard::Draft, true)]), Standing::Closed);
    }

    #[test]
    fn s10_until_the_undo_has_passed_nothing_was_submitted() {
        assert!(slot(SlotState::Accepted, OwnCard::Sealing, false).is_open());
        assert!(!slot(SlotState::Accepted, OwnCard::Sealing, false).has_closed_by_card());
    }
}
