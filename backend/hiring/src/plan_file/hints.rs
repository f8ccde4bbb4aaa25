//! Things worth a look that stop nothing.

use super::findings::Findings;
use evenhand_shared::plan::{Plan, PlanFault};

/// More competencies in one interview are rated in a hurry.
const RATES_MANY: usize = 6;
/// More minutes than this cost a candidate most of a working day.
const MINUTES_MANY: i64 = 300;

pub(super) fn look(plan: &Plan, findings: &Findings<'_>) -> Vec<PlanFault> {
    let mut hints = Vec::new();
    let mut hint = |path: &str, code: &str, message: String| {
        hints.push(PlanFault {
            line: findings.line(path),
            path: path.to_owned(),
            code: code.to_owned(),
            message,
        });
    };
    for (index, competency) in plan.competencies.iter().enumerate() {
        let kits = plan.kits.iter().filter(|kit| kit.rates.contains(&competency.key)).count();
        if kits == 1 {
            let message = format!(
                "Only one kit rates \"{}\", so no second person sees it; consider rating it in another.",
                competency.key
            );
            hint(&format!("competencies.{index}.key"), "rated_once", message);
        }
    }
    for (index, kit) in plan.kits.iter().enumerate() {
        if kit.rates.len() > RATES_MANY {
            let message = format!(
                "The kit \"{}\" rates {} competencies; more than 6 leave little time for evidence on each.",
                kit.key,
                kit.rates.len()
            );
            hint(&format!("kits.{index}.rates"), "rates_many", message);
        }
        if kit.questions.is_empty() {
            let message = format!(
                "The kit \"{}\" has no questions; candidates are easier to compare when they are asked the same.",
                kit.key
            );
            hint(&format!("kits.{index}"), "no_questions", message);
        }
    }
    for (index, outcome) in plan.outcomes.iter().enumerate() {
        if outcome.competencies.len() == 1 {
            let message = format!(
                "Only one competency serves the outcome \"{}\"; if it is misjudged, nothing else speaks for it.",
                outcome.key
            );
            hint(&format!("outcomes.{index}.competencies"), "served_once", message);
        }
    }
    let minutes = plan.kits.iter().fold(0_i64, |sum, kit| sum.saturating_add(kit.minutes));
    if minutes > MINUTES_MANY {
        let message = format!(
            "All interviews together take a candidate {minutes} minutes; consider fewer or shorter ones."
        );
        hint("kits", "long_loop", message);
    }
    hints.sort_by_key(|hint| hint.line);
    hints
}
