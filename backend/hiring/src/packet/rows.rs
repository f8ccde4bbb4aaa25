//! The rows: one per competency, gaps first, then what was seen differently, then what was seen alike.

use super::{
    PacketCardInput, PlannedInterview,
    composite::{count, level, mean, real, share},
};
use evenhand_shared::{
    packet::{PacketRow, RowGroup},
    plan::{Competency, Plan},
};
use std::cmp::Reverse;

/// Fewest levels between the lowest and the highest rating that make a row worth discussing by themselves.
const FAR_APART: i64 = 2;
/// Shares that differ by less are the same number: a level that lies on the bar must not fall under it by rounding.
const SAME: f64 = 1e-9;

/// A row with what it is sorted by.
struct Placed {
    row: PacketRow,
    spread: i64,
    opposite: bool,
}

pub(super) fn rows(
    plan: &Plan,
    cards: &[PacketCardInput],
    planned: &[PlannedInterview],
    partial: bool,
) -> Vec<PacketRow> {
    let mut placed: Vec<Placed> =
        plan.competencies.iter().map(|c| place(plan, c, cards, planned, partial)).collect();
    // The sort is stable: what is equal stays in the plan's order.
    placed.sort_by_key(|p| match p.row.group {
        RowGroup::Differently => (p.row.group, Reverse(p.spread), Reverse(p.opposite)),
        group => (group, Reverse(0), Reverse(false)),
    });
    placed.into_iter().map(|p| p.row).collect()
}

fn place(
    plan: &Plan,
    competency: &Competency,
    cards: &[PacketCardInput],
    planned: &[PlannedInterview],
    partial: bool,
) -> Placed {
    let levels: Vec<i64> = cards
        .iter()
        .filter(|card| card.counted())
        .filter_map(|card| level(&card.first, &competency.key))
        .collect();
    let low = levels.iter().copied().min();
    let high = levels.iter().copied().max();
    let spread = high.unwrap_or(0).saturating_sub(low.unwrap_or(0));
    let reaches = |level: i64| share(competency, level) + SAME >= plan.decision.bar;
    let opposite = low.is_some_and(|l| !reaches(l)) && high.is_some_and(reaches);
    let group = match levels.len() {
        0 => RowGroup::Gap,
        1 => RowGroup::Single,
        _ if spread >= FAR_APART || opposite => RowGroup::Differently,
        _ => RowGroup::Alike,
    };
    let kits: Vec<_> = plan.kits.iter().filter(|kit| kit.rates.contains(&competency.key)).collect();
    let row = PacketRow {
        competency: competency.key.clone(),
        name: competency.name.clone(),
        weight: competency.weight,
        anchors: competency.rubric.anchors.clone(),
        rubric_version: competency.rubric.version,
        group,
        n: count(levels.len()),
        planned: planned.iter().filter(|p| kits.iter().any(|kit| kit.key == p.kit)).map(|p| p.cards).sum(),
        mean: if partial { None } else { mean(&levels.iter().copied().map(real).collect::<Vec<_>>()) },
        low: low.filter(|_| !partial),
        high: high.filter(|_| !partial),
        outcomes: plan
            .outcomes
            .iter()
            .filter(|outcome| outcome.competencies.contains(&competency.key))
            .map(|outcome| outcome.text.clone())
            .collect(),
        // Partial packets know the frozen plan only, so they say where the plan rates it.
        planned_in: kits
            .iter()
            .filter(|kit| partial || planned.iter().any(|p| p.kit == kit.key))
            .map(|kit| kit.name.clone())
            .collect(),
    };
    Placed { row, spread, opposite }
}
