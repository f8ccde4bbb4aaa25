//! Plan files: every fault by its line, and nothing lost on the way out and back in.
#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use evenhand_hiring::plan_file::{check, export};
use evenhand_shared::plan::Plan;

const GOOD: &str = include_str!("plans/good.toml");

/// The faults of a changed file as (line, code).
fn faults(toml: &str) -> Vec<(u64, String)> {
    check(toml).faults.into_iter().map(|fault| (fault.line, fault.code)).collect()
}

/// The good file with one text replaced, and the line on which it first stood.
fn changed(from: &str, to: &str) -> (String, u64) {
    let at = GOOD.find(from).unwrap_or_else(|| panic!("the good plan does not contain {from:?}"));
    let line = GOOD[..at].matches('\n').count() + 1;
    (GOOD.replacen(from, to, 1), u64::try_from(line).unwrap())
}

#[test]
fn the_good_plan_is_good() {
    let found = check(GOOD);
    assert_eq!(found.faults, []);
    let plan = found.plan.unwrap();
    assert_eq!(plan.job.stages, ["Applied", "Interviews", "Offer"]);
    assert_eq!(plan.kits[1].questions[0].follow_ups, ["And then?"]);
    // The reader by hand and serde agree on the shape.
    assert_eq!(toml::from_str::<Plan>(GOOD).unwrap(), plan);
    assert_eq!(toml::from_str::<Plan>(&export(&plan)).unwrap(), plan);
}

#[test]
fn each_fault_is_named_on_its_line() {
    // What is replaced, with what, how many lines below the start of the replaced text the fault stands, its code.
    let table = [
        ("title = ", "titel = ", 0, "unknown_key"),
        ("level = \"Level 4\"\n", "", -3, "missing_key"),
        ("level = \"Level 4\"", "level = 4", 0, "wrong_type"),
        ("key = \"backend\"", "key = \"Back end\"", 0, "malformed_key"),
        ("key = \"backend\"", "key = \"backend-\"", 0, "malformed_key"),
        ("title = \"Backend engineer\"", "title = \" \"", 0, "empty_text"),
        ("\"EUR\"", "\"eur\"", 0, "malformed_currency"),
        ("low = 1", "low = 90", 0, "band_upside_down"),
        ("low = 1", "low = -1", 0, "negative_pay"),
        ("low = 1", "low = 1.5", 0, "wrong_type"),
        ("[\"Applied\", \"Interviews\", \"Offer\"]", "[]", 0, "no_stages"),
        ("\"Interviews\", \"Offer\"", "\"Offer\", \"offer\"", 0, "duplicate_stage"),
        ("\"Interviews\", \"Offer\"", "\"Offer\", 3", 0, "wrong_type"),
        (
            "competencies = [\"code\", \"talk\"]",
            "competencies = [\"code\", \"dance\"]",
            0,
            "unknown_competency",
        ),
        ("competencies = [\"code\", \"talk\"]", "competencies = [\"code\", \"code\"]", 0, "listed_twice"),
        ("competencies = [\"code\", \"talk\"]", "competencies = []", 0, "outcome_not_assessed"),
        ("weight = 60", "weight = 50", 0, "weights_do_not_add_up"),
        ("weight = 60", "weight = \"60\"", 0, "wrong_type"),
        ("version = 1", "version = 0", 0, "rubric_version"),
        ("    \"Writes none.\",\n", "", -1, "anchor_count"),
        ("\"Writes none.\"", "\"\"", 0, "level_without_anchor"),
        ("\"Writes some.\"", "\"writes none.\"", 0, "same_anchor_twice"),
        (
            "minutes = 60\nrates = [\"code\", \"talk\"]",
            "minutes = 4\nrates = [\"code\", \"talk\"]",
            0,
            "minutes_out_of_range",
        ),
        ("minutes = 30 # first", "minutes = 61 # first", -6, "questions_longer_than_kit"),
        ("minutes = 30 # first", "minutes = 0 # first", 0, "minutes_out_of_range"),
        ("competency = \"talk\"", "competency = \"code\"", 0, "question_not_rated"),
        ("competency = \"talk\"", "competency = \"walk\"", 0, "unknown_competency"),
        ("key = \"talking\"", "key = \"coding\"", 0, "duplicate_key"),
        ("bar = 0.6", "bar = 1.2", 0, "bar_out_of_range"),
        ("bar = 0.6", "bar = nan", 0, "bar_out_of_range"),
        ("bar = 0.6", "bar = \"high\"", 0, "wrong_type"),
        ("\"panel_complete\"", "\"at once\"", 0, "unknown_reveal_rule"),
        ("bar = 0.6", "bar == 0.6", 0, "not_toml"),
        ("title = \"Backend engineer\"", "title = \"Backend engineer", 0, "not_toml"),
    ];
    for (from, to, offset, code) in table {
        let (toml, line) = changed(from, to);
        let line = u64::try_from(i64::try_from(line).unwrap() + offset).unwrap();
        let found = faults(&toml);
        assert!(
            found.contains(&(line, code.to_owned())),
            "{from:?} → {to:?}: line {line} {code}, found {found:?}"
        );
    }
}

#[test]
fn one_mistake_is_reported_once() {
    for (from, to) in [
        ("weight = 60", "weight = \"60\""),
        ("level = \"Level 4\"\n", ""),
        ("rates = [\"talk\"]", "rates = [1]"),
        (
            "[competencies.rubric]\nversion = 1\nanchors = [\"Silent.\"",
            "[competencies.rubrik]\nversion = 1\nanchors = [\"Silent.\"",
        ),
    ] {
        let (toml, _) = changed(from, to);
        let found = faults(&toml);
        let most = if to.contains("rubrik") { 2 } else { 1 };
        assert!((1..=most).contains(&found.len()), "{from:?} → {to:?}: {found:?}");
    }
}

#[test]
fn all_faults_are_reported_in_the_order_of_the_file() {
    let toml = GOOD
        .replacen("\"EUR\"", "\"euro\"", 1)
        .replacen("weight = 60", "weight = 70", 1)
        .replacen("\"Writes some.\"", "\"\"", 1)
        .replacen("bar = 0.6", "bar = 7", 1)
        .replacen("rates = [\"code\", \"talk\"]", "rates = [\"code\"]", 1)
        .replacen("rates = [\"talk\"]", "rates = [\"code\"]", 1);
    let found = faults(&toml);
    let codes: Vec<&str> = found.iter().map(|(_, code)| code.as_str()).collect();
    assert_eq!(
        codes,
        [
            "malformed_currency",
            "weights_do_not_add_up",
            "level_without_anchor",
            "competency_never_rated",
            "question_not_rated",
            "bar_out_of_range"
        ]
    );
    assert!(found.is_sorted_by_key(|(line, _)| *line));
}

#[test]
fn an_outcome_whose_competencies_nobody_rates_is_named() {
    let toml = GOOD
        .replacen("rates = [\"code\", \"talk\"]", "rates = [\"code\"]", 1)
        .replacen("rates = [\"talk\"]", "rates = [\"code\"]", 1)
        .replacen("competencies = [\"code\", \"talk\"]", "competencies = [\"talk\"]", 1);
    assert!(
        faults(&toml).iter().any(|(line, code)| *line == 10 && code == "outcome_not_assessed"),
        "{:?}",
        faults(&toml)
    );
}

#[test]
fn sections_that_are_missing_or_of_the_wrong_kind_are_named() {
    let codes = |toml: &str| faults(toml).into_iter().map(|(_, code)| code).collect::<Vec<_>>();
    assert_eq!(codes(""), ["missing_key"; 5]);
    assert_eq!(
        codes("job = 1\noutcomes = 2\ncompetencies = {}\nkits = [3]\ndecision = []"),
        ["wrong_type"; 5]
    );
    assert!(codes(&"#".repeat(300_000)).contains(&"too_large".to_owned()));
    let (no_kits, _) = GOOD.split_at(GOOD.find("[[kits]]").unwrap());
    let toml = format!("kits = []\n{no_kits}\n[decision]\nbar = 1\nreveal = \"own_submitted\"\n");
    assert_eq!(codes(&toml), ["no_kits"]);
}

#[test]
fn too_many_of_a_thing_is_named_at_the_first_too_many() {
    let kit = "[[kits]]\nkey = \"kit-NUMBER\"\nname = \"Kit\"\nformat = \"talk\"\nminutes = 10\nrates = [\"talk\"]\n\n";
    let more: String = (0..11).map(|n| kit.replace("NUMBER", &n.to_string())).collect();
    let toml = GOOD.replacen("[decision]", &format!("{more}[decision]"), 1);
    assert_eq!(faults(&toml).into_iter().map(|(_, code)| code).collect::<Vec<_>>(), ["too_many_kits"]);
}

#[test]
fn hints_point_at_what_is_thin() {
    let hints: Vec<(u64, String)> =
        check(GOOD).hints.into_iter().map(|hint| (hint.line, hint.code)).collect();
    assert_eq!(hints, [(16, "rated_once".to_owned())]);
    let toml = GOOD.replacen("competencies = [\"code\", \"talk\"]", "competencies = [\"talk\"]", 1).replacen(
        "minutes = 60\nrates",
        "minutes = 290\nrates",
        1,
    );
    let codes: Vec<String> = check(&toml).hints.into_iter().map(|hint| hint.code).collect();
    assert_eq!(codes, ["served_once", "rated_once", "long_loop"]);
}

#[test]
fn byte_order_mark_and_windows_line_ends_are_accepted() {
    let toml = format!("\u{feff}{}", GOOD.replace('\n', "\r\n"));
    let found = check(&toml);
    assert_eq!(found.faults, []);
    assert_eq!(
        faults(&toml.replacen("bar = 0.6", "bar = 6", 1)),
        [(faults(&changed("bar = 0.6", "bar = 6").0)[0].0, "bar_out_of_range".to_owned())]
    );
}
