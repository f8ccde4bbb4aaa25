//! Candidates.

use crate::components::head::PageHead;
use yew::prelude::*;

/// The page.
#[component]
pub fn CandidatesPage() -> Html {
    html! { <div class="page"><PageHead title="Candidates" /></div> }
}
