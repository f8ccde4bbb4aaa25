//! A released loop worth discussing: two competencies on opposite sides of the bar, one that nobody assessed, one amendment.

use crate::demo::{DAY, DemoAmendment, DemoCard, DemoLoop, Mark, fields, interview, interviewer, submitted};
use evenhand_shared::plan::RevealRule;

const CODING: [Mark; 3] = [
    (
        "problem-solving",
        "4",
        "- 0:06 Read both failing tests before touching code and said which one she trusted less.\n\
         - 0:14 Compared sorting first with grouping in one pass; chose grouping \"because order is not promised to us\".\n\
         - 0:27 Found the empty batch herself and wrote the example before the fix.",
    ),
    (
        "code-quality",
        "4",
        "- 0:38 Put the limit and the currency into one BatchRule value instead of two parameters.\n\
         - 0:47 Wrote a test named after the partner's rule, then one for payout 501.\n\
         - 0:52 Left the logging alone: \"not part of this change\".",
    ),
    (
        "collaboration",
        "2",
        "- 0:20 Worked silently for about six minutes; explained when I asked.\n\
         - 0:58 I proposed the limit in the query. She said \"no, that would be wrong\" and went on; gave a reason only when I asked for one.\n\
         - 1:03 Did not ask what my concern was.",
    ),
];

const DESIGN: [Mark; 3] = [
    (
        "system-design",
        "2",
        "- 0:12 Drew a callback to the partner for each payout, no figures asked for until minute 22.\n\
         - 0:25 Partner confirms twice: \"then we would see it twice\"; added a check after a hint, in memory only.\n\
         - 0:34 Process stops between sending and storing: did not see that the payout would be sent again.",
    ),
    (
        "running-services",
        "3",
        "- 0:44 Named age of the oldest unconfirmed payout as the figure to watch.\n\
         - 0:50 Would first stop sending, then look at which partner is affected. Told of a similar evening at her last company.",
    ),
    (
        "working-with-ambiguity",
        "na",
        "We ran out of time: the failure questions took longer than planned, and the opening question was read out as a full task.",
    ),
];

const PAST: [Mark; 4] = [
    (
        "system-design",
        "4",
        "- 0:08 Drew the reconciliation service as it was (one nightly job) and as she left it (small runs, each repeatable).\n\
         - 0:15 Her decision: every message carries the ledger position, so that a second run changes nothing. Named the cost: a wider table and a slower backfill.\n\
         - 0:19 Moved there in five steps; step three was undone once and she said why.",
    ),
    (
        "problem-solving",
        "4",
        "- 0:26 Payouts that differed by one cent, 1 in 40,000. Ruled out rounding first with a query over a month.\n\
         - 0:33 Found two currencies with different decimals in one partner file; showed that it was gone with the same query eight weeks later.",
    ),
    (
        "code-quality",
        "4",
        "- 0:41 Two colleagues added partners after her; each was one new file. Showed the interface from memory.\n\
         - 0:45 Would today drop a layer of her own \"that only I understood\".",
    ),
    (
        "running-services",
        "3",
        "- 0:50 A change of hers delayed 300 payouts by a day; learnt it from support, not from a signal.\n\
         - 0:55 Added an alarm on age afterwards. I did not ask for figures.",
    ),
];

/// The same card after its author looked at his notes again.
const PAST_AMENDED: [Mark; 4] = [
    PAST[0],
    PAST[1],
    PAST[2],
    (
        "running-services",
        "4",
        "- 0:50 A change of hers delayed 300 payouts by a day; learnt it from support, not from a signal.\n\
         - 0:55 Added an alarm on age afterwards. I did not ask for figures.\n\
         - 0:57 Unasked: made the sending job stop by itself above 20 late payouts, and removed the manual restart from the run book.",
    ),
];

const TOGETHER: [Mark; 2] = [
    (
        "collaboration",
        "5",
        "- 0:07 Disagreement about a rewrite: invited the colleague who was against it to list what would fail, and three of his five points changed the plan. Named him.\n\
         - 0:16 They now review each other's designs by default.\n\
         - 0:24 Taught a support colleague to read the reconciliation report; that colleague has since moved into the data team.",
    ),
    (
        "working-with-ambiguity",
        "na",
        "Her example was a project with a full specification. I asked once more and then kept the time for her questions.",
    ),
];

/// Noor Haddad's loop.
pub(super) fn noor() -> DemoLoop {
    let first_day = -6 * DAY;
    let second_day = -5 * DAY;
    let past = DemoCard::Submitted {
        at: second_day + 140,
        fields: fields(
            &PAST,
            "strong_yes",
            "Designs for the second run before the first one fails. Would learn from her.",
        ),
        amendments: vec![DemoAmendment {
            at: second_day + 185,
            reason: "I had left out a point from my paper notes: the job that stops itself. It changes my rating of running what she builds.".into(),
            fields: fields(
                &PAST_AMENDED,
                "strong_yes",
                "Designs for the second run before the first one fails. Would learn from her.",
            ),
        }],
    };
    DemoLoop {
        candidate: "noor".into(),
        started: -9 * DAY,
        reveal: RevealRule::PanelComplete,
        brief:
            "Noor applies for the payouts team. She has asked for breaks of ten minutes between interviews."
                .into(),
        interviews: vec![
            interview(
                "paired-coding",
                first_day,
                "Room Linde, shared repository open",
                interviewer(
                    "ines",
                    submitted(
                        first_day + 110,
                        &CODING,
                        "yes",
                        "Strong alone at the keyboard. I would want to see her argue with someone who disagrees.",
                    ),
                ),
            ),
            interview(
                "system-design",
                first_day + 120,
                "Room Linde",
                interviewer(
                    "tomas",
                    submitted(
                        first_day + 235,
                        &DESIGN,
                        "no",
                        "Operates well, but the design did not survive a repeated message, which is what this team lives on.",
                    ),
                ),
            ),
            interview("past-work", second_day, "Video call", interviewer("dele", past)),
            interview(
                "working-together",
                second_day + 90,
                "Video call",
                interviewer(
                    "aiko",
                    submitted(
                        second_day + 300,
                        &TOGETHER,
                        "yes",
                        "Changes her mind in the open and gives credit by name.",
                    ),
                ),
            ),
        ],
        opened: None,
    }
}
