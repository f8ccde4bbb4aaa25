//! Loop.

use crate::components::head::PageHead;
use yew::prelude::*;

/// Properties of the page.
#[derive(Properties, PartialEq)]
pub struct LoopPageProps {
    /// What it is about.
    pub id: String,
}
/// The page.
#[component]
pub fn LoopPage(props: &LoopPageProps) -> Html {
    html! { <div class="page"><PageHead title="Loop" /></div> }
}
