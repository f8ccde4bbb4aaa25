//! The rules of a job, as tables.

use evenhand_hiring::jobs::{
    MoveRefused, StagePlan, check_about, check_level, check_move, check_outcomes, plan_stages,
    reaches_outside,
};
use evenhand_shared::{
    FieldError,
    jobs::{ClosedAs, JobAbout, JobMove, JobOutcome, JobStatus, StageEdit},
    ladder::LevelContent,
    plan::PayBand,
};

fn codes(faults: &[FieldError]) -> Vec<(&str, &str)> {
    faults.iter().map(|f| (f.pointer.as_str(), f.code.as_str())).collect()
}

fn band(currency: &str, low: i64, high: i64) -> PayBand {
    PayBand { currency: currency.to_owned(), low, high }
}

#[test]
fn a_status_goes_its_ways_only() {
    use JobStatus::{Closed, Draft, Open, Paused};
    let possible = [
        (Draft, Open),
        (Draft, Closed),
        (Open, Paused),
        (Open, Closed),
        (Paused, Open),
        (Paused, Closed),
        (Closed, Open),
    ];
    for from in [Draft, Open, Paused, Closed] {
        for to in [Draft, Open, Paused, Closed] {
            let closing = to == Closed;
            let asked = JobMove {
                version: 1,
                status: to,
                how: closing.then_some(ClosedAs::Filled),
                reason: closing.then(|| "Noor starts in May.".to_owned()),
            };
            let answer = check_move(from, &asked);
            assert_eq!(answer.is_ok(), possible.contains(&(from, to)), "{from:?} to {to:?}");
            assert!(answer.is_ok() || matches!(answer, Err(MoveRefused::Status(_))), "{from:?} to {to:?}");
        }
    }
}

#[test]
fn closing_says_how_and_why_and_nothing_else_does() {
    let asked = |status, how, reason: Option<&str>| JobMove {
        version: 1,
        status,
        how,
        reason: reason.map(str::to_owned),
    };
    let refused = |asked: &JobMove| match check_move(JobStatus::Open, asked) {
        Err(MoveRefused::Fields(faults)) => faults.into_iter().map(|f| f.pointer).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(&asked(JobStatus::Closed, None, None)), ["/how", "/reason"]);
    assert_eq!(refused(&asked(JobStatus::Closed, Some(ClosedAs::CalledOff), Some("  "))), ["/reason"]);
    assert_eq!(refused(&asked(JobStatus::Closed, None, Some("The budget went."))), ["/how"]);
    assert_eq!(refused(&asked(JobStatus::Paused, None, Some("Later."))), ["/reason"]);
    let good = check_move(
        JobStatus::Open,
        &asked(JobStatus::Closed, Some(ClosedAs::CalledOff), Some(" The budget went. ")),
    );
    assert_eq!(good, Ok(Some((ClosedAs::CalledOff, "The budget went.".to_owned()))));
}

#[test]
fn words_of_a_job() {
    let good = JobAbout {
        title: "Smith".into(),
        level: "Senior".into(),
        ladder_level: None,
        summary: String::new(),
        band: band("EUR", 1, 1),
        flexibility: "Up to 5 % more, decided by the head of metal.".into(),
    };
    assert_eq!(codes(&check_about(&good)), []);
    let on_ladder = JobAbout { level: String::new(), ladder_level: Some("x".into()), ..good.clone() };
    assert_eq!(codes(&check_about(&on_ladder)), []);
    let bad = JobAbout {
        title: " ".into(),
        level: String::new(),
        summary: "x".repeat(4_001),
        band: band("eur", 5, 4),
        flexibility: "a\nb".into(),
        ..good
    };
    let expected = [
        ("/about/title", "required"),
        ("/about/level", "required"),
        ("/about/summary", "too_long"),
        ("/about/band/currency", "malformed_currency"),
        ("/about/band/high", "band_upside_down"),
        ("/about/flexibility", "line_break"),
    ];
    assert_eq!(codes(&check_about(&bad)), expected);
}

#[test]
fn stages_are_added_renamed_ordered_and_removed() {
    let now: Vec<String> = ["A", "B", "C"].map(str::to_owned).into();
    let edit =
        |name: &str, was: Option<&str>| StageEdit { name: name.to_owned(), was: was.map(str::to_owned) };
    let plan = |renamed: &[(&str, &str)], removed: &[&str]| StagePlan {
        renamed: renamed.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect(),
        removed: removed.iter().map(|r| (*r).to_owned()).collect(),
    };
    let swapped = [edit("B", Some("A")), edit("A", Some("B")), edit("C", Some("C"))];
    assert_eq!(plan_stages(&now, &swapped), Ok(plan(&[("A", "B"), ("B", "A")], &[])));
    let replaced = [edit("C", Some("C")), edit("D", None)];
    assert_eq!(plan_stages(&now, &replaced), Ok(plan(&[], &["A", "B"])));
    let bad = [edit("A", Some("A")), edit("a ", None), edit("", Some("Z")), edit("E", Some("A"))];
    let faults = plan_stages(&now, &bad).unwrap_err();
    let expected = [
        ("/stages/1/name", "duplicate_stage"),
        ("/stages/2/name", "required"),
        ("/stages/2/was", "unknown"),
        ("/stages/3/was", "unknown"),
    ];
    assert_eq!(codes(&faults), expected);
    assert_eq!(codes(&plan_stages(&now, &[]).unwrap_err()), [("/stages", "no_stages")]);
}

#[test]
fn outcomes_and_levels() {
    let outcome = |key: &str, text: &str| JobOutcome {
        key: key.into(),
        text: text.into(),
        measure: String::new(),
        target: String::new(),
        due: String::new(),
    };
    assert_eq!(codes(&check_outcomes(&[outcome("fewer-pages", "Fewer pages at night.")])), []);
    let bad = [outcome("Fewer", "x"), outcome("a", ""), outcome("a", "y")];
    let expected = [
        ("/outcomes/0/key", "malformed_key"),
        ("/outcomes/1/text", "required"),
        ("/outcomes/2/key", "duplicate_key"),
    ];
    assert_eq!(codes(&check_outcomes(&bad)), expected);
    let level = LevelContent {
        function: String::new(),
        position: 100,
        name: String::new(),
        summary: String::new(),
        criteria: vec![String::new()],
        bands: vec![band("EUR", 1, 2), band("EUR", -1, 2)],
    };
    let expected = [
        ("/name", "required"),
        ("/position", "out_of_range"),
        ("/criteria/0", "required"),
        ("/bands/1/low", "negative_pay"),
        ("/bands/1/currency", "duplicate_currency"),
    ];
    assert_eq!(codes(&check_level(&level)), expected);
    for (job, outside) in [((10, 20), false), ((12, 18), false), ((9, 20), true), ((10, 21), true)] {
        assert_eq!(reaches_outside(&band("EUR", job.0, job.1), &band("EUR", 10, 20)), outside, "{job:?}");
    }
}
