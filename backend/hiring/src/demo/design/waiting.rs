//! All are in, and the loop stays sealed: by its rule the hiring manager opens it.

use crate::demo::{DAY, DemoLoop, HOUR, Mark, interview, interviewer, sealed_loop, submitted};
use evenhand_shared::plan::RevealRule;

const PORTFOLIO: [Mark; 3] = [
    (
        "understanding-people",
        "3",
        "- 0:07 Sat beside eleven freelancers on the evening before the deadline; told what each did with the shoebox of receipts.\n\
         - 0:22 Asked whom he missed: \"people with an adviser\". Had not looked for any.",
    ),
    (
        "craft",
        "4",
        "- 0:38 Showed one page in German and Finnish; labels stand above fields because of it.\n\
         - 0:46 Figures line up by the decimal mark, also when one of them is negative. Could say where he had broken his own rule.",
    ),
    (
        "judging-results",
        "2",
        "- 0:17 Returns finished on the first evening rose from 41 % to 55 %. Price was cut in the same month; he brought it up only when I asked.\n\
         - 0:20 No figure chosen beforehand.",
    ),
];

const EXERCISE: [Mark; 3] = [
    (
        "interaction-design",
        "4",
        "- 0:18 First sketch asked for proof later, after the first invoice; the second let a neighbour vouch. Chose the first and said who would be worse off.\n\
         - 0:41 Walked through it with one thumb. Moved the photo button down because of that.",
    ),
    (
        "understanding-people",
        "4",
        "- 0:05 First question: who are the one in five, and have we asked any of them?\n\
         - 0:11 Would call ten who stopped this week, and noted that those without a telephone number would be missing.",
    ),
    (
        "working-with-engineers",
        "3",
        "- 1:02 Six weeks or one: asked what the fraud team does by hand today. Would start with the next day and a clear message.\n\
         - 1:07 Did not ask what makes it six.",
    ),
];

const CRITIQUE: [Mark; 2] = [
    (
        "interaction-design",
        "4",
        "- 0:06 As the baker: \"I am asked for my turnover before I know what I get.\" Would swap pages two and three.\n\
         - 0:14 Wrong postcode: the message comes after the next page. Found it by trying, not by asking.\n\
         - 0:19 Named the summary page as the one to keep.",
    ),
    (
        "craft",
        "3",
        "- 0:27 Rewrote the page on documents: from 94 words to 40, with the list first.\n\
         - 0:36 Kept our button style and said so. Did not look at it in dark mode until I switched.",
    ),
];

const TOGETHER: [Mark; 2] = [
    (
        "working-with-engineers",
        "4",
        "- 0:06 An engineer told him that saving each field costs a round trip on trains. They drew it together; drafts are now kept on the device.\n\
         - 0:13 He reads pull requests that touch his pages and named two things he caught there.",
    ),
    (
        "judging-results",
        "3",
        "- 0:22 A progress bar that made people leave earlier. Had said beforehand that fewer should leave at step three; more did.\n\
         - 0:31 Took it out after two weeks, wrote three sentences about it for the team.",
    ),
];

/// Bruno Carvalho's loop.
pub(super) fn bruno() -> DemoLoop {
    let day = -7 * DAY;
    let next = -6 * DAY;
    let interviews = vec![
        interview(
            "portfolio",
            day,
            "Video call",
            interviewer(
                "wen",
                submitted(
                    day + 95,
                    &PORTFOLIO,
                    "yes",
                    "Careful hands. I would ask him for the measure before the next change.",
                ),
            ),
        ),
        interview(
            "design-exercise",
            day + 2 * HOUR,
            "Room Esche, two whiteboards",
            interviewer(
                "aiko",
                submitted(
                    day + 240,
                    &EXERCISE,
                    "strong_yes",
                    "Started with the people who stopped, and ended with the thumb of one of them.",
                ),
            ),
        ),
        interview(
            "critique",
            next,
            "Room Esche",
            interviewer(
                "ruth",
                submitted(
                    next + 75,
                    &CRITIQUE,
                    "yes",
                    "Saw in twenty minutes what customers have been writing to us about since spring.",
                ),
            ),
        ),
        interview(
            "working-together",
            next + 90,
            "Room Esche",
            interviewer(
                "tomas",
                submitted(next + 200, &TOGETHER, "yes", "Comes early with drafts and stays until it runs."),
            ),
        ),
    ];
    let all_in = sealed_loop(
        "bruno",
        -10 * DAY,
        "Bruno is in the building for both days and has lunch with the team on the first.",
        interviews,
    );
    DemoLoop { reveal: RevealRule::DebriefOpened, ..all_in }
}
