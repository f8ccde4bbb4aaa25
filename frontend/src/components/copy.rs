//! Something to copy: a link that is shown once.

use crate::hooks::use_id;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`CopyField`].
#[derive(Properties, PartialEq)]
pub struct CopyFieldProps {
    /// What it is.
    pub label: AttrValue,
    /// What is copied.
    pub value: AttrValue,
}

/// A text to copy, with a button that does it.
#[component]
pub fn CopyField(props: &CopyFieldProps) -> Html {
    let id = use_id();
    let node = use_node_ref();
    let words = use_state(|| "Copy");
    let onclick = {
        let (node, words, value) = (node.clone(), words.setter(), props.value.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(input) = node.cast::<HtmlInputElement>() {
                // Selected in any case: where the browser gives no clipboard, the keys still copy.
                input.select();
            }
            let (words, value) = (words.clone(), value.clone());
            spawn_local(async move { words.set(if copy(&value).await { "Copied" } else { "Press Ctrl+C" }) });
        })
    };
    html! {
        <div class="field">
            <label for={id.clone()}>{&props.label}</label>
            <div class="copy">
                <input ref={node} {id} type="text" readonly={true} value={props.value.clone()} />
                <button type="button" class="button" aria-live="polite" {onclick}>{*words}</button>
            </div>
        </div>
    }
}

/// Puts text into the clipboard; false where the browser does not allow it, as on plain http away from loopback.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let clipboard = window.navigator().clipboard();
    if clipboard.is_undefined() || clipboard.is_null() {
        return false;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
