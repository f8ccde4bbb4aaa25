//! The large demonstration holds what it promises, and its leniencies can be found again.
#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use evenhand_hiring::{
    demo::{DemoCard, DemoData, large, leniency},
    loops::check_new_loop,
    plan_file::check,
};
use evenhand_shared::{
    PersonId, PlanId,
    loops::{NewInterview, NewLoop, NewSlot},
    plan::Plan,
    scorecards::read_card,
};
use std::collections::{BTreeMap, BTreeSet};

/// Every rating: interviewer, candidate, and level less the middle of its scale.
fn ratings(data: &DemoData) -> Vec<(String, String, f64)> {
    let plans: BTreeMap<&str, Plan> =
        data.jobs.iter().map(|job| (job.key, check(job.plan_toml).plan.unwrap())).collect();
    let mut all = Vec::new();
    for one in &data.loops {
        let plan = plans.get(data.candidate(&one.candidate).unwrap().job).unwrap();
        for slot in one.interviews.iter().flat_map(|interview| &interview.panel) {
            let DemoCard::Submitted { fields, .. } = &slot.card else { continue };
            for (name, value) in fields {
                let Some(key) = name.strip_prefix("rating:") else { continue };
                let levels =
                    f64::from(u32::try_from(plan.competency(key).unwrap().rubric.anchors.len()).unwrap());
                let above = value.parse::<f64>().unwrap() - (levels + 1.0) / 2.0;
                all.push((slot.person.to_string(), one.candidate.to_string(), above));
            }
        }
    }
    all
}

fn means(of: impl Iterator<Item = (String, f64)>) -> BTreeMap<String, f64> {
    let mut sums: BTreeMap<String, (f64, f64)> = BTreeMap::new();
    for (key, value) in of {
        let sum = sums.entry(key).or_default();
        *sum = (sum.0 + value, sum.1 + 1.0);
    }
    sums.into_iter().map(|(key, (sum, n))| (key, sum / n)).collect()
}

#[test]
fn s42_sixty_interviewers_rate_two_thousand_candidates_twelve_thousand_times() {
    let data = large();
    assert_eq!(data.candidates.len(), 2_000);
    assert_eq!(data.candidates.iter().map(|c| &c.name).collect::<BTreeSet<_>>().len(), 2_000);
    let ratings = ratings(&data);
    assert!((12_000..12_100).contains(&ratings.len()), "{}", ratings.len());
    assert_eq!(ratings.iter().map(|(who, _, _)| who).collect::<BTreeSet<_>>().len(), 60);
    assert_eq!(large(), data, "the same every time");
}

#[test]
fn s42_every_large_loop_could_have_been_run_in_the_product() {
    let data = large();
    for one in &data.loops {
        let candidate = data.candidate(&one.candidate).unwrap();
        let plan = check(data.job(candidate.job).unwrap().plan_toml).plan.unwrap();
        assert!(plan.job.stages.contains(&candidate.stage.to_string()), "{}", candidate.stage);
        let panel = |slot: &evenhand_hiring::demo::DemoSlot| NewSlot {
            person_id: PersonId::from(&*slot.person),
            kind: slot.kind,
            required: slot.required,
        };
        let interviews = one.interviews.iter().map(|interview| NewInterview {
            kit: interview.kit.to_string(),
            starts_at: None,
            zone: None,
            place: interview.place.to_string(),
            panel: interview.panel.iter().map(panel).collect(),
        });
        let new = NewLoop {
            plan_id: PlanId::from("plan"),
            reveal: Some(one.reveal),
            brief: one.brief.to_string(),
            interviews: interviews.collect(),
        };
        assert_eq!(check_new_loop(&plan, &new), [], "{}", one.candidate);
        for interview in &one.interviews {
            let kit = plan.kit(&interview.kit).unwrap();
            let rated: Vec<_> = kit.rates.iter().map(|key| plan.competency(key).unwrap().clone()).collect();
            for slot in &interview.panel {
                let DemoCard::Submitted { at, fields, .. } = &slot.card else { panic!("not sealed") };
                assert!(*at < 0 && *at > interview.starts.unwrap());
                let value = |name: String| fields.iter().find(|(field, _)| *field == name);
                read_card(&rated, |key| value(key.name()).map_or_else(String::new, |(_, v)| v.clone()))
                    .unwrap();
            }
        }
    }
}

#[test]
fn s42_the_known_leniencies_can_be_found_in_the_ratings() {
    let ratings = ratings(&large());
    // Each rating less the candidate's mean, averaged by interviewer: the simplest estimate there is.
    let candidates = means(ratings.iter().map(|(_, candidate, above)| (candidate.clone(), *above)));
    let found = means(
        ratings
            .iter()
            .map(|(who, candidate, above)| (who.clone(), above - candidates.get(candidate).unwrap())),
    );
    let pairs: Vec<(f64, f64)> =
        (0..60).map(|n| (leniency(n), *found.get(&format!("interviewer-{:02}", n + 1)).unwrap())).collect();
    let mean = |f: fn(&(f64, f64)) -> f64| pairs.iter().map(f).sum::<f64>() / 60.0;
    let (known, seen) = (mean(|p| p.0), mean(|p| p.1));
    assert!(known.abs() < 1e-9, "{known}");
    let sum = |f: &dyn Fn(f64, f64) -> f64| pairs.iter().map(|(a, b)| f(a - known, b - seen)).sum::<f64>();
    let correlation = sum(&|a, b| a * b) / (sum(&|a, _| a * a) * sum(&|_, b| b * b)).sqrt();
    assert!(correlation > 0.95, "{correlation}");
}
