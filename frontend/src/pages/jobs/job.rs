//! Job.

use crate::components::head::PageHead;
use yew::prelude::*;

/// Properties of the page.
#[derive(Properties, PartialEq)]
pub struct JobPageProps {
    /// What it is about.
    pub id: String,
}
/// The page.
#[component]
pub fn JobPage(props: &JobPageProps) -> Html {
    html! { <div class="page"><PageHead title="Job" /></div> }
}
