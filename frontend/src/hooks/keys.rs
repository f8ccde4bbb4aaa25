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

/// Hears a key together with Ctrl or Cmd, also while somebody types; not while a dialog is open.
#[hook]
pub fn use_chord(key: &'static str, on_press: Callback<()>) {
    let latest = use_mut_ref(|| on_press.clone());
    *latest.borrow_mut() = on_press;
    use_effect_with(key, move |key| {
        let key = *key;
        let listener = web_sys::window().map(|window| {
            let options = gloo_events::EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                let chord = (event.ctrl_key() || event.meta_key()) && !event.alt_key() && !event.shift_key();
                if chord && event.key().eq_ignore_ascii_case(key) {
                    event.prevent_default();
                    if !dialog_is_open() {
                        let on_press = latest.borrow().clone();
                        on_press.emit(());
                    }
                }
            })
        });
        move || drop(listener)
    });
}

fn dialog_is_open() -> bool {
    web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector("dialog[open]").ok())
        .flatten()
        .is_some()
}
