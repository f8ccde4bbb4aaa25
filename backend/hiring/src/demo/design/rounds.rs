//! Two rounds for one candidate. Whoever has read the first writes a marked card in the second.

use crate::demo::{DAY, DemoLoop, HOUR, Mark, awaited, interview, interviewer, sealed_loop, submitted};

const PORTFOLIO: [Mark; 3] = [
    (
        "understanding-people",
        "4",
        "- 0:09 Payroll for shops with one employee: chose diaries over interviews because payday comes once a month.\n\
         - 0:21 Looked for owners who do not read German well, through a mosque and a football club. Their diaries changed the order of the first three pages.",
    ),
    (
        "craft",
        "4",
        "- 0:36 Error messages in her dictionary have a fixed build: what happened, what is safe, what to do. Read me three; none blames.\n\
         - 0:45 Long names wrap after the first name, by rule.",
    ),
    (
        "judging-results",
        "3",
        "- 0:16 Expected fewer calls on payday; they fell by a fifth. Named a holiday in between when I asked.",
    ),
];

const CRITIQUE: [Mark; 2] = [
    (
        "interaction-design",
        "3",
        "- 0:08 Walked through as the baker and stopped at \"legal form\". Would add a sentence there.\n\
         - 0:17 Saw that Back loses the address when I asked what could go wrong.",
    ),
    (
        "craft",
        "4",
        "- 0:29 Turned the page on documents into four lines that can be read aloud.\n\
         - 0:38 Found two words of ours for one thing: account and profile.",
    ),
];

const TOGETHER: [Mark; 2] = [
    (
        "working-with-engineers",
        "4",
        "- 0:05 Wanted live totals; an engineer showed that rounding is settled at night. They put \"about\" in front of the number and the true one into the morning mail.\n\
         - 0:14 Had shown the draft on the second day. A week later, she said, it would have been built.",
    ),
    (
        "judging-results",
        "4",
        "- 0:23 A tour for newcomers that nobody finished. Had said before that half should; it was one in twelve. Removed it and asked the twelfth.\n\
         - 0:33 The team now writes down what would count as failure.",
    ),
];

const EXERCISE: [Mark; 3] = [
    (
        "interaction-design",
        "4",
        "- 0:23 Compared asking later with asking less, by what each wants from the person at that moment.\n\
         - 0:49 On the telephone the camera opens only after a sentence that says why.",
    ),
    (
        "understanding-people",
        "3",
        "- 0:06 Would watch five people do it. Said when I asked that those who gave up are not among them.",
    ),
    (
        "working-with-engineers",
        "4",
        "- 1:01 Asked the engineer which of the six weeks buys the most, and took that one into the first version.\n\
         - 1:09 Would look at the real queue after a week, together.",
    ),
];

/// The first round: complete and released.
pub(super) fn esi_first() -> DemoLoop {
    let day = -21 * DAY;
    let interviews = vec![
        interview(
            "portfolio",
            day,
            "Video call",
            interviewer("wen", submitted(day + 100, &PORTFOLIO, "yes", "Writes as well as she draws.")),
        ),
        interview(
            "critique",
            day + 2 * HOUR,
            "Video call",
            interviewer(
                "aiko",
                submitted(
                    day + 200,
                    &CRITIQUE,
                    "yes",
                    "Strong on words. I would like to see her take a flow apart.",
                ),
            ),
        ),
        interview(
            "working-together",
            day + DAY,
            "Video call",
            interviewer(
                "tomas",
                submitted(day + DAY + 85, &TOGETHER, "strong_yes", "Shows early, and means it."),
            ),
        ),
    ];
    sealed_loop("esi", -24 * DAY, "Esi joins from Accra. A first round of three conversations.", interviews)
}

/// The second round: the hiring manager has read the first, and the card says so.
pub(super) fn esi_second() -> DemoLoop {
    let day = -2 * DAY - 2 * HOUR;
    let interviews = vec![
        interview(
            "design-exercise",
            day,
            "Room Ulme, two whiteboards",
            interviewer(
                "jules",
                submitted(
                    day + 140,
                    &EXERCISE,
                    "yes",
                    "Takes a flow apart calmly; the doubt of the first round is gone for me.",
                ),
            ),
        ),
        interview("working-together", DAY + 3 * HOUR, "Room Ulme", awaited("ines")),
    ];
    sealed_loop(
        "esi",
        -4 * DAY,
        "Esi visits us for a day. Please hold the conversations as the kits say.",
        interviews,
    )
}
