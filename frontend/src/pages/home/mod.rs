//! Home.

use crate::components::head::PageHead;
use yew::prelude::*;

/// The page.
#[component]
pub fn HomePage() -> Html {
    html! { <div class="page"><PageHead title="Home" /></div> }
}
