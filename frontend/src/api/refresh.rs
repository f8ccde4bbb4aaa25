//! Renews the session: one tab at a time, and with the person's password in place when it is over.

use super::{
    Answer, Failure,
    lock::acquire,
    transport::{self, post_public, token},
};
use evenhand_shared::{Code, PersonId, sessions::SessionToken};
use gloo_timers::callback::Timeout;
use js_sys::{Function, Promise};
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use yew::Callback;

/// Waits in milliseconds after losing a race: the cookie of the winner, perhaps a page that was just left, is still on its way.
const RACED: [u32; 4] = [50, 200, 500, 1_000];

thread_local! {
    /// Who is logged in on this page, and who is told when the session is over.
    static WATCH: RefCell<Option<(PersonId, Callback<()>)>> = const { RefCell::new(None) };
    /// Requests that wait for the password.
    static WAITING: RefCell<Vec<Function>> = const { RefCell::new(Vec::new()) };
}

/// Registers whose page this is, and who asks for the password when the session ends.
pub fn watch(watch: Option<(PersonId, Callback<()>)>) {
    WATCH.with_borrow_mut(|held| *held = watch);
}

/// Lets the waiting requests go on: repeated with the new session, or given up.
pub fn resume(logged_in: bool) {
    for waiting in WAITING.take() {
        // A promise's own resolve function cannot throw.
        let _ = waiting.call1(&JsValue::UNDEFINED, &JsValue::from_bool(logged_in));
    }
}

/// Says that the session is over, without a request that waits.
pub fn announce_end() {
    if let Some((_, callback)) = WATCH.with_borrow(Clone::clone) {
        callback.emit(());
    }
}

/// Makes `used` good again. True when the request should be repeated.
pub async fn renew(used: Option<String>) -> Answer<bool> {
    match refresh(used).await {
        Ok(Some(session)) if is_someone_else(&session) => {
            // Another tab has logged in as somebody else: this page is not theirs and starts anew.
            transport::set_token(None);
            if let Some(window) = web_sys::window() {
                let _ = window.location().reload();
            }
            Ok(false)
        }
        Ok(_) => Ok(true),
        Err(failure) if transport::is_unauthenticated(&failure) => Ok(ask_for_password().await),
        Err(failure) => Err(failure),
    }
}

fn is_someone_else(session: &SessionToken) -> bool {
    WATCH.with_borrow(|watch| watch.as_ref().is_some_and(|(id, _)| *id != session.me.id))
}

/// Refreshes with the cookie. Without an answer to give, when another request of this tab has just done it.
pub async fn refresh(used: Option<String>) -> Answer<Option<SessionToken>> {
    let _held = acquire("evenhand-refresh").await;
    if token() != used {
        return Ok(None);
    }
    let body = serde_json::json!({});
    let mut answer = post_public::<SessionToken>("/sessions/refresh", &body).await;
    for wait in RACED {
        if answer.as_ref().err().and_then(Failure::code) != Some(Code::RefreshRaced) {
            break;
        }
        pause(wait).await;
        answer = post_public("/sessions/refresh", &body).await;
    }
    let session = answer?;
    transport::set_token(Some(session.access_token.clone()));
    Ok(Some(session))
}

async fn pause(milliseconds: u32) {
    let over = Promise::new(&mut |resolve, _reject| {
        Timeout::new(milliseconds, move || drop(resolve.call0(&JsValue::UNDEFINED))).forget();
    });
    let _ = JsFuture::from(over).await;
}

async fn ask_for_password() -> bool {
    let Some((_, callback)) = WATCH.with_borrow(Clone::clone) else { return false };
    let answered = Promise::new(&mut |resolve, _reject| {
        WAITING.with_borrow_mut(|waiting| waiting.push(resolve));
    });
    callback.emit(());
    JsFuture::from(answered).await.ok().and_then(|answer| answer.as_bool()).unwrap_or(false)
}
