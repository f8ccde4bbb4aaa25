//! Import an interview plan.

use crate::components::head::PageHead;
use yew::prelude::*;

/// The page.
#[component]
pub fn NewPlanPage() -> Html {
    html! { <div class="page"><PageHead title="Import an interview plan" /></div> }
}
