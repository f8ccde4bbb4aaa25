//! The scales with their anchors.

use super::PlanViewProps;
use yew::prelude::*;

/// The rubrics.
#[component]
pub fn Rubrics(props: &PlanViewProps) -> Html {
    html! {
        <section>
            <h3>{format!("Rubrics ({})", props.plan.competencies.len())}</h3>
            {for props.plan.competencies.iter().map(|competency| html! {
                <details key={competency.key.as_str()} class="fold">
                    <summary>
                        <span class="fold-title">{&competency.name}</span>
                        <span class="faint">{format!(
                            "{} levels · version {} · {} %",
                            competency.rubric.anchors.len(), competency.rubric.version, competency.weight
                        )}</span>
                    </summary>
                    <ol class="anchors">
                        {for competency.rubric.anchors.iter().map(|anchor| html! { <li>{anchor}</li> })}
                    </ol>
                </details>
            })}
        </section>
    }
}
