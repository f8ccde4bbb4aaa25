//! What panelists said about their own places, and whom the recruiter reminded.

use super::{DAY, DemoRequest, HOUR, Said};

pub(super) fn requests() -> Vec<DemoRequest> {
    let said = |candidate: &'static str, person: &'static str, at, what| DemoRequest {
        candidate: candidate.into(),
        person: person.into(),
        at,
        what,
    };
    vec![
        said("elena", "tomas", -DAY, Said::Reminded),
        said("elena", "tomas", -3 * HOUR, Said::MoreTime { until: DAY }),
        said("liam", "aiko", -HOUR, Said::Swap { colleague: "ruth".into() }),
    ]
}
