//! People.

use crate::components::head::PageHead;
use yew::prelude::*;

/// The page.
#[component]
pub fn PeoplePage() -> Html {
    html! { <div class="page"><PageHead title="People" /></div> }
}
