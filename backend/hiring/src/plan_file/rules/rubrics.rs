//! Competencies: weights and anchors.

use super::texts::{key, keys_differ, line, prose};
use crate::plan_file::findings::Findings;
use evenhand_shared::plan::{Competency, Plan};
use std::collections::BTreeMap;

const LEVELS: std::ops::RangeInclusive<usize> = 4..=5;
const ALL_WEIGHTS: i64 = 100;

pub(super) fn look(plan: &Plan, findings: &mut Findings<'_>) {
    keys_differ("competencies", plan.competencies.iter().map(|c| c.key.as_str()), findings);
    for (index, competency) in plan.competencies.iter().enumerate() {
        let at = format!("competencies.{index}");
        key(&format!("{at}.key"), &competency.key, findings);
        line(&format!("{at}.name"), &competency.name, findings);
        if competency.weight <= 0 {
            let message = format!("The weight of \"{}\" must be above 0.", competency.key);
            findings.fault(&format!("{at}.weight"), "weight_not_positive", message);
        }
        rubric(&format!("{at}.rubric"), competency, findings);
        rated_somewhere(plan, &at, competency, findings);
    }
    weights(plan, findings);
}

fn weights(plan: &Plan, findings: &mut Findings<'_>) {
    let sum = plan.competencies.iter().fold(0_i64, |sum, c| sum.saturating_add(c.weight));
    if !plan.competencies.is_empty() && sum != ALL_WEIGHTS && !findings.gaps_in("competencies", "weight") {
        let message = format!("The weights add up to {sum}; change them so that they add up to 100.");
        findings.fault("competencies.0.weight", "weights_do_not_add_up", message);
    }
}

fn rubric(at: &str, competency: &Competency, findings: &mut Findings<'_>) {
    let name = &competency.key;
    if competency.rubric.version < 1 {
        findings.fault(&format!("{at}.version"), "rubric_version", "Rubric versions count from 1.");
    }
    anchors(&format!("{at}.anchors"), name, &competency.rubric.anchors, findings);
}

/// The levels of a scale.
pub(super) fn anchors(at: &str, name: &str, anchors: &[String], findings: &mut Findings<'_>) {
    if !LEVELS.contains(&anchors.len()) {
        let message = format!(
            "The rubric of \"{name}\" has {} anchors; write 4 or 5, one for each level from the lowest up.",
            anchors.len()
        );
        findings.fault(at, "anchor_count", message);
    }
    let mut seen = BTreeMap::new();
    for (index, anchor) in anchors.iter().enumerate() {
        let path = format!("{at}.{index}");
        let level = index.saturating_add(1);
        if anchor.trim().is_empty() {
            let message = format!(
                "Level {level} of \"{name}\" has no anchor; describe what you would see or hear at this level."
            );
            findings.fault(&path, "level_without_anchor", message);
            continue;
        }
        prose(&path, anchor, findings);
        if let Some(first) = seen.insert(anchor.trim().to_lowercase(), level) {
            let message = format!(
                "Levels {first} and {level} of \"{name}\" have the same anchor; say what tells them apart."
            );
            findings.fault(&path, "same_anchor_twice", message);
        }
    }
}

fn rated_somewhere(plan: &Plan, at: &str, competency: &Competency, findings: &mut Findings<'_>) {
    let rated = plan.kits.iter().any(|kit| kit.rates.contains(&competency.key));
    if !rated && !competency.key.is_empty() && !plan.kits.is_empty() && !findings.gaps_in("kits", "rates") {
        let message = format!(
            "No kit rates \"{}\", so nobody will assess it; add it to a kit's \"rates\" or take it out.",
            competency.key
        );
        findings.fault(&format!("{at}.key"), "competency_never_rated", message);
    }
}
