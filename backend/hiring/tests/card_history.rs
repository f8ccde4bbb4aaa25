//! S11: what an amendment changed.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking, and says where")]

use evenhand_hiring::{card_history::changes, plan_file::check, templates::templates};
use evenhand_shared::scorecards::{CardContent, CompetencyMark, Mark, Recommendation};

#[test]
fn s11_only_what_changed_is_listed_in_the_order_of_the_kit() {
    let plan = check(&templates().into_iter().next().unwrap().toml).plan.unwrap();
    let competencies = &plan.competencies;
    let card = |level: i64, evidence: &str, recommendation, takeaways: &str| CardContent {
        marks: competencies
            .iter()
            .map(|competency| CompetencyMark {
                competency: competency.key.clone(),
                evidence: evidence.to_owned(),
                mark: Mark::Rated { level },
            })
            .collect(),
        recommendation,
        takeaways: takeaways.to_owned(),
    };
    let before = card(3, "Asked first.", Recommendation::Yes, "Calm.");
    assert_eq!(changes(competencies, &before, &before), []);
    let mut after = before.clone();
    after.marks.last_mut().unwrap().mark = Mark::NotAssessed { reason: "No time.".to_owned() };
    after.recommendation = Recommendation::No;
    let found = changes(competencies, &before, &after);
    let last = competencies.last().unwrap();
    let found: Vec<_> =
        found.iter().map(|c| (c.name.as_str(), c.before.as_str(), c.after.as_str())).collect();
    assert_eq!(
        found,
        [
            (format!("Rating of {}", last.name).as_str(), "3", "Not assessed: No time."),
            ("Recommendation", "Yes", "No"),
        ]
    );
    let rewritten = card(4, "Asked last.", Recommendation::Yes, "");
    assert_eq!(changes(competencies, &before, &rewritten).len(), 2 * competencies.len() + 1);
}
