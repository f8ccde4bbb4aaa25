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

use evenhand_shared::plan::{PlanCheck, PlanFault};
use findings::Findings;

/// Most bytes of a plan file.
pub const FILE_MAX: usize = 256 * 1024;

/// Checks a plan file. Without faults the plan is good to import; hints stop nothing.
#[must_use]
pub fn check(toml: &str) -> PlanCheck {
    if toml.len() > FILE_MAX {
        let message =
            "The file is larger than 256 KiB; a plan is text only, so leave out what does not belong to it.";
        let fault = PlanFault { line: 0, code: "too_large".to_owned(), message: message.to_owned() };
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
