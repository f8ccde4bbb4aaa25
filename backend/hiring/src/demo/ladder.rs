//! The career ladder, and what each job says beyond its plan.

use super::{DemoJob, DemoMeasure};
use evenhand_shared::{ladder::LevelContent, plan::PayBand};

/// Four levels for every function, with bands in the currencies of the jobs.
pub(super) fn levels() -> Vec<LevelContent> {
    let band = |currency: &str, low, high| PayBand { currency: currency.to_owned(), low, high };
    let level =
        |position, summary: &str, criteria: [&str; 3], [eur, gbp, usd]: [(i64, i64); 3]| LevelContent {
            function: String::new(),
            position,
            name: format!("Level {position}"),
            summary: summary.to_owned(),
            criteria: criteria.map(str::to_owned).to_vec(),
            bands: vec![band("EUR", eur.0, eur.1), band("GBP", gbp.0, gbp.1), band("USD", usd.0, usd.1)],
        };
    vec![
        level(
            2,
            "Carries out work that somebody has described, and asks early.",
            [
                "Finishes tasks of some days with help at the beginning and in the middle.",
                "Says on the same day when something is stuck.",
                "Leaves notes from which somebody else can go on.",
            ],
            [(46_000, 56_000), (38_000, 46_000), (44_000, 56_000)],
        ),
        level(
            3,
            "Owns a part of the work from the question to the result.",
            [
                "Cuts work of some weeks into steps that can each be shown.",
                "Finds out what the people need who use the result, and changes the plan for it.",
                "Shows newcomers the way around.",
            ],
            [(55_000, 70_000), (50_000, 66_000), (56_000, 72_000)],
        ),
        level(
            4,
            "Owns a field: decides how it is done, and answers for how it runs.",
            [
                "Turns a goal of the team into work for two or three people, and sees it through.",
                "Takes decisions that hold for a year, writes down why, and comes back to them.",
                "Makes colleagues better at their own work, which those colleagues would confirm.",
            ],
            [(68_000, 88_000), (62_000, 80_000), (66_000, 84_000)],
        ),
        level(
            5,
            "Leads a team, or a field in which several teams work.",
            [
                "Answers for a result to which more than five people contribute.",
                "Has the difficult conversation in the week in which it is due.",
                "Leaves behind ways of working that go on without them.",
            ],
            [(82_000, 104_000), (76_000, 96_000), (72_000, 98_000)],
        ),
    ]
}

const fn measure(
    outcome: &'static str,
    measure: &'static str,
    target: &'static str,
    due: &'static str,
) -> DemoMeasure {
    DemoMeasure { outcome, measure, target, due }
}

/// The three jobs with the plans that ship with the product; who runs them differs between the demonstrations.
pub(super) fn jobs(staff: [(&'static str, &'static str); 3]) -> Vec<DemoJob> {
    let [backend, design, support] = staff;
    let job = |key,
               plan_toml,
               (recruiter, manager): (&'static str, &'static str),
               level,
               flexibility,
               measures: [_; 3]| {
        DemoJob {
            key,
            plan_toml,
            recruiter: recruiter.into(),
            manager: manager.into(),
            level,
            flexibility,
            measures: measures.to_vec(),
        }
    };
    vec![
        job(
            "backend-engineer",
            include_str!("../../../../plans/backend-engineer.toml"),
            backend,
            "Level 4",
            "Up to 88,000 for somebody who has run payments before; the head of engineering decides within two days.",
            [
                measure(
                    "failed-payouts",
                    "Share of payouts that fail, by month",
                    "below 0.6 %",
                    "within nine months",
                ),
                measure(
                    "safe-changes",
                    "Share of changes in production within a day",
                    "nine of ten",
                    "within six months",
                ),
                measure(
                    "partner-interface",
                    "Banking partners that are live",
                    "two more",
                    "by the end of the year",
                ),
            ],
        ),
        job(
            "product-designer",
            include_str!("../../../../plans/product-designer.toml"),
            design,
            "Level 3",
            "Fixed within the band. Four days a week are possible, with pay in proportion.",
            [
                measure(
                    "finish-setup",
                    "Share of new businesses that finish setting up within a week",
                    "70 %",
                    "by next summer",
                ),
                measure(
                    "accessible-setup",
                    "Pages of the set-up that pass with a keyboard and a screen reader",
                    "all of them",
                    "within nine months",
                ),
                measure(
                    "fewer-surprises",
                    "Share of design changes reopened during implementation",
                    "below one in ten",
                    "within a year",
                ),
            ],
        ),
        job(
            "customer-support-lead",
            include_str!("../../../../plans/customer-support-lead.toml"),
            support,
            "Level 5",
            "The lower half for a first lead, with a review after six months; the head of operations decides.",
            [
                measure(
                    "first-answer",
                    "Share of questions settled with the first answer",
                    "seven of ten",
                    "by the end of the year",
                ),
                measure(
                    "team-stays",
                    "People of the eleven who leave",
                    "fewer than two",
                    "within twelve months",
                ),
                measure(
                    "product-learns",
                    "Frequent causes of questions that were removed",
                    "one each quarter",
                    "from the second quarter on",
                ),
            ],
        ),
    ]
}
