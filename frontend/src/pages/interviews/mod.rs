//! My interviews.

use crate::components::head::PageHead;
use yew::prelude::*;

/// The page.
#[component]
pub fn InterviewsPage() -> Html {
    html! { <div class="page"><PageHead title="My interviews" /></div> }
}
