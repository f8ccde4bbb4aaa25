//! One author withdrew their card: its place is spent, so this loop will not complete by itself.

use crate::demo::{
    DAY, DemoCard, DemoLoop, HOUR, Mark, fields, interview, interviewer, sealed_loop, submitted,
};

const LEADING: [Mark; 2] = [
    (
        "leading-people",
        "3",
        "- 0:07 A night receptionist who hid mistakes. Asked her to write down one a week and wrote down his own; after a month others joined.\n\
         - 0:25 Stopped taking the hard calls himself; said it took him a year too long.",
    ),
    (
        "difficult-conversations",
        "3",
        "- 0:42 Told two people on one day that their hours would change. Gave the date, the reason, and who decides on exceptions.\n\
         - 0:51 One of them would say: fair, and too sudden.",
    ),
];

/// Out of the packet for good.
const CASEWORK: [Mark; 3] = [
    (
        "service-judgement",
        "4",
        "- 0:13 Ranked by what an hour costs each of them. Offered the second customer the refund before they asked.",
    ),
    ("difficult-conversations", "4", "- 0:37 Let me be angry, then asked when the money is needed."),
    (
        "learning-from-customers",
        "3",
        "- 0:52 Two of the four come from one sentence in our mail; would rewrite it.",
    ),
];

const OPERATIONS: [Mark; 4] = [
    (
        "running-operations",
        "3",
        "- 0:10 Three languages in one queue: plans by language and hour, with one person who can move.\n\
         - 0:18 Has a day on which everything broke (a power cut) and the sheet of paper that came out of it.",
    ),
    (
        "learning-from-customers",
        "3",
        "- 0:28 Grouped the invoices by what people did next, read twenty to check, and would change the due date's place on the page.",
    ),
    (
        "service-judgement",
        "2",
        "- 0:42 Faster, because \"nobody likes to wait\". When asked who is worse off: could not name anyone.",
    ),
    (
        "working-across-teams",
        "3",
        "- 0:53 Would bring billing the twenty mails and a sentence to try. They will ask whether it costs payments; he would measure one week.",
    ),
];

const ACROSS: [Mark; 3] = [
    (
        "working-across-teams",
        "3",
        "- 0:06 Late check-out by message: brought the cleaning lead the hours at which guests really leave. Both signed the new times.",
    ),
    (
        "leading-people",
        "4",
        "- 0:31 Would speak to the deputy first, then give Thursday's first half away. His deputy decided the same without him once; he was proud of it.\n\
         - 0:38 Three of his people lead elsewhere; told how each got there.",
    ),
    (
        "running-operations",
        "2",
        "- 0:20 Saturday: \"all hands\". Nothing agreed with engineering; he would call someone he knows.",
    ),
];

/// Gustavo Lima's loop.
pub(super) fn gustavo() -> DemoLoop {
    let day = -6 * DAY - 5 * HOUR;
    let next = -5 * DAY - 5 * HOUR;
    let withdrawn = DemoCard::Withdrawn {
        at: day + 200,
        fields: fields(&CASEWORK, "strong_yes", "The best answers I have read in a while."),
        withdrawn: next + 60,
        reason: "On the way home I understood that he trained me at my first job, under his second name. My ratings should not count.".into(),
    };
    let interviews = vec![
        interview(
            "leading-a-team",
            day,
            "Video call",
            interviewer(
                "marta",
                submitted(day + 95, &LEADING, "yes", "Learnt to lead late and remembers how."),
            ),
        ),
        interview("casework", day + 90, "Video call", interviewer("ruth", withdrawn)),
        interview(
            "operations",
            next,
            "Video call",
            interviewer(
                "aiko",
                submitted(
                    next + 110,
                    &OPERATIONS,
                    "yes",
                    "Plans well for people; would like more doubt about speed.",
                ),
            ),
        ),
        interview(
            "across-teams",
            next + 2 * HOUR,
            "Video call",
            interviewer(
                "dele",
                submitted(next + 230, &ACROSS, "yes", "Makes leaders. The bad Saturday needs an agreement."),
            ),
        ),
    ];
    sealed_loop(
        "gustavo",
        -9 * DAY,
        "Gustavo would move to our time zone in spring; until then he starts at noon.",
        interviews,
    )
}
