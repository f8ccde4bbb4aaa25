//! Nothing stands at this address.

use crate::{
    components::{head::PageHead, link::Go},
    routes::Route,
};
use yew::prelude::*;

/// The page.
#[component]
pub fn NotFoundPage() -> Html {
    html! {
        <div class="page">
            <PageHead title="Nothing stands at this address" />
            <p>{"The address may be mistyped. "}<Go to={Route::Home}>{"Go to your home page"}</Go></p>
        </div>
    }
}
