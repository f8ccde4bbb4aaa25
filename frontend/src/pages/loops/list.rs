//! Loops.

use crate::components::head::PageHead;
use yew::prelude::*;

/// The page.
#[component]
pub fn LoopsPage() -> Html {
    html! { <div class="page"><PageHead title="Loops" /></div> }
}
