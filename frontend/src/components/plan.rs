//! An interview plan as people read it: what the hire must bring about, who looks for it where, and how it is rated.

pub mod coverage;
pub mod effort;
mod kits;
mod rubrics;

use coverage::coverage;
use effort::effort;
use evenhand_shared::plan::Plan;
use kits::kits;
use rubrics::rubrics;
use yew::prelude::*;

/// The plan.
pub fn plan_view(plan: &Plan) -> Html {
    html! {
        <div class="stack plan">
            {coverage(plan)}
            {effort(plan)}
            {kits(plan)}
            {rubrics(plan)}
            <section class="stack">
                <h3>{"Decision"}</h3>
                <p>{format!(
                    "The bar is {:.2} of the scale. {}, unless a loop is started with another rule.",
                    plan.decision.bar, plan.decision.reveal.words()
                )}</p>
            </section>
        </div>
    }
}
