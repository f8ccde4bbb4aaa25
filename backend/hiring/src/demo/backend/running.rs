//! Sealed loops: one overdue, one half submitted, one just started.

use crate::demo::{
    DAY, DemoInterview, DemoLoop, HOUR, Mark, asked, awaited, interview, interviewer, submitted,
};
use evenhand_shared::plan::RevealRule;

const ELENA_CODING: [Mark; 3] = [
    (
        "problem-solving",
        "3",
        "- 0:09 Fixed the first test by reading it closely; needed a hint that the second input was empty.\n\
         - 0:26 Named two more edge cases once she had seen the first.",
    ),
    (
        "code-quality",
        "4",
        "- 0:34 Renamed before she changed anything, in a commit of its own.\n\
         - 0:50 The new rule is one type with its own tests; refuses a batch without a currency.",
    ),
    (
        "collaboration",
        "4",
        "- 0:18 Asked me to type for a while so that she could read.\n\
         - 1:01 Took my proposal apart into two questions and agreed with one of them.",
    ),
];

const ELENA_PAST: [Mark; 4] = [
    (
        "system-design",
        "3",
        "- 0:10 A booking system for clinics; explained where appointments live and who may change them.\n\
         - 0:17 Retries after a failure could book twice; saw it when asked and proposed a key.",
    ),
    (
        "problem-solving",
        "4",
        "- 0:24 Reminders that came twice on Mondays. Made a table of what differed between the days and crossed out rows.\n\
         - 0:31 Two schedulers after a failed deployment; checked by starting a third on purpose.",
    ),
    (
        "code-quality",
        "4",
        "- 0:39 Three teams changed her calendar module after she left it; she had asked them how it went.",
    ),
    (
        "running-services",
        "3",
        "- 0:47 Took the booking page down for twenty minutes with a migration. Noticed on the error rate within two.\n\
         - 0:54 Migrations now run in two steps there.",
    ),
];

const ELENA_TOGETHER: [Mark; 2] = [
    (
        "collaboration",
        "4",
        "- 0:08 Disagreed with a doctor about a warning text. Sat in the practice for a morning, then rewrote it with her.\n\
         - 0:20 Names the nurse who now writes such texts herself.",
    ),
    (
        "working-with-ambiguity",
        "4",
        "- 0:29 \"Fewer missed appointments\" as the whole task. Asked which ones cost most: first visits.\n\
         - 0:37 Set a date after four weeks to stop if nothing changed, and told the practice so.",
    ),
];

/// Three of four are in; the design interview's card is overdue.
pub(super) fn elena() -> DemoLoop {
    let day = -3 * DAY;
    DemoLoop {
        candidate: "elena".into(),
        started: -6 * DAY,
        reveal: RevealRule::PanelComplete,
        brief: "Elena comes from medical software and is new to payments.".into(),
        interviews: vec![
            interview(
                "paired-coding",
                day,
                "Room Ahorn",
                interviewer(
                    "ines",
                    submitted(
                        day + 105,
                        &ELENA_CODING,
                        "yes",
                        "Tidies first, then changes. Would pair with her tomorrow.",
                    ),
                ),
            ),
            interview("system-design", day + 120, "Room Ahorn", awaited("tomas")),
            interview(
                "past-work",
                day + 200,
                "Room Ahorn",
                interviewer(
                    "dele",
                    submitted(
                        day + 290,
                        &ELENA_PAST,
                        "yes",
                        "Methodical. Payments would be new, failure is not.",
                    ),
                ),
            ),
            interview(
                "working-together",
                day + DAY,
                "Video call",
                interviewer(
                    "aiko",
                    submitted(
                        day + DAY + 80,
                        &ELENA_TOGETHER,
                        "strong_yes",
                        "Goes and looks before she decides.",
                    ),
                ),
            ),
        ],
        opened: None,
    }
}

const JONAS_CODING: [Mark; 3] = [
    (
        "problem-solving",
        "2",
        "- 0:08 Changed the comparison, then the sort, then both; could not say what the second change was for.\n\
         - 0:22 Found the path after two hints. Did not try an empty batch.",
    ),
    (
        "code-quality",
        "3",
        "- 0:40 Names are good and the function is short.\n\
         - 0:51 Two tests without being asked; none for a mixed batch.",
    ),
    (
        "collaboration",
        "3",
        "- 0:30 Talks while he works, easy to follow.\n\
         - 1:02 Tried my proposal and kept it.",
    ),
];

const JONAS_DESIGN: [Mark; 3] = [
    (
        "system-design",
        "3",
        "- 0:15 Separated taking orders from sending and said who owns the state.\n\
         - 0:31 Second confirmation handled when asked; retry after a crash could send twice.",
    ),
    (
        "running-services",
        "4",
        "- 0:42 Decided on three signals before drawing the last box.\n\
         - 0:51 Told an outage as a chain of four causes and which one was removed.",
    ),
    (
        "working-with-ambiguity",
        "3",
        "- 0:02 Asked what the partners need it for; wrote his assumptions at the edge of the board.",
    ),
];

/// Two of four are in; the other interviews lie ahead.
pub(super) fn jonas() -> DemoLoop {
    let day = -DAY - 4 * HOUR;
    DemoLoop {
        candidate: "jonas".into(),
        started: -4 * DAY,
        reveal: RevealRule::PanelComplete,
        brief: "Jonas works four days a week now and would like to keep that.".into(),
        interviews: vec![
            interview(
                "paired-coding",
                day,
                "Room Buche",
                interviewer(
                    "dele",
                    submitted(
                        day + 100,
                        &JONAS_CODING,
                        "no",
                        "Friendly, and guesses too long before looking.",
                    ),
                ),
            ),
            interview(
                "system-design",
                day + 120,
                "Room Buche",
                interviewer(
                    "tomas",
                    submitted(
                        day + 230,
                        &JONAS_DESIGN,
                        "yes",
                        "Has been on call and it shows, in a good way.",
                    ),
                ),
            ),
            interview("past-work", DAY - 2 * HOUR, "Video call", awaited("ines")),
            interview("working-together", DAY, "Video call", awaited("ruth")),
        ],
        opened: None,
    }
}

/// Just started: nothing is in, one time is not agreed yet.
pub(super) fn liam() -> DemoLoop {
    let open = DemoInterview { starts: None, ..interview("working-together", 0, "", asked("aiko")) };
    DemoLoop {
        candidate: "liam".into(),
        started: -2 * HOUR,
        reveal: RevealRule::PanelComplete,
        brief: "Liam comes back to work after two years of parental leave.".into(),
        interviews: vec![
            interview("paired-coding", 2 * DAY, "Room Buche", asked("ines")),
            interview("system-design", 2 * DAY + 120, "Room Buche", asked("tomas")),
            interview("past-work", 3 * DAY, "Video call", asked("dele")),
            open,
        ],
        opened: None,
    }
}
