//! Who a panel is made of. A panel of one function or one level sees one side of a person; that is pointed out and never stops anything.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Something worth a look about a panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum PanelHint {
    /// Everyone works in this function.
    OneFunction(String),
    /// Everyone has this seniority.
    OneSeniority(i64),
}

impl PanelHint {
    /// The hint as pages say it.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::OneFunction(function) => format!(
                "Everyone on this panel works in {function}. Somebody from elsewhere sees what colleagues of one function overlook."
            ),
            Self::OneSeniority(seniority) => format!(
                "Everyone on this panel has seniority {seniority}. Somebody with more or less experience notices other things."
            ),
        }
    }
}

/// Somebody on a panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Panelist<'a> {
    /// Who.
    pub id: &'a str,
    /// Their function; empty when it is not known.
    pub function: &'a str,
    /// Their seniority.
    pub seniority: i64,
}

/// What is worth pointing out about these people. One person alone is no panel.
#[must_use]
pub fn panel_hints(people: &[Panelist<'_>]) -> Vec<PanelHint> {
    let people: BTreeSet<Panelist<'_>> = people.iter().copied().collect();
    let mut hints = Vec::new();
    let Some(first) = people.first() else { return hints };
    if people.len() < 2 {
        return hints;
    }
    let same = |p: &Panelist<'_>| p.function.trim().eq_ignore_ascii_case(first.function.trim());
    if !first.function.trim().is_empty() && people.iter().all(same) {
        hints.push(PanelHint::OneFunction(first.function.trim().to_owned()));
    }
    if people.iter().all(|p| p.seniority == first.seniority) {
        hints.push(PanelHint::OneSeniority(first.seniority));
    }
    hints
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hints(people: &[(&str, &str, i64)]) -> Vec<PanelHint> {
        let people: Vec<Panelist<'_>> = people
            .iter()
            .map(|(id, function, seniority)| Panelist { id, function, seniority: *seniority })
            .collect();
        panel_hints(&people)
    }

    #[test]
    fn panels_of_one_kind_are_pointed_out() {
        let function = |f: &str| PanelHint::OneFunction(f.to_owned());
        type Case<'c> = (&'c [(&'c str, &'c str, i64)], Vec<PanelHint>);
        let table: [Case<'_>; 7] = [
            (&[], vec![]),
            (&[("a", "Design", 3)], vec![]),
            (&[("a", "Design", 3), ("a", "Design", 3)], vec![]),
            (&[("a", "Design", 3), ("b", "Sales", 4)], vec![]),
            (&[("a", "Design", 3), ("b", "design ", 4)], vec![function("Design")]),
            (&[("a", "", 3), ("b", "", 3)], vec![PanelHint::OneSeniority(3)]),
            (&[("a", "Design", 3), ("b", "Design", 3)], vec![function("Design"), PanelHint::OneSeniority(3)]),
        ];
        for (people, expected) in table {
            assert_eq!(hints(people), expected, "{people:?}");
        }
    }
}
