//! Opened early with a reason while one card is still missing.

use crate::demo::{
    DAY, DemoLoop, DemoOpening, HOUR, Mark, awaited, interview, interviewer, sealed_loop, submitted,
};

const PORTFOLIO: [Mark; 3] = [
    (
        "understanding-people",
        "5",
        "- 0:08 Traders left at the photo of the permit. The team thought of bad cameras; Chidi stood behind three stalls and saw that the permit hangs in the cousin's shop.\n\
         - 0:19 Tested it against the camera story: same telephones, permit at hand, nobody left.\n\
         - 0:24 The team then dropped the photo for loans under 50 a week.",
    ),
    (
        "craft",
        "3",
        "- 0:41 Large type, two sizes, no grey on grey. Icons came from three sets; he had noticed and not had the time.\n\
         - 0:47 A name of forty letters breaks the receipt; he showed me before I could.",
    ),
    (
        "judging-results",
        "4",
        "- 0:29 Wrote down in May that repayments must not fall when the photo goes; read them again in August. They fell by less than a tenth of a point.\n\
         - 0:33 Said unasked that August is a good month for traders.",
    ),
];

const EXERCISE: [Mark; 3] = [
    (
        "interaction-design",
        "4",
        "- 0:21 Asked what we would do with the proof if we had it. Then sketched a way without it for the first month.\n\
         - 0:44 On the telephone: one question, a large button, and a sentence that says when we will ask again.",
    ),
    (
        "understanding-people",
        "4",
        "- 0:04 Wanted to hear five calls to support before drawing. I read two to him; he changed his first question after the second.\n\
         - 0:12 Missing from that, he said, are people who never call.",
    ),
    (
        "working-with-engineers",
        "4",
        "- 1:03 \"What is in the six weeks?\" I listed it. He cut two of the four parts and kept the point; we ended at ten days.",
    ),
];

const CRITIQUE: [Mark; 2] = [
    (
        "interaction-design",
        "3",
        "- 0:05 Noticed the order of pages two and three, and that Back loses the address.\n\
         - 0:16 Chose to change Back first, because it punishes the careful ones.",
    ),
    (
        "craft",
        "2",
        "- 0:28 Moved the list of documents up and left the rest of the page as it was.\n\
         - 0:37 Used two styles of headings next to each other; agreed when I pointed at it.",
    ),
];

/// Chidi Eze's loop.
pub(super) fn chidi() -> DemoLoop {
    let day = -4 * DAY;
    let next = -3 * DAY;
    let interviews = vec![
        interview(
            "portfolio",
            day,
            "Video call",
            interviewer(
                "wen",
                submitted(
                    day + 110,
                    &PORTFOLIO,
                    "strong_yes",
                    "Looks until the obvious explanation falls over. The pictures can be learnt.",
                ),
            ),
        ),
        interview(
            "design-exercise",
            day + 90,
            "Video call, shared board open",
            interviewer(
                "aiko",
                submitted(
                    day + 205,
                    &EXERCISE,
                    "yes",
                    "Cuts scope like a product manager and keeps the person in it.",
                ),
            ),
        ),
        interview(
            "critique",
            next,
            "Video call",
            interviewer(
                "dele",
                submitted(
                    next + 70,
                    &CRITIQUE,
                    "no",
                    "Sees what hurts people; the pages he leaves behind are uneven.",
                ),
            ),
        ),
        interview("working-together", next + 2 * HOUR, "Video call", awaited("ines")),
    ];
    let opened = DemoOpening {
        at: -20 * HOUR,
        reason: "Chidi has an offer elsewhere that ends tomorrow evening. Three of four scorecards are in, and Ines has asked for time until the end of the week.".into(),
    };
    let sealed = sealed_loop(
        "chidi",
        -8 * DAY,
        "Chidi joins from Lagos; the connection is better before noon.",
        interviews,
    );
    DemoLoop { opened: Some(opened), ..sealed }
}
