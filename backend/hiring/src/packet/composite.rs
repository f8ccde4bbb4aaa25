//! The weighted composite (S16).

use super::PacketCardInput;
use evenhand_shared::{
    packet::Composite,
    plan::{Competency, Plan},
    scorecards::{CardContent, Mark, Recommendation},
};
use std::collections::BTreeSet;

/// Levels and small counts as real numbers.
pub(super) fn real(n: i64) -> f64 {
    // Levels, weights and counts of one loop are far below 2^31.
    i32::try_from(n).map_or(f64::NAN, f64::from)
}

/// A level as a share of its scale: (level − 1)/(levels − 1).
pub(super) fn share(competency: &Competency, level: i64) -> f64 {
    let levels = i64::try_from(competency.rubric.anchors.len()).unwrap_or(i64::MAX);
    real(level.saturating_sub(1)) / real(levels.saturating_sub(1).max(1))
}

/// The level that a card gives to a competency.
pub(super) fn level(content: &CardContent, competency: &str) -> Option<i64> {
    content.marks.iter().filter(|mark| mark.competency == competency).find_map(|mark| match mark.mark {
        Mark::Rated { level } => Some(level),
        Mark::NotAssessed { .. } => None,
    })
}

/// Mean of shares per competency, weighted, weights renormalised over what was assessed.
fn weighted(plan: &Plan, cards: &[&CardContent]) -> Option<(f64, i64)> {
    let mut sum = 0.0;
    let mut weight = 0;
    for competency in &plan.competencies {
        let shares: Vec<f64> = cards
            .iter()
            .filter_map(|card| level(card, &competency.key))
            .map(|level| share(competency, level))
            .collect();
        if let Some(mean) = mean(&shares) {
            sum += real(competency.weight) * mean;
            weight += competency.weight;
        }
    }
    (weight > 0).then(|| (sum / real(weight), weight))
}

/// The mean of some numbers.
pub(super) fn mean(values: &[f64]) -> Option<f64> {
    let n = i64::try_from(values.len()).ok().filter(|n| *n > 0)?;
    Some(values.iter().sum::<f64>() / real(n))
}

/// The same arithmetic over one card's own ratings.
pub(super) fn of_card(plan: &Plan, content: &CardContent) -> Option<f64> {
    weighted(plan, &[content]).map(|(value, _)| value)
}

/// The composite of the counted cards; nothing where nothing was rated.
pub(super) fn of_panel(plan: &Plan, cards: &[PacketCardInput]) -> Option<Composite> {
    let counted: Vec<&PacketCardInput> = cards.iter().filter(|card| card.counted()).collect();
    let contents: Vec<&CardContent> = counted.iter().map(|card| &card.first).collect();
    let (value, weight) = weighted(plan, &contents)?;
    let singles: Vec<f64> = contents.iter().filter_map(|content| of_card(plan, content)).collect();
    let rated =
        |content: &CardContent| plan.competencies.iter().filter(|c| level(content, &c.key).is_some()).count();
    let people: BTreeSet<_> =
        counted.iter().filter(|card| rated(&card.first) > 0).map(|card| &card.author_id).collect();
    let ratings: usize = contents.iter().map(|content| rated(content)).sum();
    Some(Composite {
        value,
        low: singles.iter().copied().fold(f64::INFINITY, f64::min),
        high: singles.iter().copied().fold(f64::NEG_INFINITY, f64::max),
        people: count(people.len()),
        ratings: count(ratings),
        weight_assessed: weight,
        recommendations: recommendations(&contents),
    })
}

/// Those that occur, from strong no to strong yes.
fn recommendations(cards: &[&CardContent]) -> Vec<(Recommendation, u64)> {
    Recommendation::ALL
        .into_iter()
        .map(|kind| (kind, count(cards.iter().filter(|card| card.recommendation == kind).count())))
        .filter(|(_, n)| *n > 0)
        .collect()
}

/// Counts are 64-bit on the wire.
pub(super) fn count(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}
