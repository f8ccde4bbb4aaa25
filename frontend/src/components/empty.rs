//! Nothing here yet, and what to do next.

use yew::prelude::*;

/// Properties of [`Empty`].
#[derive(Properties, PartialEq)]
pub struct EmptyProps {
    /// What there is none of.
    pub title: AttrValue,
    /// The next step, with its link or button.
    pub children: Html,
}

/// An empty state.
#[component]
pub fn Empty(props: &EmptyProps) -> Html {
    html! {
        <div class="empty">
            <p class="empty-title">{&props.title}</p>
            <div>{props.children.clone()}</div>
        </div>
    }
}
