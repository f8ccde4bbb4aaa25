//! Start a loop.

use crate::components::head::PageHead;
use yew::prelude::*;

/// Properties of the page.
#[derive(Properties, PartialEq)]
pub struct NewLoopPageProps {
    /// What it is about.
    pub candidate: String,
    /// The application.
    pub application: String,
}
/// The page.
#[component]
pub fn NewLoopPage(props: &NewLoopPageProps) -> Html {
    html! { <div class="page"><PageHead title="Start a loop" /></div> }
}
