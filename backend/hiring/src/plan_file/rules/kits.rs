//! Kits and their questions.

use super::{
    known_competency, references,
    texts::{key, keys_differ, line, prose},
};
use crate::plan_file::findings::Findings;
use evenhand_shared::plan::{Kit, Plan};

const MINUTES: std::ops::RangeInclusive<i64> = 5..=480;
const QUESTIONS_MAX: usize = 40;

pub(super) fn look(plan: &Plan, findings: &mut Findings<'_>) {
    keys_differ("kits", plan.kits.iter().map(|kit| kit.key.as_str()), findings);
    for (index, kit) in plan.kits.iter().enumerate() {
        let at = format!("kits.{index}");
        key(&format!("{at}.key"), &kit.key, findings);
        line(&format!("{at}.name"), &kit.name, findings);
        line(&format!("{at}.format"), &kit.format, findings);
        if !kit.instructions.is_empty() {
            prose(&format!("{at}.instructions"), &kit.instructions, findings);
        }
        for (index, shown) in kit.shows.iter().enumerate() {
            line(&format!("{at}.shows.{index}"), shown, findings);
        }
        if !MINUTES.contains(&kit.minutes) {
            let message = "An interview takes 5 to 480 minutes; write a number in that range.";
            findings.fault(&format!("{at}.minutes"), "minutes_out_of_range", message);
        }
        if let Some(origin) = &kit.origin {
            key(&format!("{at}.origin.kit"), &origin.kit, findings);
            if origin.version < 1 {
                let message = "Versions of the library count from 1.";
                findings.fault(&format!("{at}.origin.version"), "library_version", message);
            }
        }
        let rates = format!("{at}.rates");
        if kit.rates.is_empty() {
            let message = format!("The kit \"{}\" rates nothing; name at least one competency.", kit.key);
            findings.fault(&rates, "rates_nothing", message);
        }
        references(plan, &rates, &kit.rates, findings);
        questions(plan, &at, kit, findings);
    }
}

fn questions(plan: &Plan, at: &str, kit: &Kit, findings: &mut Findings<'_>) {
    if kit.questions.len() > QUESTIONS_MAX {
        findings.fault(&format!("{at}.questions"), "too_many_questions", "A kit holds at most 40 questions.");
    }
    for (index, question) in kit.questions.iter().enumerate() {
        let at_question = format!("{at}.questions.{index}");
        prose(&format!("{at_question}.text"), &question.text, findings);
        for (index, follow_up) in question.follow_ups.iter().enumerate() {
            prose(&format!("{at_question}.follow_ups.{index}"), follow_up, findings);
        }
        if question.minutes < 1 {
            let message = "A question takes at least one minute.";
            findings.fault(&format!("{at_question}.minutes"), "minutes_out_of_range", message);
        }
        let path = format!("{at_question}.competency");
        let known = known_competency(plan, &path, &question.competency, findings);
        if known && !kit.rates.contains(&question.competency) && !findings.gaps_in(at, "rates") {
            let message = format!(
                "This question is for \"{}\", which the kit \"{}\" does not rate; add it to \"rates\" or move the question.",
                question.competency, kit.key
            );
            findings.fault(&path, "question_not_rated", message);
        }
    }
    let sum = kit.questions.iter().fold(0_i64, |sum, question| sum.saturating_add(question.minutes));
    if sum > kit.minutes {
        let message = format!(
            "The questions of \"{}\" take {sum} minutes and the interview {}; drop a question or plan more time.",
            kit.key, kit.minutes
        );
        findings.fault(&format!("{at}.minutes"), "questions_longer_than_kit", message);
    }
}
