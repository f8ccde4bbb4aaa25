//! Links within the app.

use crate::{bundle, routes::Route};
use yew::prelude::*;
use yew_router::prelude::*;

/// Properties of [`Go`].
#[derive(Properties, PartialEq)]
pub struct GoProps {
    /// Where it leads.
    pub to: Route,
    /// Classes.
    #[prop_or_default]
    pub class: Classes,
    /// It leads to the page or the area that is shown.
    #[prop_or_default]
    pub current: bool,
    /// Told when it is followed.
    #[prop_or_default]
    pub onfollow: Callback<()>,
    /// Its words.
    pub children: Html,
}

/// A link. With a modifier key or another button the browser does what it always does.
#[component]
pub fn Go(props: &GoProps) -> Html {
    let navigator = use_navigator();
    let onclick = {
        let (to, onfollow) = (props.to.clone(), props.onfollow.clone());
        Callback::from(move |event: MouseEvent| {
            if event.ctrl_key()
                || event.meta_key()
                || event.shift_key()
                || event.alt_key()
                || event.button() != 0
            {
                return;
            }
            if let Some(navigator) = navigator.as_ref().filter(|_| bundle::has(&to)) {
                event.prevent_default();
                onfollow.emit(());
                navigator.push(&to);
            }
        })
    };
    html! {
        <a href={props.to.to_path()} class={props.class.clone()} aria-current={props.current.then_some("page")} {onclick}>
            {props.children.clone()}
        </a>
    }
}

/// Goes to a page from code.
pub fn go_to(navigator: &Navigator, to: &Route) {
    if bundle::has(to) {
        navigator.push(to);
    } else if let Some(window) = web_sys::window() {
        // The browser refuses only addresses that are none.
        let _ = window.location().assign(&to.to_path());
    }
}
