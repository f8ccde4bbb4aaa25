//! The plain frame before logging in.

use super::demo::DemoBanner;
use yew::prelude::*;

/// Properties of [`Gate`].
#[derive(Properties, PartialEq)]
pub struct GateProps {
    /// The page.
    pub children: Html,
}

/// One narrow column with the name above it.
#[component]
pub fn Gate(props: &GateProps) -> Html {
    html! {
        <>
            <DemoBanner />
            <div class="gate">
                <header class="brand">{mark()}{"Evenhand"}</header>
                <main class="stack">{props.children.clone()}</main>
            </div>
        </>
    }
}

/// The mark: two scales of equal length, each with its own reading.
pub fn mark() -> Html {
    html! {
        <svg viewBox="0 0 18 18" width="18" height="18" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">
            <path d="M2 5h14M2 13h14" />
            <circle class="hole" cx="6" cy="5" r="2.5" />
            <circle class="hole" cx="12" cy="13" r="2.5" />
        </svg>
    }
}
