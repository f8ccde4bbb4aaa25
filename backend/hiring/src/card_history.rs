//! What changed between two revisions of a card, in words.

use evenhand_shared::{
    plan::Competency,
    scorecards::{CardChange, CardContent, FieldKey, Mark},
};

/// The fields in which two revisions differ, in the kit's order.
#[must_use]
pub fn changes(competencies: &[Competency], before: &CardContent, after: &CardContent) -> Vec<CardChange> {
    let mut all = Vec::new();
    let mut note = |key: &FieldKey, name: String, before: String, after: String| {
        if before != after {
            all.push(CardChange { field: key.name(), name, before, after });
        }
    };
    for competency in competencies {
        let of = |card: &CardContent| {
            let mark = card.marks.iter().find(|mark| mark.competency == competency.key);
            mark.map(|mark| (words(&mark.mark), mark.evidence.clone())).unwrap_or_default()
        };
        let ((rating, evidence), (new_rating, new_evidence)) = (of(before), of(after));
        let key = competency.key.clone();
        note(&FieldKey::Rating(key.clone()), format!("Rating of {}", competency.name), rating, new_rating);
        note(&FieldKey::Evidence(key), format!("Evidence for {}", competency.name), evidence, new_evidence);
    }
    let recommended = |card: &CardContent| card.recommendation.words().to_owned();
    let name = "Recommendation".to_owned();
    note(&FieldKey::Recommendation, name, recommended(before), recommended(after));
    let name = "Key take-aways".to_owned();
    note(&FieldKey::Takeaways, name, before.takeaways.clone(), after.takeaways.clone());
    all
}

fn words(mark: &Mark) -> String {
    match mark {
        Mark::Rated { level } => level.to_string(),
        Mark::NotAssessed { reason } => format!("Not assessed: {reason}"),
    }
}
