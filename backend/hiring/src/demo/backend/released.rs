//! A released loop whose panel saw much the same.

use crate::demo::{DAY, DemoLoop, Mark, interview, interviewer, submitted};
use evenhand_shared::plan::RevealRule;

const CODING: [Mark; 3] = [
    (
        "problem-solving",
        "4",
        "- 0:05 Restated the task as \"two promises the batch must keep\" and wrote them down.\n\
         - 0:16 Tried the smallest input that breaks each promise; the second one was the fault.\n\
         - 0:24 Compared a fix in the query with one in memory and said what each would cost.",
    ),
    (
        "code-quality",
        "3",
        "- 0:36 Clear names; the new rule went into the existing function, which then did two things.\n\
         - 0:49 Tests for the limit and for mixed currencies. Split the function after I asked who would read it next.",
    ),
    (
        "collaboration",
        "4",
        "- 0:10 Said what he was about to try each time, and asked whether our style allows early returns.\n\
         - 1:00 On my proposal: \"What do you see that I do not?\" Then kept his version and said which fact would change his mind.",
    ),
];

const DESIGN: [Mark; 3] = [
    (
        "system-design",
        "4",
        "- 0:11 Asked for payouts a day and the peak before drawing anything.\n\
         - 0:23 An outbox table with a position for each partner; a second confirmation finds the first and changes nothing.\n\
         - 0:36 Gave up order between partners, and said to whom that matters.",
    ),
    (
        "running-services",
        "4",
        "- 0:43 Watches age of the oldest unconfirmed payout per partner, with a limit agreed with them.\n\
         - 0:52 Would switch one partner off without touching the others; described the switch.",
    ),
    (
        "working-with-ambiguity",
        "3",
        "- 0:03 Asked what partners do with the answer and stated two assumptions.\n\
         - 0:07 Started with a daily report as a part that is useful in any case.",
    ),
];

const PAST: [Mark; 4] = [
    (
        "system-design",
        "4",
        "- 0:07 Ticketing for a bus company: from one shared database to three owners of data.\n\
         - 0:14 His part was the seat lock. Showed why a lock with a time limit was enough and when it would not be.",
    ),
    (
        "problem-solving",
        "4",
        "- 0:25 Double bookings on two days a year. Ruled out load with last year's figures before reading code.\n\
         - 0:32 It was the change to summer time in a comparison of local times. Checked by replaying both nights.",
    ),
    (
        "code-quality",
        "4",
        "- 0:40 A colleague added group bookings without asking him anything; he took that as the measure.\n\
         - 0:44 Deletes code gladly: named a framework of his own that he took out again.",
    ),
    (
        "running-services",
        "3",
        "- 0:49 Harmed users once with a cache that kept old prices for an hour. Saw it on the refund figure the next morning.\n\
         - 0:55 Prices now carry a version; he would alarm earlier today.",
    ),
];

const TOGETHER: [Mark; 2] = [
    (
        "collaboration",
        "4",
        "- 0:06 Argued with the timetable planners about a freeze before holidays. Their best argument, in his words: drivers cannot be patched.\n\
         - 0:13 They agreed on a short freeze and a named person on call. Works with the same planner today.",
    ),
    (
        "working-with-ambiguity",
        "4",
        "- 0:28 \"Make tickets work offline\" without a date. Asked first how long buses are offline: four minutes at most.\n\
         - 0:36 Assumed that clocks on buses are right, found after two weeks that they are not, and told everyone the same day.",
    ),
];

/// Kofi Mensah's loop.
pub(super) fn kofi() -> DemoLoop {
    let day = -12 * DAY;
    DemoLoop {
        candidate: "kofi".into(),
        started: -15 * DAY,
        reveal: RevealRule::PanelComplete,
        brief: "Kofi applies for the payouts team and joins from Accra by video for all four conversations."
            .into(),
        interviews: vec![
            interview(
                "paired-coding",
                day,
                "Video call, shared repository open",
                interviewer(
                    "dele",
                    submitted(
                        day + 100,
                        &CODING,
                        "yes",
                        "Pleasant to work with, and careful. Structure came after a nudge.",
                    ),
                ),
            ),
            interview(
                "system-design",
                day + 120,
                "Video call",
                interviewer(
                    "tomas",
                    submitted(
                        day + 240,
                        &DESIGN,
                        "strong_yes",
                        "Figures first, then boxes. Harmless repetition was there unasked.",
                    ),
                ),
            ),
            interview(
                "past-work",
                day + DAY,
                "Video call",
                interviewer(
                    "ines",
                    submitted(
                        day + DAY + 95,
                        &PAST,
                        "yes",
                        "Finds causes by ruling out. Honest about what he noticed late.",
                    ),
                ),
            ),
            interview(
                "working-together",
                day + DAY + 90,
                "Video call",
                interviewer(
                    "ruth",
                    submitted(
                        day + DAY + 210,
                        &TOGETHER,
                        "yes",
                        "Can say the other side's argument better than the other side.",
                    ),
                ),
            ),
        ],
        opened: None,
    }
}
