//! Settings.

use crate::components::head::PageHead;
use yew::prelude::*;

/// The page.
#[component]
pub fn SettingsPage() -> Html {
    html! { <div class="page"><PageHead title="Settings" /></div> }
}
