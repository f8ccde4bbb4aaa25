//! Keys to what lies behind a seal. Their fields are private and only this crate makes them: a database function
//! that asks for a grant cannot be called before the decision was taken.

use crate::{OwnSlot, Viewer};
use evenhand_shared::{AssignmentId, LoopId, PersonId};

/// The right to read and write one card as its author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnCardGrant {
    assignment: AssignmentId,
}

impl OwnCardGrant {
    /// The card, when `author` of the assignment is the viewer; nobody else can ever hold this grant (B07).
    #[must_use]
    pub fn for_author(viewer: &Viewer, assignment: &AssignmentId, author: &PersonId) -> Option<Self> {
        (viewer.id() == author).then(|| Self { assignment: assignment.clone() })
    }

    /// The card.
    #[must_use]
    pub const fn assignment(&self) -> &AssignmentId {
        &self.assignment
    }
}

/// The right to see how far a loop is: states of cards, never their content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgressGrant {
    pub(crate) loop_id: LoopId,
}

impl ProgressGrant {
    /// The loop.
    #[must_use]
    pub const fn loop_id(&self) -> &LoopId {
        &self.loop_id
    }
}

/// The right to read the submitted cards of one loop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PacketGrant {
    pub(crate) loop_id: LoopId,
    pub(crate) partial: bool,
}

impl PacketGrant {
    /// The loop.
    #[must_use]
    pub const fn loop_id(&self) -> &LoopId {
        &self.loop_id
    }

    /// True between panelists before the panel is complete: cards without means (S8).
    #[must_use]
    pub const fn partial(&self) -> bool {
        self.partial
    }
}

/// The right to read the cards of both sides of one shadowed interview (S14).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparisonGrant {
    pub(crate) mine: AssignmentId,
}

impl ComparisonGrant {
    /// The viewer's own place on the interview.
    #[must_use]
    pub const fn mine(&self) -> &AssignmentId {
        &self.mine
    }
}

/// The system's own right to count what is in, for the release rule alone (S6). Nothing of it is ever sent to anyone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealGrant(());

impl SealGrant {
    /// For the job that lets seals fall.
    #[must_use]
    pub const fn for_the_sealing_job() -> Self {
        Self(())
    }
}

/// Whether any of the viewer's own places makes them a closed panelist of this loop: an own card that is in or
/// withdrawn, or an asked-for unblinding.
pub(crate) fn closed_panelist(own: &[OwnSlot], loop_id: &LoopId) -> bool {
    own.iter().any(|slot| &slot.loop_id == loop_id && (slot.has_closed_by_card() || slot.unblinded))
}
