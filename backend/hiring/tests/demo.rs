//! The demonstration's content keeps the product's own rules.
#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use evenhand_hiring::{
    demo::{DemoCard, DemoData, DemoFate, DemoLoop, demo},
    loops::{CardFact, SlotFact, check_new_loop, interview_end, panel_complete, progress},
    packet::{PacketCardInput, PacketInput, PlannedInterview, build},
    plan_file::check,
};
use evenhand_shared::{
    LoopId, PersonId, PlanId, Timestamp,
    loops::{NewInterview, NewLoop, NewSlot, Progress, SlotKind, SlotState},
    packet::{Packet, RowGroup},
    people::{check_email, check_name, check_person},
    plan::{Plan, RevealRule},
    scorecards::{CardContent, FieldKey, check_field, read_card},
    time::MINUTE,
};
use std::collections::BTreeSet;

fn plan(data: &DemoData, job: &str) -> Plan {
    check(data.job(job).unwrap().plan_toml).plan.unwrap()
}

fn plan_of(data: &DemoData, one: &DemoLoop) -> Plan {
    plan(data, data.candidate(&one.candidate).unwrap().job)
}

fn content(plan: &Plan, kit: &str, fields: &[(String, String)]) -> CardContent {
    let competencies: Vec<_> =
        plan.kit(kit).unwrap().rates.iter().map(|key| plan.competency(key).unwrap().clone()).collect();
    for (name, value) in fields {
        check_field(&competencies, &FieldKey::parse(name).unwrap(), value).unwrap();
    }
    read_card(&competencies, |key| {
        fields
            .iter()
            .find(|(name, _)| *name == key.name())
            .map_or_else(String::new, |(_, value)| value.clone())
    })
    .unwrap()
}

fn at(minutes: i64) -> Timestamp {
    Timestamp(minutes * MINUTE)
}

fn facts(plan: &Plan, one: &DemoLoop) -> Vec<SlotFact> {
    let mut facts = Vec::new();
    for interview in &one.interviews {
        let minutes = plan.kit(&interview.kit).unwrap().minutes;
        for slot in &interview.panel {
            facts.push(SlotFact {
                kind: slot.kind,
                required: slot.required,
                state: slot.state,
                interview_cancelled: matches!(interview.fate, DemoFate::Cancelled { .. }),
                interview_end: interview_end(interview.starts.map(at), minutes),
                card: match slot.card {
                    DemoCard::Untouched => CardFact::None,
                    DemoCard::Draft { .. } => CardFact::Draft,
                    DemoCard::Submitted { .. } => CardFact::Submitted,
                    DemoCard::Withdrawn { .. } => CardFact::Withdrawn,
                },
            });
        }
    }
    facts
}

fn packet(data: &DemoData, one: &DemoLoop) -> Packet {
    let plan = plan_of(data, one);
    let mut cards = Vec::new();
    for interview in &one.interviews {
        for slot in &interview.panel {
            if let (SlotKind::Interviewer, DemoCard::Submitted { fields, .. }) = (slot.kind, &slot.card) {
                cards.push(PacketCardInput {
                    id: (&*slot.person).into(),
                    author_id: (&*slot.person).into(),
                    author: slot.person.to_string(),
                    kit: interview.kit.to_string(),
                    first: content(&plan, &interview.kit, fields),
                    amendments: Vec::new(),
                    exposed: false,
                    late: false,
                    counts: true,
                });
            }
        }
    }
    build(PacketInput {
        loop_id: LoopId::from("loop"),
        candidate_name: String::new(),
        job: String::new(),
        plan_number: 1,
        plan,
        release: None,
        adaptive: false,
        partial: false,
        cards,
        missing: Vec::new(),
        withdrawn: Vec::new(),
        planned: one
            .interviews
            .iter()
            .map(|i| PlannedInterview { kit: i.kit.to_string(), cards: 1 })
            .collect(),
    })
}

#[test]
fn s42_people_and_candidates_are_well_formed_and_distinct() {
    let data = demo();
    assert_eq!((data.people.len(), data.candidates.len()), (12, 60));
    let mut keys = BTreeSet::new();
    let mut emails = BTreeSet::new();
    for person in &data.people {
        assert_eq!(check_person(&person.name, &person.email, &person.function, person.seniority), []);
        assert!(
            person.email.ends_with("@example.org") && !person.roles.is_empty() && !person.part.is_empty()
        );
        assert!(keys.insert(person.key.clone()) && emails.insert(person.email.clone()), "{}", person.key);
    }
    for job in &data.jobs {
        assert_eq!(data.candidates.iter().filter(|candidate| candidate.job == job.key).count(), 20);
        for stage in plan(&data, job.key).job.stages.iter().filter(|stage| *stage != "Offer") {
            assert!(data.candidates.iter().any(|c| c.job == job.key && c.stage == **stage), "{stage}");
        }
    }
    for candidate in &data.candidates {
        let stages = plan(&data, candidate.job).job.stages;
        let mut faults = Vec::new();
        check_name("", &candidate.name, &mut faults);
        check_email("", &candidate.email, &mut faults);
        assert_eq!(faults, []);
        assert!(candidate.email.ends_with("@example.net"), "{}", candidate.email);
        assert!(stages.contains(&candidate.stage.to_string()), "{}", candidate.stage);
        assert!(candidate.applied < 0 && candidate.answers.iter().all(|(_, text)| !text.is_empty()));
        assert!(
            keys.insert(candidate.key.clone()) && emails.insert(candidate.email.clone()),
            "{}",
            candidate.key
        );
    }
}

#[test]
fn s42_every_loop_could_have_been_run_in_the_product() {
    let data = demo();
    for one in &data.loops {
        let plan = plan_of(&data, one);
        let candidate = data.candidates.iter().find(|c| c.key == one.candidate).unwrap();
        assert!(candidate.applied < one.started && one.started < 0, "{}", one.candidate);
        let new = NewLoop {
            plan_id: PlanId::from("plan"),
            reveal: Some(one.reveal),
            brief: one.brief.to_string(),
            interviews: one
                .interviews
                .iter()
                .map(|interview| NewInterview {
                    kit: interview.kit.to_string(),
                    starts_at: interview.starts.map(at),
                    zone: interview.starts.map(|_| interview.zone.to_string()),
                    place: interview.place.to_string(),
                    panel: interview
                        .panel
                        .iter()
                        .map(|slot| NewSlot {
                            person_id: PersonId::from(&*slot.person),
                            kind: slot.kind,
                            required: slot.required,
                        })
                        .collect(),
                })
                .collect(),
        };
        assert_eq!(check_new_loop(&plan, &new), [], "{}", one.candidate);
        for interview in &one.interviews {
            let minutes = plan.kit(&interview.kit).unwrap().minutes;
            for (s, slot) in interview.panel.iter().enumerate() {
                assert!(data.people.iter().any(|person| person.key == slot.person), "{}", slot.person);
                if let Some(at) = slot.took_over {
                    assert!(at > one.started && at < 0 && s > 0, "{} {}", one.candidate, slot.person);
                    assert_eq!(interview.panel[s - 1].state, SlotState::Replaced);
                }
                let (at, fields) = match &slot.card {
                    DemoCard::Untouched | DemoCard::Draft { .. } => continue,
                    DemoCard::Submitted { at, fields, .. } => (at, fields),
                    DemoCard::Withdrawn { at, fields, withdrawn, reason } => {
                        assert!(withdrawn > at && *withdrawn < 0 && reason.len() >= 10);
                        (at, fields)
                    }
                };
                let start = interview.starts.unwrap();
                assert!(
                    start > interview.added.unwrap_or(one.started) && *at >= start + minutes && *at < 0,
                    "{} {}",
                    one.candidate,
                    slot.person
                );
                let card = content(&plan, &interview.kit, fields);
                if let DemoCard::Submitted { amendments, .. } = &slot.card {
                    for amendment in amendments {
                        assert!(amendment.at > *at && amendment.at < 0 && amendment.reason.len() >= 10);
                        assert_ne!(content(&plan, &interview.kit, &amendment.fields), card);
                    }
                }
            }
        }
        if let Some(opening) = &one.opened {
            assert!(opening.at > one.started && opening.at < 0 && opening.reason.len() >= 10);
        }
    }
}

#[test]
fn s42_loops_stand_where_the_demonstration_needs_them() {
    let data = demo();
    let stand: Vec<_> = data
        .loops
        .iter()
        .map(|one| {
            let facts = facts(&plan_of(&data, one), one);
            let Progress { submitted, required, overdue } = progress(&facts, at(0));
            (&*one.candidate, submitted, required, overdue, panel_complete(&facts), one.opened.is_some())
        })
        .collect();
    assert_eq!(
        stand,
        [
            ("noor", 4, 4, 0, true, false),
            ("kofi", 4, 4, 0, true, false),
            ("elena", 3, 4, 1, false, false),
            ("jonas", 2, 4, 0, false, false),
            ("priya", 2, 4, 0, false, false),
            ("liam", 0, 4, 0, false, false),
            // Both rounds of one candidate; the first is released.
            ("esi", 3, 3, 0, true, false),
            // All in, and by its rule it waits to be opened.
            ("bruno", 4, 4, 0, true, false),
            // Opened with one card missing.
            ("chidi", 3, 4, 1, false, true),
            ("dana", 3, 5, 0, false, false),
            ("esi", 1, 2, 0, false, false),
            // Declined, and not given to anybody else yet.
            ("ayumi", 0, 4, 0, false, false),
            ("hana", 4, 4, 0, true, false),
            // The missing card came in after the opening.
            ("ibrahim", 4, 4, 0, true, true),
            // A no-show and two cancellations leave one card: the roster released nothing.
            ("farah", 1, 1, 0, true, false),
            // Withdrawn: it will not complete by itself.
            ("gustavo", 3, 4, 0, false, false),
            ("jasmin", 2, 4, 0, false, false),
        ]
    );
}

#[test]
fn s42_notes_and_tags_are_those_of_the_team_after_the_application() {
    let data = demo();
    for remark in &data.remarks {
        let candidate = data.candidate(&remark.candidate).unwrap();
        let job = data.job(candidate.job).unwrap();
        assert!(remark.by == job.recruiter || remark.by == job.manager, "{}", candidate.key);
        assert!(remark.at > candidate.applied && remark.at < 0, "{}", candidate.key);
    }
    let rejections: Vec<_> = data.candidates.iter().filter_map(|c| c.rejection.as_ref()).collect();
    assert_eq!(rejections.iter().filter(|rejection| rejection.announced).count(), 6);
    assert_eq!(rejections.len(), 7);
}

#[test]
fn s42_every_state_of_a_place_a_card_and_a_rule_is_seen() {
    let data = demo();
    let interviews = || data.loops.iter().flat_map(|one| &one.interviews);
    let slots: Vec<_> = interviews().flat_map(|interview| &interview.panel).collect();
    for state in [
        SlotState::Assigned,
        SlotState::Accepted,
        SlotState::Declined,
        SlotState::NoShow,
        SlotState::Cancelled,
        SlotState::Replaced,
    ] {
        assert!(slots.iter().any(|slot| slot.state == state), "{state:?}");
    }
    for kind in [SlotKind::Interviewer, SlotKind::Shadow, SlotKind::ReverseShadow] {
        assert!(slots.iter().any(|slot| slot.kind == kind), "{kind:?}");
    }
    for rule in [RevealRule::PanelComplete, RevealRule::DebriefOpened, RevealRule::OwnSubmitted] {
        assert!(data.loops.iter().any(|one| one.reveal == rule), "{rule:?}");
    }
    assert!(slots.iter().any(|slot| matches!(slot.card, DemoCard::Draft { .. })));
    assert!(slots.iter().any(|slot| matches!(slot.card, DemoCard::Withdrawn { .. })));
    assert!(slots.iter().any(|slot| slot.took_over.is_some()));
    assert!(interviews().any(|interview| interview.added.is_some()));
    // Whoever may open the loops of a job owes no card that would suspend this right, but for one that shows it (S5).
    let suspended: Vec<_> = data
        .loops
        .iter()
        .filter(|one| {
            let manager = &data.job(data.candidate(&one.candidate).unwrap().job).unwrap().manager;
            one.interviews.iter().flat_map(|interview| &interview.panel).any(|slot| {
                slot.person == *manager && slot.state.stands() && matches!(slot.card, DemoCard::Untouched)
            })
        })
        .map(|one| &*one.candidate)
        .collect();
    assert_eq!(suspended, ["dana"]);
}

#[test]
fn s42_one_packet_holds_a_disagreement_and_a_gap() {
    let data = demo();
    let noor = packet(&data, &data.loops[0]);
    let rows: Vec<_> =
        noor.rows.iter().map(|row| (row.competency.as_str(), row.group, row.low, row.high)).collect();
    assert_eq!(
        rows,
        [
            ("working-with-ambiguity", RowGroup::Gap, None, None),
            ("collaboration", RowGroup::Differently, Some(2), Some(5)),
            ("system-design", RowGroup::Differently, Some(2), Some(4)),
            ("problem-solving", RowGroup::Alike, Some(4), Some(4)),
            ("code-quality", RowGroup::Alike, Some(4), Some(4)),
            ("running-services", RowGroup::Alike, Some(3), Some(3)),
        ]
    );
    let amended =
        data.loops[0].interviews.iter().flat_map(|interview| &interview.panel).any(
            |slot| matches!(&slot.card, DemoCard::Submitted { amendments, .. } if amendments.len() == 1),
        );
    assert!(amended);
    let kofi = packet(&data, &data.loops[1]);
    assert!(kofi.rows.iter().all(|row| row.group != RowGroup::Gap), "{:?}", kofi.rows);
    assert!(kofi.composite.unwrap().value > 0.6);
}
