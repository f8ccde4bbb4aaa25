//! Complete and released; one author changed their mind after reading the others, and the packet shows both.

use crate::demo::{
    DAY, DemoAmendment, DemoCard, DemoLoop, HOUR, Mark, fields, interview, interviewer, sealed_loop,
    submitted,
};

const LEADING: [Mark; 2] = [
    (
        "leading-people",
        "4",
        "- 0:08 An agent whose answers became shorter each week. Spoke to him on the second Friday: \"I miss your second paragraph.\" It was the new tool; she had it changed.\n\
         - 0:24 Three of her fourteen run shifts now. She stopped writing the rota so that they could.\n\
         - 0:31 Her Monday reading of five answers goes on without her.",
    ),
    (
        "difficult-conversations",
        "3",
        "- 0:41 Had put off telling a friend in the team that he would not become deputy. Told him the reason and a date to talk again; both were kept.\n\
         - 0:49 He would say, she thinks, that it came three weeks late.",
    ),
];

const CASEWORK: [Mark; 3] = [
    (
        "service-judgement",
        "4",
        "- 0:12 Put the shortest message first: \"he cannot pay his staff today, and he writes four words\".\n\
         - 0:21 Waived the fee for the second, then wrote the sentence by which the next hundred would get it, too.",
    ),
    (
        "difficult-conversations",
        "4",
        "- 0:36 On the telephone: let me finish, said \"twice is our fault, once could have been chance\", named tomorrow at ten and her own number.\n\
         - 0:43 Afterwards asked us to find out why it had happened twice.",
    ),
    (
        "learning-from-customers",
        "3",
        "- 0:51 Three of the four are about one page. Would count questions per visit to it, and guessed that a sentence there spares a third.",
    ),
];

const OPERATIONS: [Mark; 4] = [
    (
        "running-operations",
        "3",
        "- 0:11 Read the sheet from the bottom: settled with the first answer before speed. Trusts the satisfaction figure least, because only the angry and the delighted answer.\n\
         - 0:19 Week five: saw the holiday, planned two people less than I would have.",
    ),
    (
        "learning-from-customers",
        "4",
        "- 0:25 Invoices doubled: would read forty of them before looking at any chart. Gone means, for her, that nobody asks in the week after the next invoices.\n\
         - 0:33 Named customers who pay by hand and never write.",
    ),
    (
        "service-judgement",
        "3",
        "- 0:44 More settled, not faster, and only for questions about money. Worse off are those with a quick one; they get a line that says when.",
    ),
    (
        "working-across-teams",
        "2",
        "- 0:54 Would write a ticket with the figures and ask for a date. Did not say what billing gets from it.",
    ),
];

/// After the packet: the author had heard less than was said.
const OPERATIONS_AMENDED: [Mark; 4] = [
    OPERATIONS[0],
    OPERATIONS[1],
    OPERATIONS[2],
    (
        "working-across-teams",
        "3",
        "- 0:54 Would write a ticket with the figures and ask for a date. Did not say what billing gets from it.\n\
         - Reading Dele's notes I remember that she offered to answer billing's own mails for the two weeks of the repair. I had not written it down.",
    ),
];

const ACROSS: [Mark; 3] = [
    (
        "working-across-teams",
        "4",
        "- 0:07 Brought engineering a table: cause, mails in a month, minutes each. They ask her before they change the sign-up now.\n\
         - 0:13 What they got out of it: no more pages at night for a password mail.",
    ),
    (
        "leading-people",
        "3",
        "- 0:33 After the weekend: first to the one who had not complained. Two free days, drawn from her own shift.",
    ),
    (
        "running-operations",
        "4",
        "- 0:22 Saturday: one sentence on the status page within ten minutes, three written answers, everything else waits. Agreed beforehand who may send people home.\n\
         - 0:27 Answers became slower that month; she showed it and said why that was right.",
    ),
];

/// Hana Kovač's loop.
pub(super) fn hana() -> DemoLoop {
    let day = -17 * DAY;
    let next = -16 * DAY;
    let words = "Reads before she counts. A little soft on other teams.";
    let operations = DemoCard::Submitted {
        at: next + 150,
        fields: fields(&OPERATIONS, "yes", words),
        amendments: vec![DemoAmendment {
            at: next + DAY + 60,
            reason: "I had missed a sentence that Dele wrote down and that I remember now. It changes one rating; the others stand.".into(),
            fields: fields(&OPERATIONS_AMENDED, "yes", words),
        }],
    };
    let interviews = vec![
        interview(
            "leading-a-team",
            day,
            "Video call",
            interviewer(
                "aiko",
                submitted(
                    day + 105,
                    &LEADING,
                    "strong_yes",
                    "People grow around her, and she can tell you how.",
                ),
            ),
        ),
        interview(
            "casework",
            day + 90,
            "Video call",
            interviewer(
                "ruth",
                submitted(day + 190, &CASEWORK, "strong_yes", "I would like to be answered by her."),
            ),
        ),
        interview("operations", next, "Video call", interviewer("tomas", operations)),
        interview(
            "across-teams",
            next + 2 * HOUR,
            "Video call",
            interviewer(
                "dele",
                submitted(next + 195, &ACROSS, "yes", "Had agreed on the bad Saturday before it came."),
            ),
        ),
    ];
    sealed_loop(
        "hana",
        -20 * DAY,
        "Hana leads a team of fourteen today and would give three months' notice.",
        interviews,
    )
}
