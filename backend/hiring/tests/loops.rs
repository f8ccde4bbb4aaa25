//! Rules of loops: what can start, when a panel is complete, who is late.
#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use evenhand_hiring::loops::{
    CardFact, SlotFact, card_counts, card_progress, check_new_interview, check_new_loop, due_at,
    interview_end, panel_complete, progress,
};
use evenhand_hiring::plan_file::check;
use evenhand_shared::{
    Timestamp,
    loops::{CardProgress, NewInterview, NewLoop, NewSlot, Progress, SlotKind, SlotState},
    plan::Plan,
    time::{DAY, HOUR, MINUTE},
};

fn plan() -> Plan {
    check(include_str!("plans/good.toml")).plan.unwrap()
}

fn slot(person: &str) -> NewSlot {
    NewSlot { person_id: person.into(), kind: SlotKind::Interviewer, required: true }
}

fn interview(kit: &str, panel: Vec<NewSlot>) -> NewInterview {
    NewInterview { kit: kit.to_owned(), starts_at: None, zone: None, place: String::new(), panel }
}

fn new_loop(interviews: Vec<NewInterview>) -> NewLoop {
    NewLoop { plan_id: "plan".into(), reveal: None, brief: String::new(), interviews }
}

fn faults(new: &NewLoop) -> Vec<(String, String)> {
    check_new_loop(&plan(), new).into_iter().map(|fault| (fault.pointer, fault.code)).collect()
}

fn one(pointer: &str, code: &str) -> Vec<(String, String)> {
    vec![(pointer.to_owned(), code.to_owned())]
}

#[test]
fn a_loop_that_fits_its_plan_can_start() {
    let mut scheduled = interview("coding", vec![slot("ines"), slot("dele")]);
    scheduled.starts_at = Some(Timestamp(0));
    scheduled.zone = Some("Europe/Berlin".to_owned());
    // The same person may sit on two interviews.
    assert_eq!(faults(&new_loop(vec![scheduled, interview("talking", vec![slot("ines")])])), []);
}

#[test]
fn faults_of_a_new_loop_point_at_their_field() {
    let good = || interview("coding", vec![slot("ines")]);
    assert_eq!(faults(&new_loop(vec![])), one("/interviews", "required"));
    assert_eq!(
        faults(&new_loop(vec![good(), interview("dancing", vec![slot("dele")])])),
        one("/interviews/1/kit", "unknown_kit")
    );
    assert_eq!(
        faults(&new_loop(vec![interview("coding", vec![slot("ines"), slot("ines")])])),
        one("/interviews/0/panel/1/person_id", "twice_on_one_interview")
    );
    assert_eq!(
        faults(&new_loop(vec![interview("coding", vec![slot("ines"), slot(" ")])])),
        one("/interviews/0/panel/1/person_id", "required")
    );
    for zone in [None, Some(" ".to_owned())] {
        let timed = NewInterview { starts_at: Some(Timestamp(0)), zone, ..good() };
        assert_eq!(faults(&new_loop(vec![timed])), one("/interviews/0/zone", "required"));
    }
    let place = |n: usize| NewInterview { place: "ü".repeat(n), ..good() };
    assert_eq!(faults(&new_loop(vec![place(200)])), []);
    assert_eq!(faults(&new_loop(vec![place(201)])), one("/interviews/0/place", "too_long"));
    let brief = |n: usize| NewLoop { brief: "ü".repeat(n), ..new_loop(vec![good()]) };
    assert_eq!(faults(&brief(4_000)), []);
    assert_eq!(faults(&brief(4_001)), one("/brief", "too_long"));
    let people = |n: usize| interview("coding", (0..n).map(|i| slot(&format!("person-{i}"))).collect());
    assert_eq!(faults(&new_loop(vec![people(12)])), []);
    assert_eq!(faults(&new_loop(vec![people(13)])), one("/interviews/0/panel", "too_many"));
    assert_eq!(faults(&new_loop(vec![good(); 20])), []);
    assert_eq!(faults(&new_loop(vec![good(); 21])), one("/interviews", "too_many"));
}

#[test]
fn s06_a_loop_needs_somebody_required() {
    let optional = NewSlot { required: false, ..slot("ines") };
    let shadow = NewSlot { kind: SlotKind::Shadow, ..slot("ruth") };
    let observer = NewSlot { kind: SlotKind::ReverseShadow, ..slot("tomas") };
    for panel in [vec![], vec![optional.clone()], vec![optional, shadow]] {
        assert_eq!(
            faults(&new_loop(vec![interview("coding", panel)])),
            one("/interviews", "nobody_required")
        );
    }
    assert_eq!(faults(&new_loop(vec![interview("coding", vec![observer])])), []);
}

#[test]
fn s12_an_added_interview_keeps_the_same_rules() {
    let found = |new: &NewInterview, existing| {
        check_new_interview(&plan(), new, existing)
            .into_iter()
            .map(|f| (f.pointer, f.code))
            .collect::<Vec<_>>()
    };
    assert_eq!(found(&interview("coding", vec![]), 19), []);
    assert_eq!(found(&interview("coding", vec![]), 20), one("", "too_many"));
    assert_eq!(
        found(&interview("dancing", vec![slot("a"), slot("a")]), 1),
        [
            ("/kit".to_owned(), "unknown_kit".to_owned()),
            ("/panel/1/person_id".to_owned(), "twice_on_one_interview".to_owned())
        ]
    );
}

const END: Timestamp = Timestamp(100 * DAY);

fn fact(card: CardFact) -> SlotFact {
    SlotFact {
        kind: SlotKind::Interviewer,
        required: true,
        state: SlotState::Accepted,
        interview_cancelled: false,
        interview_end: Some(END),
        card,
    }
}

#[test]
fn s06_panel_complete() {
    use CardFact::{Draft, None, Sealing, Submitted, Withdrawn};
    let in_ = fact(Submitted);
    let state = |state| SlotFact { state, ..fact(None) };
    let table: Vec<(&str, Vec<SlotFact>, bool)> = vec![
        ("nobody", vec![], false),
        ("one in", vec![in_], true),
        ("one assigned and in", vec![SlotFact { state: SlotState::Assigned, ..in_ }], true),
        ("one of two", vec![in_, fact(None)], false),
        ("a draft", vec![in_, fact(Draft)], false),
        ("still in its ten seconds", vec![in_, fact(Sealing)], false),
        ("a withdrawal is spent, not in", vec![in_, fact(Withdrawn)], false),
        ("optional is not awaited", vec![in_, SlotFact { required: false, ..fact(None) }], true),
        (
            "a shadow is not awaited, even marked required",
            vec![in_, SlotFact { kind: SlotKind::Shadow, ..fact(None) }],
            true,
        ),
        (
            "a reverse shadow is awaited",
            vec![in_, SlotFact { kind: SlotKind::ReverseShadow, ..fact(None) }],
            false,
        ),
        ("a cancelled place", vec![in_, state(SlotState::Cancelled)], true),
        ("a no-show", vec![in_, state(SlotState::NoShow)], true),
        ("a replaced place, its successor in", vec![state(SlotState::Replaced), in_], true),
        ("a replaced place, its successor due", vec![in_, state(SlotState::Replaced), fact(None)], false),
        ("a refusal leaves the place to be filled", vec![in_, state(SlotState::Declined)], false),
        ("a cancelled interview", vec![in_, SlotFact { interview_cancelled: true, ..fact(None) }], true),
        ("only optional cards", vec![SlotFact { required: false, ..in_ }], false),
        ("only shadows", vec![SlotFact { kind: SlotKind::Shadow, ..in_ }], false),
        (
            "everything called off",
            vec![SlotFact { interview_cancelled: true, ..in_ }, state(SlotState::NoShow)],
            false,
        ),
    ];
    for (what, slots, expected) in table {
        assert_eq!(panel_complete(&slots), expected, "{what}");
    }
}

#[test]
fn s10_a_card_being_sealed_reads_like_a_draft() {
    for now in [END, END.plus(DAY), END.plus(DAY + 1)] {
        assert_eq!(card_progress(&fact(CardFact::Sealing), now), card_progress(&fact(CardFact::Draft), now));
        assert_eq!(progress(&[fact(CardFact::Sealing)], now), progress(&[fact(CardFact::None)], now));
    }
}

#[test]
fn s10_a_withdrawn_card_is_neither_in_nor_owed() {
    let late = END.plus(10 * DAY);
    assert_eq!(card_progress(&fact(CardFact::Withdrawn), late), CardProgress::Withdrawn);
    assert_eq!(
        progress(&[fact(CardFact::Withdrawn)], late),
        Progress { submitted: 0, required: 1, overdue: 0 }
    );
}

#[test]
fn cards_are_overdue_after_more_than_24_hours() {
    let due = fact(CardFact::None);
    assert_eq!(due_at(Some(END)), Some(END.plus(24 * HOUR)));
    assert_eq!(card_progress(&due, END.plus(-HOUR)), CardProgress::Due);
    assert_eq!(card_progress(&due, END.plus(DAY)), CardProgress::Due);
    assert_eq!(card_progress(&due, END.plus(DAY + 1)), CardProgress::Overdue);
    let without_time = SlotFact { interview_end: None, ..due };
    assert_eq!(card_progress(&without_time, END.plus(99 * DAY)), CardProgress::Due);
    assert_eq!(
        (interview_end(Some(Timestamp(0)), 75), interview_end(None, 75)),
        (Some(Timestamp(75 * MINUTE)), None)
    );
    for state in [SlotState::Declined, SlotState::NoShow, SlotState::Cancelled, SlotState::Replaced] {
        assert_eq!(
            card_progress(&SlotFact { state, ..due }, END.plus(9 * DAY)),
            CardProgress::None,
            "{state:?}"
        );
    }
    let called_off = SlotFact { interview_cancelled: true, ..due };
    assert_eq!(card_progress(&called_off, END.plus(9 * DAY)), CardProgress::None);
    assert_eq!(
        card_progress(&SlotFact { card: CardFact::Submitted, ..called_off }, END),
        CardProgress::Submitted
    );
}

#[test]
fn progress_counts_required_cards() {
    let slots = [
        fact(CardFact::Submitted),
        fact(CardFact::Draft),
        SlotFact { interview_end: Some(END.plus(3 * DAY)), ..fact(CardFact::None) },
        SlotFact { required: false, ..fact(CardFact::Submitted) },
        SlotFact { kind: SlotKind::Shadow, ..fact(CardFact::None) },
        SlotFact { state: SlotState::NoShow, ..fact(CardFact::None) },
        SlotFact { state: SlotState::Declined, ..fact(CardFact::None) },
    ];
    assert_eq!(progress(&slots, END.plus(2 * DAY)), Progress { submitted: 1, required: 4, overdue: 1 });
    assert_eq!(progress(&[], END), Progress { submitted: 0, required: 0, overdue: 0 });
}

#[test]
fn s14_one_side_of_a_shadowed_interview_counts() {
    assert!(card_counts(SlotKind::Interviewer, false));
    assert!(!card_counts(SlotKind::Interviewer, true));
    assert!(card_counts(SlotKind::ReverseShadow, true));
    assert!(!card_counts(SlotKind::Shadow, false) && !card_counts(SlotKind::Shadow, true));
}
