//! The interviews of a plan with their questions.

use crate::components::tag::Tag;
use evenhand_shared::plan::{Kit, Plan};
use yew::prelude::*;

fn kit_view(plan: &Plan, kit: &Kit) -> Html {
    let name = |key: &str| plan.competency(key).map_or_else(|| key.to_owned(), |c| c.name.clone());
    let rates: Vec<String> = kit.rates.iter().map(|key| name(key)).collect();
    html! {
        <details key={kit.key.as_str()} class="fold">
            <summary>
                <span class="fold-title">{&kit.name}</span>
                <span class="faint">{format!("{} · {} min · rates {}", kit.format, kit.minutes, rates.join(", "))}</span>
                if kit.blind { {" "}<Tag>{"Name withheld"}</Tag> }
            </summary>
            if !kit.instructions.is_empty() { <p class="pre">{&kit.instructions}</p> }
            <ol class="questions">
                {for kit.questions.iter().map(|question| html! {
                    <li>
                        {&question.text}
                        if !question.follow_ups.is_empty() {
                            <ul>{for question.follow_ups.iter().map(|text| html! { <li>{text}</li> })}</ul>
                        }
                        <span class="cell-sub">{format!("{} · {} min", name(&question.competency), question.minutes)}</span>
                    </li>
                })}
            </ol>
            if !kit.shows.is_empty() { <p class="hint">{format!("Shows the interviewer: {}.", kit.shows.join(", "))}</p> }
        </details>
    }
}

/// The kits.
pub fn kits(plan: &Plan) -> Html {
    html! {
        <section>
            <h3>{format!("Interviews ({})", plan.kits.len())}</h3>
            {for plan.kits.iter().map(|kit| kit_view(plan, kit))}
        </section>
    }
}
