//! Writing a plan and reading it again loses nothing, whatever people write into it.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

use evenhand_hiring::plan_file::{check, check_plan, export};
use evenhand_shared::plan::{
    Competency, DecisionRule, Kit, KitOrigin, Outcome, PayBand, Plan, PlanFault, PlanJob, Question,
    RevealRule, Rubric,
};
use proptest::{collection::vec, prelude::*};

/// Text of one line with everything that TOML could stumble over.
fn line() -> impl Strategy<Value = String> {
    "[a-zA-Z\"'\\\\#=\\[\\]{}, .üß漢🙂]{0,30}".prop_map(|text| format!("x{text}"))
}

/// Text with line breaks, tabs, control characters and rows of quotation marks.
fn prose() -> impl Strategy<Value = String> {
    vec(
        prop_oneof![
            Just("\n".to_owned()),
            Just("\r\n".to_owned()),
            Just("\t".to_owned()),
            Just("\"".to_owned()),
            Just("\"\"\"".to_owned()),
            Just("'''".to_owned()),
            Just("\\".to_owned()),
            Just("\u{7f}".to_owned()),
            Just("\u{0}".to_owned()),
            Just(" ".to_owned()),
            any::<char>().prop_map(String::from),
            line(),
        ],
        0..8,
    )
    .prop_map(|parts| parts.concat())
}

/// Text that is not only white space.
fn filled() -> impl Strategy<Value = String> {
    (prose(), prose()).prop_map(|(before, after)| format!("{before}x{after}"))
}

fn keys(name: &'static str, n: usize) -> Vec<String> {
    (1..=n).map(|i| format!("{name}-{i}")).collect()
}

prop_compose! {
    fn competency(key: String, weight: i64)(
        name in line(),
        version in 1_i64..1_000,
        anchors in vec(filled(), 4..=5),
    ) -> Competency {
        let anchors = anchors.into_iter().enumerate().map(|(i, anchor)| format!("{i}{anchor}")).collect();
        Competency { key: key.clone(), name, weight, rubric: Rubric { version, anchors } }
    }
}

prop_compose! {
    fn kit(key: String, rates: Vec<String>)(
        name in line(),
        format in line(),
        instructions in prop_oneof![Just(String::new()), filled()],
        shows in vec(line(), 0..3),
        blind in any::<bool>(),
        origin in prop::option::of(1_i64..100),
        questions in vec((filled(), any::<prop::sample::Index>(), 1_i64..10, vec(filled(), 0..3)), 0..4),
    ) -> Kit {
        let questions = questions
            .into_iter()
            .map(|(text, index, minutes, follow_ups)| {
                Question { text, competency: index.get(&rates).clone(), minutes, follow_ups }
            })
            .collect();
        let origin = origin.map(|version| KitOrigin { kit: format!("library-{key}"), version });
        Kit { key: key.clone(), name, format, minutes: 60, instructions, rates: rates.clone(), shows, blind, origin, questions }
    }
}

fn plan() -> impl Strategy<Value = Plan> {
    (1_usize..6, 1_usize..4, 1_usize..4).prop_flat_map(|(competencies, kits, outcomes)| {
        let all = keys("competency", competencies);
        let n = i64::try_from(competencies).unwrap();
        let weights = all
            .iter()
            .enumerate()
            .map(|(i, key)| competency(key.clone(), if i == 0 { 100 - 10 * (n - 1) } else { 10 }));
        let kits = keys("kit", kits).into_iter().map(|key| kit(key, all.clone()));
        let outcomes = vec(filled(), outcomes);
        let job =
            (line(), line(), prop_oneof![Just(String::new()), filled()], 0_i64..1_000, 0_i64..1_000_000);
        let decision = (
            0.0_f64..=1.0,
            prop::sample::select(vec![
                RevealRule::PanelComplete,
                RevealRule::DebriefOpened,
                RevealRule::OwnSubmitted,
            ]),
        );
        let stages = 1_usize..15;
        (weights.collect::<Vec<_>>(), kits.collect::<Vec<_>>(), outcomes, job, decision, stages).prop_map(
            move |(competencies, kits, outcomes, job, decision, stages)| Plan {
                job: PlanJob {
                    key: "job".to_owned(),
                    title: job.0,
                    level: job.1,
                    summary: job.2,
                    band: PayBand { currency: "EUR".to_owned(), low: job.3, high: job.3 + job.4 },
                    stages: keys("A stage with a long name", stages),
                },
                outcomes: outcomes
                    .into_iter()
                    .enumerate()
                    .map(|(i, text)| Outcome { key: format!("outcome-{i}"), text, competencies: all.clone() })
                    .collect(),
                competencies,
                kits,
                decision: DecisionRule { bar: decision.0, reveal: decision.1 },
            },
        )
    })
}

/// Something that the rules do not allow, at a place that the number chooses.
fn damage(plan: &mut Plan, what: u8, at: usize) {
    let competency = at % plan.competencies.len();
    let kit = at % plan.kits.len();
    let outcome = at % plan.outcomes.len();
    match what {
        0 => plan.competencies[competency].weight -= 1,
        1 => plan.competencies[competency].weight = 0,
        2 => plan.competencies[competency].key = "Not a key".to_owned(),
        3 => plan.competencies[competency].key = plan.competencies[0].key.clone(),
        4 => plan.competencies[competency].rubric.anchors.truncate(3),
        5 => plan.competencies[competency].rubric.anchors[1] = " \n".to_owned(),
        6 => plan.competencies[competency].rubric.version = 0,
        7 => plan.kits[kit].minutes = 4,
        8 => plan.kits[kit].rates.clear(),
        9 => plan.kits[kit].rates.push("unknown".to_owned()),
        10 => plan.kits[kit].name = "x".repeat(121),
        11 => plan.kits[kit].origin = Some(KitOrigin { kit: "Kit".to_owned(), version: 0 }),
        12 => plan.kits[kit].format = "two\nlines".to_owned(),
        13 => plan.outcomes[outcome].competencies.clear(),
        14 => plan.outcomes[outcome].text = String::new(),
        15 => plan.outcomes[outcome].key = "outcome-0".to_owned(),
        16 => plan.job.stages.clear(),
        17 => plan.job.stages.push("A STAGE WITH A LONG NAME-1".to_owned()),
        18 => plan.job.band = PayBand { currency: "eur".to_owned(), low: -1, high: -2 },
        19 => plan.decision.bar = 1.5,
        20 => plan.kits.truncate(0),
        21 => plan.competencies.truncate(0),
        22 => plan.outcomes.truncate(0),
        _ => {
            if let Some(question) = plan.kits[kit].questions.first_mut() {
                question.competency = "unknown".to_owned();
                question.minutes = 481;
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn a_plan_survives_the_way_out_and_back(plan in plan()) {
        let toml = export(&plan);
        let found = check(&toml);
        prop_assert_eq!(&found.faults, &[], "{}", toml);
        prop_assert_eq!(found.plan.as_ref(), Some(&plan), "{}", toml);
        // Written again it is the same text.
        prop_assert_eq!(export(&plan), toml);
    }

    /// What the editor says of a plan and what a check of its file says is the same, whatever is wrong with it.
    #[test]
    fn the_editor_and_the_file_find_the_same(plan in plan(), damages in vec((0_u8..24, any::<usize>()), 0..4)) {
        let mut plan = plan;
        for (what, at) in damages {
            if !(plan.kits.is_empty() || plan.competencies.is_empty() || plan.outcomes.is_empty()) {
                damage(&mut plan, what, at);
            }
        }
        let told = |mut found: Vec<PlanFault>| {
            found.sort_by(|a, b| (&a.path, &a.code).cmp(&(&b.path, &b.code)));
            found.into_iter().map(|fault| (fault.path, fault.code)).collect::<Vec<_>>()
        };
        let (faults, hints) = check_plan(&plan);
        let toml = export(&plan);
        let file = check(&toml);
        prop_assert_eq!(told(faults), told(file.faults), "{}", toml);
        prop_assert_eq!(told(hints), told(file.hints), "{}", toml);
        prop_assert_eq!(file.plan.as_ref(), Some(&plan));
    }

    #[test]
    fn any_text_is_checked_without_panic(text in "\\PC{0,200}") {
        let found = check(&text);
        prop_assert!(!found.faults.is_empty());
    }

    #[test]
    fn a_damaged_file_is_checked_without_panic(cut in 0_usize..2_000, junk in "[\\[\\]\"=\n#a-z1{}, ]{0,6}") {
        let good = include_str!("plans/good.toml");
        let at = cut.min(good.len());
        let toml = format!("{}{junk}{}", &good[..at], &good[at..]);
        let found = check(&toml);
        let last = u64::try_from(toml.lines().count()).unwrap() + 1;
        prop_assert!(found.faults.iter().all(|fault| fault.line <= last));
        prop_assert!(found.plan.is_some() || !found.faults.is_empty());
    }
}
