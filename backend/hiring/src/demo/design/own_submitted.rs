//! Panelists who have sealed their own card read the others' as they come in. The hiring manager is on the panel and owes one.

use crate::demo::{
    DAY, DemoInterview, DemoLoop, DemoSlot, HOUR, Mark, awaited, interview, interviewer, sealed_loop,
    submitted,
};
use evenhand_shared::{loops::SlotKind, plan::RevealRule};

const EXERCISE: [Mark; 3] = [
    (
        "interaction-design",
        "5",
        "- 0:19 Threw both sketches away: \"we ask for the address twice, once as proof and once as a fact\". One question for both, and the proof comes with the first letter we send anyway.\n\
         - 0:38 Where it breaks: a business that moves in its first week. Drew the way for that one.\n\
         - 0:52 Did the walk through with the screen off, by ear.",
    ),
    (
        "understanding-people",
        "4",
        "- 0:06 Would look at the hour of day first: people without papers at hand stop in the evening.\n\
         - 0:13 Would include three people who use a screen reader, and knows where to ask.",
    ),
    (
        "working-with-engineers",
        "3",
        "- 1:04 Took the week, not the six, and wrote the message people see meanwhile.\n\
         - 1:08 Offered to sit with the engineer; had no question about the six weeks.",
    ),
];

/// By the one who led the conversation, for the first time.
const CRITIQUE_LED: [Mark; 2] = [
    (
        "interaction-design",
        "4",
        "- 0:07 Turnover before benefit: found it on the first reading.\n\
         - 0:12 Tab order jumps from the address to the footer. Nobody had told us.",
    ),
    (
        "craft",
        "4",
        "- 0:26 Rewrote the hint on documents as a question people ask themselves.\n\
         - 0:34 Contrast of the hint is 3.9; she read it off and gave the darker grey of our own set.",
    ),
];

/// By the colleague who observed; this is the one that counts.
const CRITIQUE_OBSERVED: [Mark; 2] = [
    (
        "interaction-design",
        "4",
        "- 0:12 Went through all four pages by keyboard before using the mouse; listed three traps.\n\
         - 0:18 Would first change the page after which most people leave, and asked us which that is.",
    ),
    (
        "craft",
        "5",
        "- 0:26 Took words out of the hint until only the question was left, then removed the icon, too.\n\
         - 0:33 Showed a timetable by a colleague that became simpler with the same rule.\n\
         - 0:37 Tried it with a name in Vietnamese and one of 41 letters.",
    ),
];

/// Dana Friedman's loop.
pub(super) fn dana() -> DemoLoop {
    let day = -2 * DAY;
    let led = interviewer(
        "ruth",
        submitted(
            day + 180,
            &CRITIQUE_LED,
            "strong_yes",
            "I learnt about our own product while interviewing.",
        ),
    );
    let observer = DemoSlot {
        kind: SlotKind::ReverseShadow,
        ..interviewer(
            "aiko",
            submitted(day + 225, &CRITIQUE_OBSERVED, "strong_yes", "Exact without being hard on anybody."),
        )
    };
    let interviews = vec![
        interview(
            "design-exercise",
            day,
            "Room Esche, two whiteboards",
            interviewer(
                "wen",
                submitted(day + 130, &EXERCISE, "strong_yes", "Removes the step instead of polishing it."),
            ),
        ),
        DemoInterview {
            panel: vec![led, observer],
            ..interview("critique", day + 120, "Room Esche", awaited("ruth"))
        },
        interview("portfolio", -3 * HOUR, "Video call", awaited("jules")),
        interview("working-together", DAY + 90, "Video call", awaited("dele")),
    ];
    let planned = sealed_loop(
        "dana",
        -5 * DAY,
        "Dana would like the questions as text in advance where they are fixed anyway; they were sent to her.",
        interviews,
    );
    DemoLoop { reveal: RevealRule::OwnSubmitted, ..planned }
}
