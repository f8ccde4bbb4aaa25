//! Says on every page that the data is a demonstration.

use crate::state::session::use_session;
use yew::prelude::*;

/// The banner, when there is something to say.
#[component]
pub fn DemoBanner() -> Html {
    let session = use_session();
    let demo = session.about.as_ref().is_some_and(|about| about.demo);
    html! {
        if demo {
            <aside class="demo" aria-label="Demonstration">
                <strong>{"Demonstration."}</strong>
                {" The people and their work are made up. Keep nothing real in here."}
            </aside>
        }
    }
}
