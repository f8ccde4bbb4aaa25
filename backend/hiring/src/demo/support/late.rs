//! Opened early; the missing card came in afterwards, still blind, and counts.

use crate::demo::{DAY, DemoLoop, DemoOpening, HOUR, Mark, interview, interviewer, sealed_loop, submitted};

const LEADING: [Mark; 2] = [
    (
        "leading-people",
        "3",
        "- 0:10 An agent who came late each day: asked once, in the first week, and learnt of a bus that no longer runs. Moved her shift by half an hour.\n\
         - 0:22 Named what four people needed. With forty he \"knew eight well\".",
    ),
    (
        "difficult-conversations",
        "4",
        "- 0:38 Two shift leads who no longer spoke. Let each write down what the other is right about, then closed one of the two shifts, because the conflict came from there.\n\
         - 0:50 One of them would say that he took too long; he agrees.",
    ),
];

const CASEWORK: [Mark; 3] = [
    (
        "service-judgement",
        "2",
        "- 0:14 Answered in the order of arrival. The third message asked about a fee; he explained the fee and did not see that the customer meant to leave.\n\
         - 0:24 Made an exception for the second; \"we will see\" about the next hundred.",
    ),
    (
        "difficult-conversations",
        "3",
        "- 0:37 Said that it was our fault, promised Thursday, wrote it down while speaking. Who sees to it: \"the team\".",
    ),
    (
        "learning-from-customers",
        "2",
        "- 0:52 Would tag the four. When asked what follows from a tag: a report at the end of the month.",
    ),
];

const OPERATIONS: [Mark; 4] = [
    (
        "running-operations",
        "4",
        "- 0:09 Two cities, one queue: moved mornings to one and evenings to the other. Waiting fell by half, messages per question rose a little; he showed both.\n\
         - 0:21 Would stop measuring minutes per answer, and had done so once.",
    ),
    (
        "learning-from-customers",
        "2",
        "- 0:29 Invoices: would ask the agents what they hear. No way to tell afterwards whether it is gone.",
    ),
    (
        "service-judgement",
        "3",
        "- 0:43 More settled, for customers in their first month; the others wait half a day and are told so.",
    ),
    (
        "working-across-teams",
        "3",
        "- 0:53 Would go to billing with ten mails and one proposal, and offer an agent for a week.",
    ),
];

const ACROSS: [Mark; 3] = [
    (
        "working-across-teams",
        "3",
        "- 0:08 Prepaid cards that expired on Sundays. Brought the network team a list of Mondays; the rule moved to Tuesday, in writing.",
    ),
    (
        "leading-people",
        "3",
        "- 0:32 After the weekend he asked each shift for one thing to drop. Two were dropped.",
    ),
    (
        "running-operations",
        "3",
        "- 0:21 Had a plan for the bad day: who may stop answering, who writes the notice. Not agreed with engineering beforehand.",
    ),
];

/// Ibrahim Touré's loop.
pub(super) fn ibrahim() -> DemoLoop {
    let day = -11 * DAY;
    let next = -10 * DAY;
    let interviews = vec![
        interview(
            "leading-a-team",
            day,
            "Video call",
            interviewer(
                "marta",
                submitted(day + 120, &LEADING, "yes", "Calm, and goes for the cause of a quarrel."),
            ),
        ),
        interview(
            "casework",
            day + 90,
            "Video call",
            interviewer(
                "ruth",
                submitted(
                    day + 185,
                    &CASEWORK,
                    "no",
                    "Kind on the telephone, and answers the words rather than the question.",
                ),
            ),
        ),
        interview(
            "operations",
            next,
            "Video call",
            interviewer(
                "aiko",
                submitted(
                    -7 * DAY,
                    &OPERATIONS,
                    "yes",
                    "Runs a large queue with open eyes. Learning from it is another matter.",
                ),
            ),
        ),
        interview(
            "across-teams",
            next + 2 * HOUR,
            "Video call",
            interviewer(
                "ines",
                submitted(next + 200, &ACROSS, "yes", "Writes agreements down and keeps them."),
            ),
        ),
    ];
    let opened = DemoOpening {
        at: -8 * DAY,
        reason:
            "Aiko is at sea without a connection for some days, and the panel has its only free hour today."
                .into(),
    };
    let sealed = sealed_loop(
        "ibrahim",
        -14 * DAY,
        "Ibrahim prefers French for small talk and English for the interview.",
        interviews,
    );
    DemoLoop { opened: Some(opened), ..sealed }
}
