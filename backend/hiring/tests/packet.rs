//! The packet: order, groups and the composite against numbers worked out by hand.

use evenhand_hiring::packet::{PacketCardInput, PacketInput, PlannedInterview, build};
use evenhand_shared::{
    Timestamp,
    loops::{Release, ReleaseKind},
    packet::{Packet, RowGroup},
    plan::{Competency, DecisionRule, Kit, Outcome, PayBand, Plan, PlanJob, RevealRule, Rubric},
    scorecards::{Amendment, AmendmentTag, CardContent, CompetencyMark, Mark, Recommendation},
};

/// Competencies a (weight 50, five levels), b (30, four levels), c (20, five levels); kits k1 rates a and b, k2 all.
fn plan(bar: f64) -> Plan {
    let competency = |key: &str, weight, levels: usize| Competency {
        key: key.to_owned(),
        name: key.to_uppercase(),
        weight,
        rubric: Rubric { version: 1, anchors: (1..=levels).map(|n| format!("{key} {n}")).collect() },
    };
    let kit = |key: &str, rates: &[&str]| Kit {
        key: key.to_owned(),
        name: format!("Kit {key}"),
        format: "talk".to_owned(),
        minutes: 60,
        instructions: String::new(),
        rates: rates.iter().map(|rate| (*rate).to_owned()).collect(),
        shows: Vec::new(),
        blind: false,
        origin: None,
        questions: Vec::new(),
    };
    Plan {
        job: PlanJob {
            key: "job".to_owned(),
            title: "Job".to_owned(),
            level: "1".to_owned(),
            summary: String::new(),
            band: PayBand { currency: "EUR".to_owned(), low: 1, high: 2 },
            stages: vec!["Applied".to_owned()],
        },
        outcomes: vec![Outcome {
            key: "o".to_owned(),
            text: "Less of it.".to_owned(),
            competencies: vec!["a".to_owned(), "c".to_owned()],
        }],
        competencies: vec![competency("a", 50, 5), competency("b", 30, 4), competency("c", 20, 5)],
        kits: vec![kit("k1", &["a", "b"]), kit("k2", &["a", "b", "c"])],
        decision: DecisionRule { bar, reveal: RevealRule::PanelComplete },
    }
}

/// A card; level 0 means not assessed.
fn card(author: &str, kit: &str, levels: &[(&str, i64)], recommendation: Recommendation) -> PacketCardInput {
    let marks = levels
        .iter()
        .map(|(competency, level)| CompetencyMark {
            competency: (*competency).to_owned(),
            evidence: "Seen.".to_owned(),
            mark: if *level == 0 {
                Mark::NotAssessed { reason: "No time.".to_owned() }
            } else {
                Mark::Rated { level: *level }
            },
        })
        .collect();
    PacketCardInput {
        id: format!("{kit}-{author}").into(),
        author_id: author.into(),
        author: author.to_owned(),
        kit: kit.to_owned(),
        first: CardContent { marks, recommendation, takeaways: String::new() },
        amendments: Vec::new(),
        exposed: false,
        late: false,
        counts: true,
    }
}

fn input(bar: f64, cards: Vec<PacketCardInput>) -> PacketInput {
    PacketInput {
        loop_id: "loop".into(),
        candidate_name: "Noor".to_owned(),
        job: "Job, 1".to_owned(),
        plan_number: 3,
        plan: plan(bar),
        release: Some(Release { at: Timestamp(7), kind: ReleaseKind::PanelComplete, by: None, reason: None }),
        adaptive: true,
        partial: false,
        cards,
        missing: vec!["Tomás".to_owned()],
        withdrawn: Vec::new(),
        planned: vec![
            PlannedInterview { kit: "k2".to_owned(), cards: 2 },
            PlannedInterview { kit: "k1".to_owned(), cards: 1 },
        ],
    }
}

fn packet(bar: f64, cards: Vec<PacketCardInput>) -> Packet {
    build(input(bar, cards))
}

fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-12, "{found} is not {expected}");
}

use Recommendation::{No, StrongYes, Yes};

#[test]
fn s16_composite_over_rubrics_of_four_and_five_levels() {
    let found = packet(
        0.6,
        vec![
            card("Ines", "k1", &[("a", 4), ("b", 3)], Yes),
            card("Aiko", "k2", &[("a", 2), ("b", 4), ("c", 0)], No),
        ],
    );
    // a: (3/4 + 1/4)/2 = 0.5; b: (2/3 + 3/3)/2 = 5/6; c not assessed: (50·0.5 + 30·5/6)/80 = 50/80.
    let composite = found.composite.unwrap();
    near(composite.value, 0.625);
    assert_eq!((composite.people, composite.ratings, composite.weight_assessed), (2, 4, 80));
    assert_eq!(composite.recommendations, [(No, 1), (Yes, 1)]);
    // Ines: (50·3/4 + 30·2/3)/80 = 57.5/80; Aiko: (50·1/4 + 30·1)/80 = 42.5/80.
    near(composite.high, 0.718_75);
    near(composite.low, 0.531_25);
    assert_eq!(found.cards[0].author, "Ines");
    near(found.cards[0].composite.unwrap(), 0.718_75);
    near(found.cards[1].composite.unwrap(), 0.531_25);
    let rows: Vec<_> =
        found.rows.iter().map(|r| (r.competency.as_str(), r.group, r.n, r.planned, r.low, r.high)).collect();
    assert_eq!(
        rows,
        [
            ("c", RowGroup::Gap, 0, 2, None, None),
            ("a", RowGroup::Differently, 2, 3, Some(2), Some(4)),
            ("b", RowGroup::Alike, 2, 3, Some(3), Some(4)),
        ]
    );
    near(found.rows[1].mean.unwrap(), 3.0);
    near(found.rows[2].mean.unwrap(), 3.5);
    assert_eq!(found.rows[0].mean, None);
    assert_eq!(found.rows[0].planned_in, ["Kit k2"]);
    assert_eq!(found.rows[1].planned_in, ["Kit k1", "Kit k2"]);
    assert_eq!((found.rows[1].outcomes.len(), found.rows[2].outcomes.len()), (1, 0));
}

#[test]
fn s16_one_person_on_two_interviews_counts_once() {
    let found =
        packet(0.6, vec![card("Ines", "k1", &[("a", 3)], Yes), card("Ines", "k2", &[("a", 5)], StrongYes)]);
    let composite = found.composite.unwrap();
    assert_eq!((composite.people, composite.ratings, composite.weight_assessed), (1, 2, 50));
    near(composite.value, 0.75);
}

#[test]
fn s16_nothing_rated_gives_no_composite() {
    for cards in [vec![], vec![card("Ines", "k1", &[("a", 0), ("b", 0)], No)]] {
        let found = packet(0.6, cards);
        assert_eq!(found.composite, None);
        assert!(found.rows.iter().all(|row| row.group == RowGroup::Gap && row.mean.is_none()));
        assert!(found.cards.iter().all(|card| card.composite.is_none()));
    }
}

#[test]
fn s16_exposed_cards_are_shown_and_not_counted() {
    let exposed = PacketCardInput { exposed: true, ..card("Aiko", "k2", &[("a", 5), ("c", 5)], StrongYes) };
    let alone = packet(0.6, vec![exposed.clone()]);
    assert_eq!((alone.cards.len(), alone.composite), (1, None));
    assert!(alone.rows.iter().all(|row| row.group == RowGroup::Gap && row.n == 0));
    near(alone.cards[0].composite.unwrap(), 1.0);

    let both = packet(0.6, vec![exposed, card("Ines", "k1", &[("a", 2)], No)]);
    let composite = both.composite.unwrap();
    near(composite.value, 0.25);
    assert_eq!((composite.people, composite.ratings), (1, 1));
    assert_eq!(composite.recommendations, [(No, 1)]);
    near(composite.high, 0.25);
}

#[test]
fn s14_a_card_that_does_not_count_is_shown_only() {
    let lead = PacketCardInput { counts: false, ..card("Ruth", "k1", &[("a", 5)], Yes) };
    let found = packet(0.6, vec![lead, card("Ines", "k1", &[("a", 3)], Yes)]);
    assert_eq!(found.cards.len(), 2);
    near(found.composite.unwrap().value, 0.5);
    assert_eq!(found.rows.iter().find(|row| row.competency == "a").unwrap().group, RowGroup::Single);
}

#[test]
fn s11_amendments_do_not_change_what_counts_and_late_cards_do() {
    let amendment = Amendment {
        revision: 2,
        at: Timestamp(9),
        reason: "I mixed up two answers.".to_owned(),
        tag: AmendmentTag::AfterReveal,
        content: card("Aiko", "k2", &[("a", 1)], No).first,
    };
    let late = PacketCardInput {
        late: true,
        amendments: vec![amendment.clone()],
        ..card("Aiko", "k2", &[("a", 5)], Yes)
    };
    let found = packet(0.6, vec![late, card("Ines", "k1", &[("a", 4)], Yes)]);
    near(found.composite.unwrap().value, 0.875);
    assert!(found.cards[1].late);
    assert_eq!(found.cards[1].amendments, [amendment]);
}

#[test]
fn rows_stand_by_group_then_spread_then_sides_of_the_bar() {
    let order = |bar: f64, one: &[(&str, i64)], two: &[(&str, i64)]| {
        let found = packet(bar, vec![card("Ines", "k2", one, Yes), card("Aiko", "k2", two, Yes)]);
        found.rows.into_iter().map(|row| (row.competency, row.group)).collect::<Vec<_>>()
    };
    use RowGroup::{Alike, Differently, Single};
    let named =
        |rows: &[(&str, RowGroup)]| rows.iter().map(|(c, g)| ((*c).to_owned(), *g)).collect::<Vec<_>>();
    // Widest spread first.
    assert_eq!(
        order(0.6, &[("a", 1), ("b", 1), ("c", 1)], &[("a", 3), ("b", 4), ("c", 5)]),
        named(&[("c", Differently), ("b", Differently), ("a", Differently)])
    );
    // Equal spread: opposite sides first (a stays below the bar, c crosses it).
    assert_eq!(
        order(0.6, &[("a", 1), ("b", 4), ("c", 2)], &[("a", 3), ("b", 4), ("c", 4)]),
        named(&[("c", Differently), ("a", Differently), ("b", Alike)])
    );
    // One level apart, on two sides of the bar; a level that lies on the bar reaches it.
    assert_eq!(
        order(0.75, &[("a", 3), ("b", 3), ("c", 4)], &[("a", 4), ("b", 3), ("c", 5)]),
        named(&[("a", Differently), ("b", Alike), ("c", Alike)])
    );
    // Two thirds reach a bar of two thirds.
    assert_eq!(
        order(2.0 / 3.0, &[("a", 3), ("b", 3)], &[("a", 3), ("b", 4), ("c", 1)]),
        named(&[("a", Alike), ("b", Alike), ("c", Single)])
    );
}

#[test]
fn cards_stand_in_the_plans_order_then_by_name_then_by_id() {
    let mut twin = card("Aiko", "k2", &[], Yes);
    twin.id = "a".into();
    let found = packet(
        0.6,
        vec![card("Zoe", "k2", &[], Yes), card("Aiko", "k2", &[], Yes), twin, card("Tomás", "k1", &[], Yes)],
    );
    let order: Vec<_> = found.cards.iter().map(|card| card.id.as_str()).collect();
    assert_eq!(order, ["k1-Tomás", "a", "k2-Aiko", "k2-Zoe"]);
    assert_eq!(found.cards[0].kit_name, "Kit k1");
}

#[test]
fn s08_partial_packets_hold_cards_and_no_numbers() {
    let cards = vec![card("Ines", "k1", &[("a", 4)], Yes), card("Aiko", "k2", &[("a", 2)], No)];
    let found = build(PacketInput { partial: true, ..input(0.6, cards) });
    assert!(found.partial && !found.adaptive);
    assert_eq!((found.cards.len(), found.composite, found.release, found.missing.len()), (2, None, None, 0));
    assert!(found.cards.iter().all(|card| card.composite.is_none()));
    for row in &found.rows {
        assert_eq!((row.mean, row.low, row.high, row.planned), (None, None, None, 0), "{}", row.competency);
    }
    assert_eq!(found.rows.iter().find(|row| row.competency == "a").unwrap().planned_in, ["Kit k1", "Kit k2"]);
}

#[test]
fn s08_complete_packets_hold_the_release_and_who_is_missing() {
    let found = packet(0.6, vec![card("Ines", "k1", &[("a", 4)], Yes)]);
    assert_eq!(found.release.unwrap().at, Timestamp(7));
    assert_eq!((found.missing, found.adaptive, found.plan_number), (vec!["Tomás".to_owned()], true, 3));
}
