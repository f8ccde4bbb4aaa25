//! Keys of a page.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

/// Hears key presses of the whole page that are not typed into a field and not part of a dialog; `true` means that the key was used.
#[hook]
pub fn use_keys(on_key: Callback<KeyboardEvent, bool>) {
    let latest = use_mut_ref(|| on_key.clone());
    *latest.borrow_mut() = on_key;
    use_effect_with((), move |()| {
        let listener = web_sys::window().map(|window| {
            let options = gloo_events::EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                if event.default_prevented() || event.is_composing() || in_the_way(event) {
                    return;
                }
                let on_key = latest.borrow().clone();
                if on_key.emit(event.clone()) {
                    event.prevent_default();
                }
            })
        });
        move || drop(listener)
    });
}

fn in_the_way(event: &KeyboardEvent) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .and_then(|element| {
            element.closest("input:not([type=radio]):not([type=checkbox]), textarea, select, dialog").ok()
        })
        .flatten()
        .is_some()
}
