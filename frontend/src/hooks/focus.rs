//! Moving the focus.

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// A reference whose element is focused once, when it first stands on the page and `wanted` is true.
#[hook]
pub fn use_focus_on_mount(wanted: bool) -> NodeRef {
    let node = use_node_ref();
    use_effect_with((), {
        let node = node.clone();
        move |()| {
            if wanted {
                focus(&node);
            }
        }
    });
    node
}

/// The same after everything else has been drawn: a dialog that closes on the way gives its own focus back before.
#[hook]
pub fn use_focus_when_settled() -> NodeRef {
    let node = use_node_ref();
    use_effect_with((), {
        let node = node.clone();
        move |()| {
            let timeout = Timeout::new(0, move || focus(&node));
            move || drop(timeout)
        }
    });
    node
}

fn focus(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        // An element that cannot take the focus is left alone.
        let _ = element.focus();
    }
}

/// Focuses the element with this identifier at once: the very next key goes there.
pub fn focus_now(id: &str) {
    let element = web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id(id));
    if let Some(element) = element.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the focus is left alone.
        let _ = element.focus();
    }
}

/// The same once what is being drawn now stands on the page.
pub fn focus_soon(id: impl Into<String>) {
    let id = id.into();
    Timeout::new(0, move || focus_now(&id)).forget();
}

/// Gives the focus once more to the text field that has it. Chromium gives it back after a dialog without the caret,
/// and what is typed then goes nowhere.
pub fn restore_caret() {
    Timeout::new(0, || {
        let active = web_sys::window().and_then(|w| w.document()).and_then(|d| d.active_element());
        let field = active.filter(|element| element.matches("input, textarea").unwrap_or(false));
        if let Some(field) = field.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            // It had the focus a moment ago and can take it.
            let _ = field.blur();
            let _ = field.focus();
        }
    })
    .forget();
}
