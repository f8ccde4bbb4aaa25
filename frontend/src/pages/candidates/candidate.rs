//! Candidate.

use crate::components::head::PageHead;
use yew::prelude::*;

/// Properties of the page.
#[derive(Properties, PartialEq)]
pub struct CandidatePageProps {
    /// What it is about.
    pub id: String,
}
/// The page.
#[component]
pub fn CandidatePage(props: &CandidatePageProps) -> Html {
    html! { <div class="page"><PageHead title="Candidate" /></div> }
}
