//! The candidate did not come to the second conversation: the rest was called off, and nothing was released by it.

use crate::demo::{
    DAY, DemoFate, DemoLoop, HOUR, Mark, awaited, interview, interviewer, sealed_loop, submitted, void,
};

const LEADING: [Mark; 2] = [
    (
        "leading-people",
        "3",
        "- 0:09 From two people to nine: hired for patience, and told of one who had it and could not write. Gave her the telephone and an hour a week of reading together.\n\
         - 0:26 Two of the nine plan the week now.",
    ),
    (
        "difficult-conversations",
        "2",
        "- 0:40 A colleague who answered rudely at night. She changed his shift and did not tell him why.\n\
         - 0:48 \"He noticed himself\"; what was agreed she could not say.",
    ),
];

/// Farah Siddiqui's loop.
pub(super) fn farah() -> DemoLoop {
    let second = -6 * DAY;
    let called_off = DemoFate::Cancelled { at: second + 3 * HOUR };
    let interviews = vec![
        interview(
            "leading-a-team",
            -7 * DAY,
            "Video call",
            interviewer(
                "marta",
                submitted(
                    -7 * DAY + 100,
                    &LEADING,
                    "no",
                    "Builds teams; still steps around the conversation that is due.",
                ),
            ),
        ),
        void(
            DemoFate::NoShow { at: second + 30 },
            interview("casework", second, "Video call", awaited("ruth")),
        ),
        void(called_off, interview("operations", second + DAY, "Video call", awaited("aiko"))),
        void(called_off, interview("across-teams", second + DAY + 90, "Video call", awaited("dele"))),
    ];
    sealed_loop("farah", -10 * DAY, "Farah joins from Karachi, after her working day.", interviews)
}
