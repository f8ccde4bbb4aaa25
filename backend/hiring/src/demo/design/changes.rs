//! Just started, and the roster has changed twice already: one place was declined, another taken over.

use crate::demo::{DAY, DemoInterview, DemoLoop, DemoSlot, HOUR, asked, awaited, interview, sealed_loop};
use evenhand_shared::loops::SlotState;

/// Nothing is in. Somebody must be found for the last conversation.
pub(super) fn ayumi() -> DemoLoop {
    let started = -DAY - 3 * HOUR;
    let replaced = DemoSlot { state: SlotState::Replaced, ..asked("ruth") };
    let successor = DemoSlot { took_over: Some(started + 4 * HOUR), ..awaited("dele") };
    let declined = DemoSlot { state: SlotState::Declined, ..asked("ines") };
    sealed_loop(
        "ayumi",
        started,
        "Ayumi has one afternoon a week with child care: Thursday. All four conversations fit into two of them.",
        vec![
            interview("portfolio", DAY + 2 * HOUR, "Video call", awaited("wen")),
            interview("design-exercise", DAY + 4 * HOUR, "Video call, shared board open", asked("aiko")),
            DemoInterview {
                panel: vec![replaced, successor],
                ..interview("critique", 8 * DAY + 2 * HOUR, "Video call", asked("ruth"))
            },
            interview("working-together", 8 * DAY + 4 * HOUR, "Video call", declined),
        ],
    )
}
