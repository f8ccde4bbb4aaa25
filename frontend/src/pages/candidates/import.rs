//! Import candidates.

use crate::components::head::PageHead;
use yew::prelude::*;

/// The page.
#[component]
pub fn ImportPage() -> Html {
    html! { <div class="page"><PageHead title="Import candidates" /></div> }
}
