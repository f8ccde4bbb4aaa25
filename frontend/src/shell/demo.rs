//! Says on every page that the data is a demonstration.

use super::tour::Tour;
use crate::state::session::{Standing, use_session};
use yew::prelude::*;

/// Properties of [`Banner`].
#[derive(Properties, PartialEq)]
pub struct BannerProps {
    /// What can be done from here.
    #[prop_or_default]
    pub children: Html,
}

/// The banner's words.
#[component]
pub fn Banner(props: &BannerProps) -> Html {
    html! {
        <aside class="demo" aria-label="Demonstration">
            <strong>{"Demonstration."}</strong>
            {" The people and their work are made up. Keep nothing real in here. "}
            {props.children.clone()}
        </aside>
    }
}

/// The banner, when there is something to say, with the tour of whoever is logged in.
#[component]
pub fn DemoBanner() -> Html {
    let session = use_session();
    let Some(about) = session.about.as_ref().filter(|about| about.demo) else {
        return Html::default();
    };
    let own = match &session.standing {
        Standing::In(me) => about.demo_accounts.iter().find(|account| account.email == me.email),
        Standing::Starting | Standing::Anonymous => None,
    };
    match own {
        Some(own) if !own.tour.is_empty() => html! { <Tour key={own.email.clone()} account={own.clone()} /> },
        _ => html! { <Banner /> },
    }
}
