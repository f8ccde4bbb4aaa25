//! Interview plans as TOML files: checked with every fault named by line, and written out again.
//!
//! A check has two steps. Reading turns the text into a plan and names what does not have the right shape; the rules
//! then look at the content, and stay silent about what could not be read, so that one mistake is reported once.

mod export;
mod findings;
mod hints;
mod read;
mod rules;

pub use export::export;

use evenhand_shared::{
    library::CompetencyText,
    plan::{Competency, DecisionRule, Kit, PayBand, Plan, PlanCheck, PlanFault, PlanJob, RevealRule, Rubric},
};
use findings::Findings;

/// Most bytes of a plan file.
pub const FILE_MAX: usize = 256 * 1024;

/// Checks a plan file. Without faults the plan is good to import; hints stop nothing.
#[must_use]
pub fn check(toml: &str) -> PlanCheck {
    if toml.len() > FILE_MAX {
        let message =
            "The file is larger than 256 KiB; a plan is text only, so leave out what does not belong to it.";
        let fault = PlanFault {
            line: 0,
            path: String::new(),
            code: "too_large".to_owned(),
            message: message.to_owned(),
        };
        return PlanCheck { faults: vec![fault], hints: Vec::new(), plan: None };
    }
    let mut findings = Findings::new(toml.strip_prefix('\u{feff}').unwrap_or(toml));
    let Some(plan) = read::read(&mut findings) else {
        return PlanCheck { faults: findings.into_sorted(), hints: Vec::new(), plan: None };
    };
    rules::look(&plan, &mut findings);
    let hints = hints::look(&plan, &findings);
    let readable = findings.all_readable();
    PlanCheck { faults: findings.into_sorted(), hints, plan: readable.then_some(plan) }
}

/// Checks a plan that did not come from a file, by the same rules: faults and hints by path.
#[must_use]
pub fn check_plan(plan: &Plan) -> (Vec<PlanFault>, Vec<PlanFault>) {
    let mut findings = Findings::new("");
    rules::look(plan, &mut findings);
    let hints = hints::look(plan, &findings);
    (findings.into_sorted(), hints)
}

/// Checks a competency of the library by the rules that hold for one in a plan.
#[must_use]
pub fn check_competency(text: &CompetencyText) -> Vec<PlanFault> {
    let mut findings = Findings::new("");
    rules::competency_text(text, &mut findings);
    findings.into_sorted()
}

/// Checks a kit of the library by the rules that hold for one in a plan; `known` are the competencies of the library by key.
#[must_use]
pub fn check_kit(kit: &Kit, known: &[String]) -> Vec<PlanFault> {
    let competency = |key: &String| Competency {
        key: key.clone(),
        name: key.clone(),
        weight: 0,
        rubric: Rubric { version: 1, anchors: Vec::new() },
    };
    let around = Plan {
        competencies: known.iter().map(competency).collect(),
        kits: vec![kit.clone()],
        ..empty_plan()
    };
    let mut findings = Findings::new("");
    rules::kits(&around, &mut findings);
    let mut faults = findings.into_sorted();
    for fault in &mut faults {
        if let Some(path) = fault.path.strip_prefix("kits.0.") {
            fault.path = path.to_owned();
        }
    }
    faults
}

/// A plan in which nothing is written yet.
#[must_use]
pub fn empty_plan() -> Plan {
    Plan {
        job: PlanJob {
            key: String::new(),
            title: String::new(),
            level: String::new(),
            summary: String::new(),
            band: PayBand { currency: String::new(), low: 0, high: 0 },
            stages: Vec::new(),
        },
        outcomes: Vec::new(),
        competencies: Vec::new(),
        kits: Vec::new(),
        decision: DecisionRule { bar: 0.6, reveal: RevealRule::PanelComplete },
    }
}
