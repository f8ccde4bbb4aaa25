//! Amendments as readable history beside the first version.

use super::content::{Content, mark_words};
use crate::components::{tag::Tag, time::When};
use evenhand_shared::{
    plan::Competency,
    scorecards::{Amendment, AmendmentTag, CardContent},
};
use yew::prelude::*;

/// Properties of [`History`].
#[derive(Properties, PartialEq)]
pub struct HistoryProps {
    /// The competencies.
    pub competencies: Vec<Competency>,
    /// What was sealed first.
    pub first: CardContent,
    /// What was appended, in order.
    pub amendments: Vec<Amendment>,
}

/// The history.
#[component]
pub fn History(props: &HistoryProps) -> Html {
    let before = std::iter::once(&props.first).chain(props.amendments.iter().map(|a| &a.content));
    html! {
        <section class="history" aria-labelledby="history">
            <h3 id="history">{"Amendments"}</h3>
            <p class="hint">{"The first version counts in every figure. Readers of the packet see both."}</p>
            <ol>
                {for props.amendments.iter().zip(before).map(|(amendment, before)| html! {
                    <li key={amendment.revision}>
                        <p class="row"><strong>{format!("Version {}", amendment.revision)}</strong><When at={amendment.at} /><Tag>{tag_words(amendment.tag)}</Tag></p>
                        <p class="text">{&amendment.reason}</p>
                        <ul>{for changes(before, &amendment.content, &props.competencies).into_iter().map(|change| html! { <li>{change}</li> })}</ul>
                        <details><summary>{"The whole version"}</summary>
                            <Content competencies={props.competencies.clone()} content={amendment.content.clone()} />
                        </details>
                    </li>
                })}
            </ol>
        </section>
    }
}

/// The tag of an amendment in words.
pub const fn tag_words(tag: AmendmentTag) -> &'static str {
    match tag {
        AmendmentTag::Sealed => "before seeing anything of others",
        AmendmentTag::AfterReveal => "after the reveal",
    }
}

/// What differs, one line each.
pub fn changes(before: &CardContent, after: &CardContent, competencies: &[Competency]) -> Vec<String> {
    let mut lines = Vec::new();
    for mark in &after.marks {
        let Some(old) = before.marks.iter().find(|m| m.competency == mark.competency) else { continue };
        let name = competencies
            .iter()
            .find(|c| c.key == mark.competency)
            .map_or(mark.competency.as_str(), |c| &c.name);
        if old.mark != mark.mark {
            lines.push(format!("{name}: {} → {}", mark_words(&old.mark), mark_words(&mark.mark)));
        }
        if old.evidence != mark.evidence {
            lines.push(format!("{name}: evidence changed"));
        }
    }
    if before.recommendation != after.recommendation {
        lines.push(format!(
            "Recommendation: {} → {}",
            before.recommendation.words(),
            after.recommendation.words()
        ));
    }
    if before.takeaways != after.takeaways {
        lines.push("Key take-aways changed".to_owned());
    }
    lines
}
