//! Moving the focus.

use web_sys::HtmlElement;
use yew::prelude::*;

/// A reference whose element is focused once, when it first stands on the page and `wanted` is true.
#[hook]
pub fn use_focus_on_mount(wanted: bool) -> NodeRef {
    let node = use_node_ref();
    use_effect_with((), {
        let node = node.clone();
        move |()| {
            if wanted && let Some(element) = node.cast::<HtmlElement>() {
                // An element that cannot take the focus is left alone.
                let _ = element.focus();
            }
        }
    });
    node
}
