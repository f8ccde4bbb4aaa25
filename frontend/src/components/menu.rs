//! Things that are seldom done, behind one button.

use web_sys::{HtmlDetailsElement, HtmlElement, KeyboardEvent};
use yew::prelude::*;

/// Properties of [`Menu`].
#[derive(Properties, PartialEq)]
pub struct MenuProps {
    /// Words of the button.
    pub label: AttrValue,
    /// Buttons.
    pub children: Html,
}

/// A disclosure that closes after a choice and with `Esc`.
#[component]
pub fn Menu(props: &MenuProps) -> Html {
    let node = use_node_ref();
    let close = {
        let node = node.clone();
        move || {
            if let Some(details) = node.cast::<HtmlDetailsElement>() {
                details.set_open(false);
            }
        }
    };
    let onclick = {
        let close = close.clone();
        Callback::from(move |_: MouseEvent| close())
    };
    let onkeydown = {
        let node = node.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                close();
                let summary =
                    node.cast::<HtmlElement>().and_then(|n| n.query_selector("summary").ok().flatten());
                if let Some(summary) =
                    summary.and_then(|s| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(s).ok())
                {
                    // A summary can always take the focus.
                    let _ = summary.focus();
                }
            }
        })
    };
    html! {
        <details class="more" ref={node} {onkeydown}>
            <summary>{&props.label}</summary>
            <div class="more-list" {onclick}>{props.children.clone()}</div>
        </details>
    }
}
