//! Scorecard.

use crate::components::head::PageHead;
use yew::prelude::*;

/// Properties of the page.
#[derive(Properties, PartialEq)]
pub struct ScorecardPageProps {
    /// What it is about.
    pub id: String,
}
/// The page.
#[component]
pub fn ScorecardPage(props: &ScorecardPageProps) -> Html {
    html! { <div class="page"><PageHead title="Scorecard" /></div> }
}
