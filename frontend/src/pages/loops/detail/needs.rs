//! What a loop needs from the hiring team now, the most pressing first: read from who is due, never from what they wrote.

use evenhand_shared::{
    Timestamp,
    acts::{LoopRequest, RequestKind, RequestState},
    loops::{CardProgress, InterviewDetail, LoopDetail, SlotDetail, SlotKind, SlotState},
    time::DAY,
};
use std::rc::Rc;

/// Something to do.
#[derive(Clone, PartialEq, Debug)]
pub enum Need {
    /// All required cards are in, and the loop is sealed.
    Complete,
    /// A required card was withdrawn: the loop cannot become complete by itself.
    Withdrawn(SlotDetail, Rc<InterviewDetail>),
    /// A panelist asks for more time.
    Time(LoopRequest),
    /// A card is late.
    Late(SlotDetail, Rc<InterviewDetail>),
    /// A required place was declined and nobody has it.
    Free {
        /// The place.
        slot: SlotDetail,
        /// Its interview.
        interview: Rc<InterviewDetail>,
        /// Its holder knows the candidate.
        knows: bool,
    },
    /// An interview with nobody on it.
    Empty(Rc<InterviewDetail>),
    /// An interview without a time.
    NoTime(Rc<InterviewDetail>),
    /// Somebody has not said yes or no.
    Silent(SlotDetail, Rc<InterviewDetail>),
    /// A colleague was asked to take over and has not answered.
    Swap(LoopRequest),
    /// A card is being written.
    Due(SlotDetail, Rc<InterviewDetail>),
}

impl Need {
    const fn rank(&self) -> u8 {
        match self {
            Self::Complete => 0,
            Self::Time(_) => 1,
            Self::Late(..) => 2,
            Self::Free { .. } => 3,
            Self::Empty(_) => 4,
            Self::Withdrawn(..) => 5,
            Self::NoTime(_) => 6,
            Self::Silent(..) => 7,
            Self::Swap(_) => 8,
            Self::Due(..) => 9,
        }
    }

    /// What orders needs of one kind.
    fn time(&self) -> Option<Timestamp> {
        match self {
            Self::Complete | Self::Withdrawn(..) => None,
            Self::Time(request) | Self::Swap(request) => Some(request.at),
            Self::Late(slot, _) | Self::Due(slot, _) => slot.due_at,
            Self::Silent(slot, _) => Some(slot.asked_at),
            Self::Free { interview, .. } => interview.starts_at,
            Self::Empty(interview) | Self::NoTime(interview) => interview.starts_at,
        }
    }
}

/// Whether an interview has begun.
pub fn begun(interview: &InterviewDetail, now: Timestamp) -> bool {
    interview.starts_at.is_some_and(|at| at <= now)
}

/// Whether its card is still owed.
pub const fn owes(slot: &SlotDetail) -> bool {
    slot.state.stands() && matches!(slot.card, CardProgress::Due | CardProgress::Overdue)
}

/// Whether the panel waits for a card that will never come.
pub const fn spent(slot: &SlotDetail) -> bool {
    slot.required && slot.state.stands() && matches!(slot.card, CardProgress::Withdrawn)
}

/// Everything the loop needs, the most pressing first.
pub fn needs(detail: &LoopDetail, now: Timestamp) -> Vec<Need> {
    let mut all = Vec::new();
    let progress = detail.row.progress;
    if detail.release.is_none() && progress.required > 0 && progress.submitted >= progress.required {
        all.push(Need::Complete);
    }
    for request in detail.requests.iter().filter(|request| request.state == RequestState::Asked) {
        match request.kind {
            RequestKind::MoreTime => all.push(Need::Time(request.clone())),
            RequestKind::Swap => all.push(Need::Swap(request.clone())),
            RequestKind::Knows | RequestKind::Exchange => {}
        }
    }
    for interview in detail.interviews.iter().filter(|interview| !interview.cancelled) {
        of_interview(detail, interview, now, &mut all);
    }
    all.sort_by_key(|need| (need.rank(), need.time()));
    all
}

fn of_interview(detail: &LoopDetail, interview: &InterviewDetail, now: Timestamp, all: &mut Vec<Need>) {
    let shared = Rc::new(interview.clone());
    let begun = begun(interview, now);
    for slot in &interview.panel {
        if slot.state == SlotState::Declined && slot.required {
            let knows = detail
                .requests
                .iter()
                .any(|request| request.assignment_id == slot.id && request.kind == RequestKind::Knows);
            all.push(Need::Free { slot: slot.clone(), interview: shared.clone(), knows });
        } else if spent(slot) && detail.release.is_none() {
            all.push(Need::Withdrawn(slot.clone(), shared.clone()));
        } else if owes(slot) && slot.card == CardProgress::Overdue {
            all.push(Need::Late(slot.clone(), shared.clone()));
        } else if owes(slot) && begun {
            all.push(Need::Due(slot.clone(), shared.clone()));
        } else if slot.state == SlotState::Assigned && !begun {
            let soon = interview.starts_at.is_some_and(|at| at.since(now) < DAY);
            if soon || now.since(slot.asked_at) >= DAY {
                all.push(Need::Silent(slot.clone(), shared.clone()));
            }
        }
    }
    let held = interview.panel.iter().any(|slot| {
        slot.kind != SlotKind::Shadow && (slot.state.stands() || slot.state == SlotState::Declined)
    });
    if !held {
        // Where the candidate did not come nobody has to be found.
        if interview.panel.iter().all(|slot| slot.state != SlotState::NoShow) {
            all.push(Need::Empty(shared));
        }
    } else if interview.starts_at.is_none() {
        all.push(Need::NoTime(shared));
    }
}

#[cfg(test)]
mod tests;
