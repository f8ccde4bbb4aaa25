//! An interview was added while the loop was running: whoever may read it is told so.

use crate::demo::{
    DAY, DemoInterview, DemoLoop, HOUR, Mark, asked, awaited, interview, interviewer, sealed_loop, submitted,
};

const LEADING: [Mark; 2] = [
    (
        "leading-people",
        "3",
        "- 0:11 As deputy she had two newcomers. One wanted to be shown, one to be left alone; she did the one and then the other.\n\
         - 0:27 Gave feedback on the day, in one sentence: \"this answer made them write again\".",
    ),
    (
        "difficult-conversations",
        "3",
        "- 0:43 Told her lead that the refund handbook was not read by anybody, hers included. They threw half of it away together.",
    ),
];

const CASEWORK: [Mark; 3] = [
    (
        "service-judgement",
        "3",
        "- 0:13 Found the question behind the second message: not \"where is the refund\" but \"can I trust the date\". Answered that first.\n\
         - 0:25 Her exception holds for anyone who was given two dates.",
    ),
    (
        "difficult-conversations",
        "2",
        "- 0:38 Polite, apologised four times; when I asked what happens tomorrow she offered to call, without an hour.",
    ),
    (
        "learning-from-customers",
        "4",
        "- 0:50 Counted at her company how many refunds are asked about before they are late: six of ten. After a line in the mail it was two of ten.\n\
         - 0:56 Said who never asks: people paid in cash by someone else.",
    ),
];

/// Jasmin Osei's loop.
pub(super) fn jasmin() -> DemoLoop {
    let day = -2 * DAY - 6 * HOUR;
    let added = DemoInterview {
        added: Some(-20 * HOUR),
        ..interview("across-teams", 2 * DAY + 4 * HOUR, "Video call", asked("dele"))
    };
    let interviews = vec![
        interview(
            "leading-a-team",
            day,
            "Room Hasel",
            interviewer(
                "aiko",
                submitted(day + 100, &LEADING, "yes", "Small team so far, and attentive in it."),
            ),
        ),
        interview(
            "casework",
            day + 90,
            "Room Hasel",
            interviewer(
                "ruth",
                submitted(
                    day + 210,
                    &CASEWORK,
                    "yes",
                    "Counts the right thing. The angry call needs practice.",
                ),
            ),
        ),
        interview("operations", DAY + 4 * HOUR, "Video call", awaited("tomas")),
        added,
    ];
    sealed_loop(
        "jasmin",
        -5 * DAY,
        "Jasmin would lead for the first time; she knows that we know.",
        interviews,
    )
}
