//! Access to loops and packets (`semantics.md` S5 to S9 and §7).

use crate::{
    OwnSlot, Standing, blind_in_loop,
    grant::{ComparisonGrant, PacketGrant, ProgressGrant, closed_panelist},
    standing,
};
use evenhand_shared::{AssignmentId, LoopId, plan::RevealRule};

/// What a person may do on a job: membership of its hiring team and the matching role, both held now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JobRights {
    /// Recruiter of this job.
    pub recruiter: bool,
    /// Hiring manager of this job.
    pub hiring_manager: bool,
}

impl JobRights {
    /// No right at all.
    pub const NONE: Self = Self { recruiter: false, hiring_manager: false };

    /// These rights and those together.
    #[must_use]
    pub const fn and(self, more: Self) -> Self {
        Self {
            recruiter: self.recruiter || more.recruiter,
            hiring_manager: self.hiring_manager || more.hiring_manager,
        }
    }

    /// On the hiring team in any part.
    #[must_use]
    pub const fn team(self) -> bool {
        self.recruiter || self.hiring_manager
    }
}

/// Whether the loop was released. Loaded only after the viewer's own rows say that they may ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReleaseFact {
    /// Not yet.
    Sealed,
    /// Released.
    Released,
}

/// What a viewer may do with a loop's page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LoopAccess {
    /// Absent.
    Hidden,
    /// On the team, but left this panel without a card: the page only after the release (S5).
    AfterRelease(ProgressGrant),
    /// On the team and not blind here.
    Team(ProgressGrant),
}

/// Decides on the loop's page from the viewer's own rows and their rights on the job. Reads nothing sealed.
#[must_use]
pub fn loop_access(own: &[OwnSlot], rights: JobRights, loop_id: &LoopId) -> LoopAccess {
    if standing(own) == Standing::Open || !rights.team() {
        return LoopAccess::Hidden;
    }
    let grant = ProgressGrant { loop_id: loop_id.clone() };
    if blind_in_loop(own, loop_id) { LoopAccess::AfterRelease(grant) } else { LoopAccess::Team(grant) }
}

/// What a viewer may read of a packet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PacketAccess {
    /// Absent, whether or not there is anything.
    Hidden,
    /// The submitted cards.
    Granted(PacketGrant),
}

/// First half of the decision, from the viewer's own rows and rights: may this viewer ask about the release at all?
/// While it says no, neither the release nor any card may be read for them.
#[must_use]
pub fn may_ask_for_packet(own: &[OwnSlot], rights: JobRights, loop_id: &LoopId) -> bool {
    standing(own) != Standing::Open && (rights.team() || closed_panelist(own, loop_id))
}

/// Decides on the packet (S7, S8, S15). `glass_broken` says that the viewer broke the glass less than an hour ago. `release` is asked for only when [`may_ask_for_packet`] agrees.
#[must_use]
pub fn packet_access(
    own: &[OwnSlot],
    rights: JobRights,
    loop_id: &LoopId,
    rule: RevealRule,
    release: impl FnOnce() -> ReleaseFact,
    glass_broken: bool,
) -> PacketAccess {
    if !may_ask_for_packet(own, rights, loop_id) {
        return PacketAccess::Hidden;
    }
    if release() == ReleaseFact::Released {
        return PacketAccess::Granted(PacketGrant { loop_id: loop_id.clone(), partial: false });
    }
    let own_card_in = own.iter().any(|slot| {
        &slot.loop_id == loop_id && slot.state.stands() && slot.card == crate::OwnCard::Submitted
    });
    if rule == RevealRule::OwnSubmitted && own_card_in {
        return PacketAccess::Granted(PacketGrant { loop_id: loop_id.clone(), partial: true });
    }
    // S15: submitted cards alone, for a member of the team who is not blind there and whose hour is not over.
    if glass_broken && rights.team() && !blind_in_loop(own, loop_id) {
        return PacketAccess::Granted(PacketGrant { loop_id: loop_id.clone(), partial: true });
    }
    PacketAccess::Hidden
}

/// What breaking the glass of a loop means for a member of its team (S15).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GlassAccess {
    /// Absent.
    Hidden,
    /// Left this panel without a card: absent until the release (S5).
    AfterRelease,
    /// Not blind here: nothing is exposed by it.
    Free,
    /// Owes these cards: the own blindness ends with it, at once and on all of them, and the cards are exposed.
    Exposing(Vec<AssignmentId>),
}

/// Decides from the viewer's own rows and their rights on the job. For whoever is open nothing else may be read before they are exposed.
#[must_use]
pub fn glass_access(own: &[OwnSlot], rights: JobRights, loop_id: &LoopId) -> GlassAccess {
    let owed: Vec<&OwnSlot> = own.iter().filter(|slot| slot.is_open()).collect();
    let owes_here = owed.iter().any(|slot| &slot.loop_id == loop_id);
    if !rights.team() || !(owed.is_empty() || owes_here) {
        // Whoever is open through another loop does not learn by trying that this one exists.
        GlassAccess::Hidden
    } else if owes_here {
        GlassAccess::Exposing(owed.into_iter().map(|slot| slot.assignment.clone()).collect())
    } else if blind_in_loop(own, loop_id) {
        GlassAccess::AfterRelease
    } else {
        GlassAccess::Free
    }
}

/// S14: decides on comparing the own card with that of the other side of a shadowed interview. `mine` is the viewer's own place on it.
/// The release is asked for only when the viewer is closed on the candidate and their own card is in.
#[must_use]
pub fn comparison_access(
    own: &[OwnSlot],
    mine: &AssignmentId,
    release: impl FnOnce(&LoopId) -> ReleaseFact,
) -> Option<ComparisonGrant> {
    if standing(own) == Standing::Open {
        return None;
    }
    let slot = own.iter().find(|slot| &slot.assignment == mine)?;
    let card_in = slot.state.stands() && slot.card == crate::OwnCard::Submitted;
    (card_in && release(&slot.loop_id) == ReleaseFact::Released)
        .then(|| ComparisonGrant { mine: mine.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::OwnCard;
    use evenhand_shared::loops::SlotState;

    const RECRUITER: JobRights = JobRights { recruiter: true, hiring_manager: false };
    const MANAGER: JobRights = JobRights { recruiter: false, hiring_manager: true };

    fn slot(state: SlotState, card: OwnCard, unblinded: bool) -> OwnSlot {
        OwnSlot { assignment: "a".into(), loop_id: "l".into(), state, card, unblinded }
    }

    fn packet(own: &[OwnSlot], rights: JobRights, rule: RevealRule, release: ReleaseFact) -> Option<bool> {
        match packet_access(own, rights, &"l".into(), rule, || release, false) {
            PacketAccess::Hidden => None,
            PacketAccess::Granted(grant) => Some(grant.partial()),
        }
    }

    #[test]
    fn s05_an_open_card_suspends_every_other_right() {
        let own = [slot(SlotState::Accepted, OwnCard::Draft, false)];
        for rights in [JobRights::NONE, RECRUITER, MANAGER] {
            assert_eq!(loop_access(&own, rights, &"l".into()), LoopAccess::Hidden);
            for release in [ReleaseFact::Sealed, ReleaseFact::Released] {
                assert_eq!(packet(&own, rights, RevealRule::PanelComplete, release), None);
                assert_eq!(packet(&own, rights, RevealRule::OwnSubmitted, release), None);
            }
        }
    }

    #[test]
    fn s38_the_release_is_never_read_for_an_open_viewer() {
        let own = [slot(SlotState::Accepted, OwnCard::Sealing, false)];
        let access = packet_access(
            &own,
            MANAGER,
            &"l".into(),
            RevealRule::PanelComplete,
            || unreachable!("the release was read"),
            true,
        );
        assert_eq!(access, PacketAccess::Hidden);
    }

    #[test]
    fn s07_release_reaches_closed_people_only() {
        let closed = [slot(SlotState::Accepted, OwnCard::Submitted, false)];
        for rule in [RevealRule::PanelComplete, RevealRule::DebriefOpened] {
            assert_eq!(packet(&closed, JobRights::NONE, rule, ReleaseFact::Sealed), None);
            assert_eq!(packet(&closed, JobRights::NONE, rule, ReleaseFact::Released), Some(false));
        }
        assert_eq!(packet(&[], RECRUITER, RevealRule::PanelComplete, ReleaseFact::Released), Some(false));
        assert_eq!(packet(&[], RECRUITER, RevealRule::PanelComplete, ReleaseFact::Sealed), None);
        assert_eq!(packet(&[], JobRights::NONE, RevealRule::PanelComplete, ReleaseFact::Released), None);
    }

    #[test]
    fn s08_own_submitted_is_between_panelists_and_partial_until_complete() {
        let closed = [slot(SlotState::Accepted, OwnCard::Submitted, false)];
        let withdrawn = [slot(SlotState::Accepted, OwnCard::Withdrawn, false)];
        assert_eq!(
            packet(&closed, JobRights::NONE, RevealRule::OwnSubmitted, ReleaseFact::Sealed),
            Some(true)
        );
        assert_eq!(
            packet(&closed, JobRights::NONE, RevealRule::OwnSubmitted, ReleaseFact::Released),
            Some(false)
        );
        assert_eq!(packet(&withdrawn, JobRights::NONE, RevealRule::OwnSubmitted, ReleaseFact::Sealed), None);
        assert_eq!(packet(&[], MANAGER, RevealRule::OwnSubmitted, ReleaseFact::Sealed), None);
    }

    #[test]
    fn s05_removed_people_wait_for_the_release_whatever_role_follows() {
        let removed = [slot(SlotState::Cancelled, OwnCard::Draft, false)];
        assert!(matches!(loop_access(&removed, RECRUITER, &"l".into()), LoopAccess::AfterRelease(_)));
        assert!(matches!(loop_access(&removed, RECRUITER, &"other".into()), LoopAccess::Team(_)));
        assert_eq!(packet(&removed, JobRights::NONE, RevealRule::PanelComplete, ReleaseFact::Released), None);
        assert_eq!(packet(&removed, MANAGER, RevealRule::PanelComplete, ReleaseFact::Sealed), None);
        assert_eq!(packet(&removed, MANAGER, RevealRule::PanelComplete, ReleaseFact::Released), Some(false));
    }

    #[test]
    fn s07_joining_without_a_scorecard_opens_the_packet_after_the_release_only() {
        let joined = [slot(SlotState::Accepted, OwnCard::Draft, true)];
        assert_eq!(packet(&joined, JobRights::NONE, RevealRule::PanelComplete, ReleaseFact::Sealed), None);
        assert_eq!(
            packet(&joined, JobRights::NONE, RevealRule::PanelComplete, ReleaseFact::Released),
            Some(false)
        );
        assert_eq!(packet(&joined, JobRights::NONE, RevealRule::OwnSubmitted, ReleaseFact::Sealed), None);
    }

    #[test]
    fn s15_broken_glass_opens_submitted_cards_to_the_team_alone() {
        let glass = |own: &[OwnSlot], rights: JobRights| match packet_access(
            own,
            rights,
            &"l".into(),
            RevealRule::PanelComplete,
            || ReleaseFact::Sealed,
            true,
        ) {
            PacketAccess::Hidden => None,
            PacketAccess::Granted(grant) => Some(grant.partial()),
        };
        assert_eq!(glass(&[], RECRUITER), Some(true));
        assert_eq!(glass(&[], MANAGER), Some(true));
        assert_eq!(glass(&[], JobRights::NONE), None);
        // Open, or gone without a card: blind, whatever was asked for.
        assert_eq!(glass(&[slot(SlotState::Accepted, OwnCard::Draft, false)], MANAGER), None);
        assert_eq!(glass(&[slot(SlotState::Accepted, OwnCard::Sealing, false)], MANAGER), None);
        assert_eq!(glass(&[slot(SlotState::Declined, OwnCard::Draft, false)], MANAGER), None);
        assert_eq!(glass(&[slot(SlotState::Accepted, OwnCard::Submitted, false)], MANAGER), Some(true));
        assert_eq!(glass(&[slot(SlotState::Accepted, OwnCard::Submitted, false)], JobRights::NONE), None);
        assert_eq!(glass(&[slot(SlotState::Accepted, OwnCard::Draft, true)], MANAGER), Some(true));
    }

    #[test]
    fn s15_whoever_is_open_is_exposed_by_breaking_the_glass() {
        let here = slot(SlotState::Accepted, OwnCard::Draft, false);
        let mut elsewhere = slot(SlotState::Assigned, OwnCard::Sealing, false);
        (elsewhere.loop_id, elsewhere.assignment) = ("m".into(), "b".into());
        let left = slot(SlotState::Declined, OwnCard::Draft, false);
        let done = slot(SlotState::Accepted, OwnCard::Submitted, false);
        let of = |own: &[OwnSlot], rights| glass_access(own, rights, &"l".into());
        let both = [here.clone(), elsewhere.clone()];
        assert_eq!(of(&both, MANAGER), GlassAccess::Exposing(vec!["a".into(), "b".into()]));
        assert_eq!(of(&both, JobRights::NONE), GlassAccess::Hidden);
        assert_eq!(of(&[left.clone(), here], RECRUITER), GlassAccess::Exposing(vec!["a".into()]));
        // Who left this panel without a card waits for its release; while open elsewhere they do not even learn of that.
        assert_eq!(of(std::slice::from_ref(&left), RECRUITER), GlassAccess::AfterRelease);
        assert_eq!(of(&[left, elsewhere.clone()], RECRUITER), GlassAccess::Hidden);
        assert_eq!(of(&[elsewhere], RECRUITER), GlassAccess::Hidden);
        assert_eq!(of(&[done], RECRUITER), GlassAccess::Free);
        assert_eq!(of(&[], MANAGER), GlassAccess::Free);
        assert_eq!(of(&[], JobRights::NONE), GlassAccess::Hidden);
    }

    #[test]
    fn s14_the_comparison_opens_to_whoever_is_closed_after_the_release() {
        let done = slot(SlotState::Accepted, OwnCard::Submitted, false);
        let may = |own: &[OwnSlot], release| comparison_access(own, &"a".into(), |_| release).is_some();
        assert!(may(std::slice::from_ref(&done), ReleaseFact::Released));
        assert!(!may(std::slice::from_ref(&done), ReleaseFact::Sealed));
        assert!(!may(&[], ReleaseFact::Released));
        for own in [
            slot(SlotState::Accepted, OwnCard::Withdrawn, false),
            slot(SlotState::Accepted, OwnCard::Draft, true),
            slot(SlotState::Cancelled, OwnCard::Submitted, false),
        ] {
            assert!(!may(&[own], ReleaseFact::Released));
        }
        let mut second = slot(SlotState::Assigned, OwnCard::Draft, false);
        (second.loop_id, second.assignment) = ("m".into(), "b".into());
        let own = [done, second];
        let access = comparison_access(&own, &"a".into(), |_| unreachable!("the release was read"));
        assert_eq!(access, None);
    }

    #[test]
    fn roles_alone_open_nothing() {
        assert_eq!(loop_access(&[], JobRights::NONE, &"l".into()), LoopAccess::Hidden);
        assert!(matches!(loop_access(&[], RECRUITER, &"l".into()), LoopAccess::Team(_)));
    }
}
