//! Moving the focus.

use gloo_timers::callback::Timeout;
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
