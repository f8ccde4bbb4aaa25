//! What a plan costs: minutes for the candidate and for those who interview.

use evenhand_shared::plan::Plan;
use yew::prelude::*;

/// Hours and minutes in words.
fn duration(minutes: i64) -> String {
    match (minutes.div_euclid(60), minutes.rem_euclid(60)) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

/// Minutes for the candidate, and for each interview's interviewer.
pub fn effort(plan: &Plan) -> Html {
    if plan.kits.is_empty() {
        return html! {};
    }
    let minutes = plan.kits.iter().fold(0_i64, |sum, kit| sum.saturating_add(kit.minutes));
    let longest = plan.kits.iter().map(|kit| kit.minutes).max().unwrap_or(0);
    html! {
        <div class="stack effort">
            <p>{format!(
                "A candidate talks for {} in {} interviews. An interviewer gives {} at most for each candidate; with one interviewer for each interview that is {} of your people's time.",
                duration(minutes), plan.kits.len(), duration(longest), duration(minutes)
            )}</p>
            <ul class="list-plain effort-bars" aria-label="Minutes of each interview">
                {for plan.kits.iter().map(|kit| html! {
                    <li>
                        <span>{&kit.name}</span>
                        <meter min="0" max={longest.max(1).to_string()} value={kit.minutes.to_string()} aria-hidden="true" />
                        <span class="faint">{duration(kit.minutes)}</span>
                    </li>
                })}
            </ul>
        </div>
    }
}
