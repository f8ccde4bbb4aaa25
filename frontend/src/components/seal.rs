//! The one look of sealed things. It is drawn from the state of the viewer's own loop alone,
//! so that it looks the same whether there is something behind it or not.

use yew::prelude::*;

/// Properties of [`Seal`].
#[derive(Properties, PartialEq)]
pub struct SealProps {
    /// Plain words, such as `Sealed until the panel is complete`.
    pub words: AttrValue,
    /// More to say under them.
    #[prop_or_default]
    pub children: Html,
}

/// A sealed area: hatched ground, a mark, words.
#[component]
pub fn Seal(props: &SealProps) -> Html {
    html! {
        <div class="seal">
            <svg class="seal-mark" viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true">
                <rect x="3" y="7" width="10" height="6.5" rx="1.5" />
                <path d="M5 7V5a3 3 0 0 1 6 0v2" />
            </svg>
            <div>
                <p class="seal-words">{&props.words}</p>
                {props.children.clone()}
            </div>
        </div>
    }
}
