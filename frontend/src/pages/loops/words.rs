//! The states of slots and cards in words.

use crate::components::tag::{Tag, Tone};
use evenhand_shared::{
    loops::{CardProgress, SlotKind, SlotState},
    plan::RevealRule,
};
use yew::prelude::*;

/// Every reveal rule.
pub const RULES: [RevealRule; 3] =
    [RevealRule::PanelComplete, RevealRule::DebriefOpened, RevealRule::OwnSubmitted];

/// Every part in an interview.
pub const KINDS: [SlotKind; 3] = [SlotKind::Interviewer, SlotKind::Shadow, SlotKind::ReverseShadow];

/// A part in words.
pub const fn kind_words(kind: SlotKind) -> &'static str {
    match kind {
        SlotKind::Interviewer => "Interviewer",
        SlotKind::Shadow => "Shadow",
        SlotKind::ReverseShadow => "Reverse shadow",
    }
}

/// What happened to a place.
pub const fn state_words(state: SlotState) -> &'static str {
    match state {
        SlotState::Assigned => "Asked",
        SlotState::Accepted => "Accepted",
        SlotState::Declined => "Declined",
        SlotState::NoShow => "Candidate did not come",
        SlotState::Cancelled => "Cancelled",
        SlotState::Replaced => "Replaced",
    }
}

/// Progress of a card.
pub fn card_tag(card: CardProgress) -> Html {
    match card {
        CardProgress::None => html! { <span class="faint">{"Nothing owed"}</span> },
        CardProgress::Due => html! { <Tag>{"Due"}</Tag> },
        CardProgress::Overdue => html! { <Tag tone={Tone::Warn}>{"Overdue"}</Tag> },
        CardProgress::Submitted => html! { <Tag tone={Tone::Good}>{"Sealed"}</Tag> },
        CardProgress::Withdrawn => html! { <Tag>{"Withdrawn"}</Tag> },
    }
}
