//! An interview plan as people read it: what the hire must bring about, who looks for it where, and how it is rated.

mod coverage;
mod kits;
mod rubrics;

use coverage::Coverage;
use evenhand_shared::plan::Plan;
use kits::Kits;
use rubrics::Rubrics;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`PlanView`].
#[derive(Properties, PartialEq)]
pub struct PlanViewProps {
    /// The plan.
    pub plan: Rc<Plan>,
}

/// The plan.
#[component]
pub fn PlanView(props: &PlanViewProps) -> Html {
    let plan = &props.plan;
    html! {
        <div class="stack plan">
            <Coverage plan={plan.clone()} />
            <Kits plan={plan.clone()} />
            <Rubrics plan={plan.clone()} />
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
