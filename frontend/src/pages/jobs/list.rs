//! Jobs.

use crate::components::head::PageHead;
use yew::prelude::*;

/// The page.
#[component]
pub fn JobsPage() -> Html {
    html! { <div class="page"><PageHead title="Jobs" /></div> }
}
