//! The scales with their anchors.

use evenhand_shared::plan::Plan;
use yew::prelude::*;

/// The rubrics.
pub fn rubrics(plan: &Plan) -> Html {
    html! {
        <section>
            <h3>{format!("Rubrics ({})", plan.competencies.len())}</h3>
            {for plan.competencies.iter().map(|competency| html! {
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
