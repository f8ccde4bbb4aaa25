//! The rules that a plan's content must keep.

mod kits;
mod rubrics;
mod texts;

use super::findings::Findings;
use evenhand_shared::{
    library::CompetencyText,
    plan::{Plan, PlanJob},
};
use std::collections::{BTreeMap, BTreeSet};
use texts::{key, keys_differ, line, prose};

/// Most kits of a plan.
const KITS_MAX: usize = 12;
/// Most competencies of a plan.
const COMPETENCIES_MAX: usize = 24;
/// Most outcomes of a plan.
const OUTCOMES_MAX: usize = 24;
/// Most pipeline columns.
const STAGES_MAX: usize = 20;

/// Looks at everything.
pub(super) fn look(plan: &Plan, findings: &mut Findings<'_>) {
    job(&plan.job, findings);
    rubrics::look(plan, findings);
    self::kits(plan, findings);
    outcomes(plan, findings);
    sizes(plan, findings);
    if !(0.0..=1.0).contains(&plan.decision.bar) {
        findings.fault(
            "decision.bar",
            "bar_out_of_range",
            "The bar is a share of the scale from 0 to 1, such as 0.6; write one in that range.",
        );
    }
}

/// Looks at the kits alone.
pub(super) fn kits(plan: &Plan, findings: &mut Findings<'_>) {
    kits::look(plan, findings);
}

/// Looks at a competency of the library.
pub(super) fn competency_text(text: &CompetencyText, findings: &mut Findings<'_>) {
    line("name", &text.name, findings);
    if !text.description.is_empty() {
        prose("description", &text.description, findings);
    }
    rubrics::anchors("anchors", &text.name, &text.anchors, findings);
}

fn job(job: &PlanJob, findings: &mut Findings<'_>) {
    key("job.key", &job.key, findings);
    line("job.title", &job.title, findings);
    line("job.level", &job.level, findings);
    if !job.summary.is_empty() {
        prose("job.summary", &job.summary, findings);
    }
    let band = &job.band;
    if band.currency.len() != 3 || !band.currency.bytes().all(|b| b.is_ascii_uppercase()) {
        let message = "The currency is three capital letters, such as EUR.";
        findings.fault("job.band.currency", "malformed_currency", message);
    }
    if band.low < 0 {
        findings.fault("job.band.low", "negative_pay", "The lower end of the pay band cannot be negative.");
    }
    if band.low > band.high && !findings.is_unreadable("job.band.low") {
        let message = "The pay band's lower end is above its upper end; swap them or correct one.";
        findings.fault("job.band.high", "band_upside_down", message);
    }
    stages(&job.stages, findings);
}

fn stages(stages: &[String], findings: &mut Findings<'_>) {
    if stages.is_empty() {
        let message = "The pipeline has no stages; name at least one, such as \"Applied\".";
        findings.fault("job.stages", "no_stages", message);
    }
    if stages.len() > STAGES_MAX {
        findings.fault("job.stages", "too_many_stages", "A pipeline holds at most 20 stages.");
    }
    let mut seen = BTreeSet::new();
    for (index, stage) in stages.iter().enumerate() {
        let path = format!("job.stages.{index}");
        line(&path, stage, findings);
        if !stage.trim().is_empty() && !seen.insert(stage.trim().to_lowercase()) {
            let message = format!("The stage \"{stage}\" stands here twice; give each stage its own name.");
            findings.fault(&path, "duplicate_stage", message);
        }
    }
}

fn outcomes(plan: &Plan, findings: &mut Findings<'_>) {
    if plan.outcomes.is_empty() && !findings.gaps_in("outcomes", "key") {
        let message = "The plan has no outcomes; write at least one result that the hire must bring about.";
        findings.fault("outcomes", "no_outcomes", message);
    }
    keys_differ("outcomes", plan.outcomes.iter().map(|o| o.key.as_str()), findings);
    let rated: BTreeSet<&str> = plan.kits.iter().flat_map(|kit| &kit.rates).map(String::as_str).collect();
    for (index, outcome) in plan.outcomes.iter().enumerate() {
        let at = format!("outcomes.{index}");
        key(&format!("{at}.key"), &outcome.key, findings);
        prose(&format!("{at}.text"), &outcome.text, findings);
        let list = format!("{at}.competencies");
        references(plan, &list, &outcome.competencies, findings);
        let known = outcome.competencies.iter().any(|c| plan.competency(c).is_some());
        let assessed = outcome.competencies.iter().any(|c| rated.contains(c.as_str()));
        let sure = !plan.kits.is_empty() && !findings.gaps_in("kits", "rates");
        if outcome.competencies.is_empty() {
            let message = format!(
                "The outcome \"{}\" names no competency, so nobody assesses it; name those that serve it.",
                outcome.key
            );
            findings.fault(&list, "outcome_not_assessed", message);
        } else if known && !assessed && sure {
            let message = format!(
                "Nobody assesses the outcome \"{}\": no kit rates any of its competencies. Add one of them to a kit's \"rates\".",
                outcome.key
            );
            findings.fault(&at, "outcome_not_assessed", message);
        }
    }
}

/// Names unknown competencies and repetitions in a list of keys.
fn references(plan: &Plan, path: &str, keys: &[String], findings: &mut Findings<'_>) {
    let mut seen = BTreeMap::new();
    for (index, name) in keys.iter().enumerate() {
        let path = format!("{path}.{index}");
        known_competency(plan, &path, name, findings);
        if seen.insert(name, index).is_some() {
            let message = format!("The competency \"{name}\" stands in this list twice; take one out.");
            findings.fault(&path, "listed_twice", message);
        }
    }
}

/// Names a reference to a competency that the plan does not have.
fn known_competency(plan: &Plan, path: &str, name: &str, findings: &mut Findings<'_>) -> bool {
    let known = plan.competency(name).is_some();
    if !known && !findings.gaps_in("competencies", "key") {
        let message =
            format!("The plan has no competency \"{name}\"; correct the name or add the competency.");
        findings.fault(path, "unknown_competency", message);
    }
    known
}

fn sizes(plan: &Plan, findings: &mut Findings<'_>) {
    let limits = [
        ("outcomes", plan.outcomes.len(), OUTCOMES_MAX),
        ("competencies", plan.competencies.len(), COMPETENCIES_MAX),
        ("kits", plan.kits.len(), KITS_MAX),
    ];
    for (section, found, most) in limits {
        if found > most {
            let message = format!("The plan has {found} {section}; it holds at most {most}.");
            findings.fault(&format!("{section}.{most}"), &format!("too_many_{section}"), message);
        }
    }
    if plan.kits.is_empty() && !findings.gaps_in("kits", "key") {
        findings.fault("kits", "no_kits", "The plan has no kits; describe at least one interview.");
    }
    if plan.competencies.is_empty() && !findings.gaps_in("competencies", "key") {
        let message = "The plan has no competencies; describe at least one thing that is rated.";
        findings.fault("competencies", "no_competencies", message);
    }
}
