//! Sixty candidates, twenty for each job.

mod backend;
mod design;
mod support;

use super::{DAY, DemoCandidate, DemoRejection, Text};
use evenhand_shared::rejections::RejectionKind;

/// Key, name, address, source, zone, stage, days since the application.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str, i64);

/// Whoever was turned down, the reason, and why in words.
type Turned = (&'static str, RejectionKind, &'static str);

pub(super) fn candidates() -> Vec<DemoCandidate> {
    let backend = backend::ROWS.into_iter().map(|(row, cv, why)| {
        candidate("backend-engineer", row, vec![("CV", cv), ("Why this role", why)], &backend::REJECTIONS)
    });
    let design = design::ROWS.into_iter().map(|(row, cv, portfolio, why)| {
        let answers = vec![("CV", cv), ("Portfolio", portfolio), ("Why this role", why)];
        candidate("product-designer", row, answers, &design::REJECTIONS)
    });
    let support = support::ROWS.into_iter().map(|(row, cv, why)| {
        let answers = vec![("CV", cv), ("Why this role", why)];
        candidate("customer-support-lead", row, answers, &support::REJECTIONS)
    });
    backend.chain(design).chain(support).collect()
}

fn candidate(
    job: &'static str,
    (key, name, email, source, zone, stage, days): Row,
    answers: Vec<(&'static str, &'static str)>,
    rejections: &[Turned],
) -> DemoCandidate {
    DemoCandidate {
        key: key.into(),
        job,
        name: name.into(),
        email: email.into(),
        phone: "".into(),
        source: source.into(),
        zone: zone.into(),
        answers: answers.into_iter().map(|(heading, text)| (heading, Text::from(text))).collect(),
        stage: stage.into(),
        applied: -days * DAY,
        rejection: rejections.iter().find(|(rejected, ..)| *rejected == key).map(|(_, kind, why)| {
            // One letter is still waiting to be sent.
            DemoRejection { kind: *kind, reason: (*why).into(), announced: key != "agnes" }
        }),
    }
}
