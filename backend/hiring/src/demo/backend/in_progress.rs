//! A sealed loop in the middle of its interviews: two cards in, one being written, a colleague who shadows.

use crate::demo::{
    DAY, DemoCard, DemoInterview, DemoLoop, DemoSlot, HOUR, Mark, fields, interview, interviewer, submitted,
};
use evenhand_shared::{
    loops::{SlotKind, SlotState},
    plan::RevealRule,
};

const PRIYA_DESIGN: [Mark; 3] = [
    (
        "system-design",
        "5",
        "- 0:09 Wrote one line first: \"a payout is told exactly what the ledger says\", and checked each box against it.\n\
         - 0:22 Confirmation twice, crash between send and store, partner answers late: each one settled by the same position in the ledger.\n\
         - 0:37 Five steps from today's system; said which of them cannot be undone and put it last.",
    ),
    (
        "running-services",
        "4",
        "- 0:45 Age per partner with a budget over four weeks.\n\
         - 0:52 Would let a partner fall behind rather than all of them.",
    ),
    (
        "working-with-ambiguity",
        "4",
        "- 0:02 First question: do partners ask us, or do we tell them? It changes everything, she said, and it does.\n\
         - 0:06 Will look at the assumption about volume again after the first month.",
    ),
];

const PRIYA_TOGETHER: [Mark; 2] = [
    (
        "collaboration",
        "3",
        "- 0:09 Disagreement about naming, settled by a vote. Had little to say about the other side's reasons.\n\
         - 0:22 Helped a new colleague through the first release; described what she showed him.",
    ),
    (
        "working-with-ambiguity",
        "4",
        "- 0:28 Started a prototype to find out what the fraud team really wanted, with an end after five days.\n\
         - 0:35 Threw it away on day four because the question was answered.",
    ),
];

/// Notes from the running conversation: a draft that nobody but its author can read.
const PRIYA_DRAFT: [Mark; 2] = [
    (
        "system-design",
        "4",
        "- 0:06 Fraud checks: from a check in each service to one that all ask.\n\
         - 0:13 Her decision: answer \"not yet\" instead of waiting.",
    ),
    ("problem-solving", "", "- 0:21 Scores that drifted over a weekend; began with what had not changed.\n"),
];

/// Two of four are in, one is being written; a colleague shadows.
pub(super) fn priya() -> DemoLoop {
    let day = -20 * HOUR;
    let shadow = DemoSlot {
        person: "ruth".into(),
        kind: SlotKind::Shadow,
        required: false,
        state: SlotState::Accepted,
        took_over: None,
        card: DemoCard::Untouched,
    };
    let design =
        submitted(day + 150, &PRIYA_DESIGN, "strong_yes", "The clearest design I have seen for this task.");
    DemoLoop {
        candidate: "priya".into(),
        started: -3 * DAY,
        reveal: RevealRule::PanelComplete,
        brief: "Priya is with us in person on both days.".into(),
        interviews: vec![
            DemoInterview {
                panel: vec![interviewer("tomas", design), shadow],
                ..interview("system-design", day, "Room Linde", interviewer("tomas", DemoCard::Untouched))
            },
            interview(
                "working-together",
                day + 90,
                "Room Linde",
                interviewer(
                    "aiko",
                    submitted(
                        day + 240,
                        &PRIYA_TOGETHER,
                        "yes",
                        "Decides by small trials. Less at ease with people than with questions.",
                    ),
                ),
            ),
            interview(
                "past-work",
                -90,
                "Room Linde",
                interviewer("ines", DemoCard::Draft { fields: fields(&PRIYA_DRAFT, "", "") }),
            ),
            interview("paired-coding", 3 * HOUR, "Room Linde", interviewer("dele", DemoCard::Untouched)),
        ],
        opened: None,
    }
}
