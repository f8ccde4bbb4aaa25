//! A card as it reads: marks with anchors, evidence, recommendation, take-aways.

use crate::components::scale::Scale;
use evenhand_shared::{
    plan::Competency,
    scorecards::{CardContent, CompetencyMark, Mark},
};
use yew::prelude::*;

/// Properties of [`Content`].
#[derive(Properties, PartialEq)]
pub struct ContentProps {
    /// The competencies with their rubrics.
    pub competencies: Vec<Competency>,
    /// What the card says.
    pub content: CardContent,
    /// The recommendation is shown too.
    #[prop_or(true)]
    pub recommendation: bool,
}

/// The card.
#[component]
pub fn Content(props: &ContentProps) -> Html {
    let content = &props.content;
    html! {
        <div class="read">
            <dl>
                {for content.marks.iter().map(|mark| {
                    let competency = props.competencies.iter().find(|c| c.key == mark.competency);
                    one(mark, competency)
                })}
                if !content.takeaways.trim().is_empty() { <dt>{"Key take-aways"}</dt><dd class="text">{&content.takeaways}</dd> }
                if props.recommendation { <dt>{"Overall recommendation"}</dt><dd><strong>{content.recommendation.words()}</strong></dd> }
            </dl>
        </div>
    }
}

fn one(mark: &CompetencyMark, competency: Option<&Competency>) -> Html {
    let anchors = competency.map_or(&[][..], |c| c.rubric.anchors.as_slice());
    let name = competency.map_or(mark.competency.as_str(), |c| c.name.as_str());
    html! {
        <>
            <dt>{name}</dt>
            <dd>
                {match &mark.mark {
                    Mark::Rated { level } => html! {
                        <p class="read-mark">
                            <b>{level}</b><Scale levels={anchors.len()} level={*level} />
                            <span>{anchor(anchors, *level)}</span>
                        </p>
                    },
                    Mark::NotAssessed { reason } => html! { <p class="read-mark"><span>{format!("Not assessed: {reason}")}</span></p> },
                }}
                if !mark.evidence.trim().is_empty() { <p class="text">{&mark.evidence}</p> }
            </dd>
        </>
    }
}

/// The anchor of a level.
pub fn anchor(anchors: &[String], level: i64) -> String {
    let at = usize::try_from(level).ok().and_then(|level| level.checked_sub(1));
    at.and_then(|at| anchors.get(at)).cloned().unwrap_or_default()
}

/// A mark in a word.
pub fn mark_words(mark: &Mark) -> String {
    match mark {
        Mark::Rated { level } => level.to_string(),
        Mark::NotAssessed { .. } => "not assessed".to_owned(),
    }
}
