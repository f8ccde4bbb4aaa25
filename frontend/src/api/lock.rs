//! A lock that all tabs of this browser share (Web Locks).

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

/// Held until dropped.
pub struct Held {
    release: Option<Function>,
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(release) = self.release.take() {
            // A promise's own resolve function cannot throw.
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

/// Waits for the lock. Where the browser has none (plain http away from loopback) it is granted at once.
pub async fn acquire(name: &str) -> Held {
    let Some((locks, request)) = lock_manager() else { return Held { release: None } };
    let mut release = None;
    let until = Promise::new(&mut |resolve, _reject| release = Some(resolve));
    let granted = Promise::new(&mut |resolve, reject| {
        let until = until.clone();
        let callback = Closure::once_into_js(move |_lock: JsValue| -> JsValue {
            let _ = resolve.call0(&JsValue::UNDEFINED);
            until.into()
        });
        if request.call2(&locks, &JsValue::from_str(name), &callback).is_err() {
            let _ = reject.call0(&JsValue::UNDEFINED);
        }
    });
    if JsFuture::from(granted).await.is_err() {
        return Held { release: None };
    }
    Held { release }
}

/// `web-sys` keeps Web Locks behind an unstable switch, so they are looked up by name.
fn lock_manager() -> Option<(JsValue, Function)> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(navigator.as_ref(), &JsValue::from_str("locks")).ok()?;
    if locks.is_undefined() || locks.is_null() {
        return None;
    }
    let request = Reflect::get(&locks, &JsValue::from_str("request")).ok()?.dyn_into().ok()?;
    Some((locks, request))
}
