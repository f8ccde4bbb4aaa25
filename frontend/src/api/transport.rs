//! Sends requests. The access token lives here, in memory only; it never touches storage.

use super::{Answer, Failure, refresh};
use evenhand_shared::{Code, Problem};
use js_sys::Reflect;
use serde::{Serialize, de::DeserializeOwned};
use std::{cell::RefCell, future::Future, pin::Pin};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, Headers, Request, RequestCache, RequestCredentials, RequestInit, Response};

/// Where the API begins.
pub const BASE: &str = "/api/v1";

thread_local! {
    static TOKEN: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// The access token in use.
pub fn token() -> Option<String> {
    TOKEN.with_borrow(Clone::clone)
}

/// Takes a new access token into use, or none.
pub fn set_token(token: Option<String>) {
    TOKEN.with_borrow_mut(|held| *held = token);
}

/// Whether a request speaks for someone.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// For everyone, with no token.
    Public,
    /// With the access token; a token that ran out is renewed and the request repeated.
    Bearer,
}

/// One request, ready to be sent as often as needed.
pub struct Call<'a> {
    /// HTTP method.
    pub method: &'a str,
    /// Path below [`BASE`].
    pub path: &'a str,
    /// JSON text.
    pub body: Option<String>,
    /// Whether it speaks for someone.
    pub access: Access,
    /// Ends the request from outside.
    pub signal: Option<AbortSignal>,
    /// Goes on when the page is gone.
    pub keepalive: bool,
}

impl<'a> Call<'a> {
    /// A call with the token and without a body.
    pub fn new(method: &'a str, path: &'a str) -> Self {
        Self { method, path, body: None, access: Access::Bearer, signal: None, keepalive: false }
    }

    /// Sends it and gives the response whatever its status is.
    pub async fn send(&self) -> Answer<Response> {
        let used = token();
        let response = self.send_once(used.as_deref()).await?;
        if response.status() != 401 || self.access == Access::Public {
            return Ok(response);
        }
        if Box::pin(refresh::renew(used)).await? {
            self.send_once(token().as_deref()).await
        } else {
            Ok(response)
        }
    }

    /// Sends it while the page is being left; nobody hears the answer.
    pub fn send_leaving(&self) {
        if let (Ok(request), Some(window)) = (self.request(token().as_deref()), web_sys::window()) {
            // The promise goes with the page.
            drop(window.fetch_with_request(&request));
        }
    }

    async fn send_once(&self, token: Option<&str>) -> Answer<Response> {
        let request = self.request(token).map_err(|_| Failure::Unreadable(0))?;
        let window = web_sys::window().ok_or(Failure::Offline)?;
        let response =
            JsFuture::from(window.fetch_with_request(&request)).await.map_err(|_| Failure::Offline)?;
        response.dyn_into().map_err(|_| Failure::Unreadable(0))
    }

    fn request(&self, token: Option<&str>) -> Result<Request, JsValue> {
        let headers = Headers::new()?;
        headers.set("Accept", "application/json, application/problem+json")?;
        // Marks requests of the product's own pages; cookie requests are refused without it.
        headers.set("X-Evenhand", "1")?;
        let init = RequestInit::new();
        init.set_method(self.method);
        init.set_cache(RequestCache::NoStore);
        init.set_credentials(RequestCredentials::SameOrigin);
        init.set_signal(self.signal.as_ref());
        if let Some(body) = &self.body {
            headers.set("Content-Type", "application/json")?;
            init.set_body(&JsValue::from_str(body));
        }
        if let (Access::Bearer, Some(token)) = (self.access, token) {
            headers.set("Authorization", &format!("Bearer {token}"))?;
        }
        if self.keepalive {
            Reflect::set(init.as_ref(), &JsValue::from_str("keepalive"), &JsValue::TRUE)?;
        }
        init.set_headers(headers.as_ref());
        Request::new_with_str_and_init(&format!("{BASE}{}", self.path), &init)
    }
}

/// Text on its way. Boxed, so that what follows a request is small for each of the many kinds of answer.
type Coming = Pin<Box<dyn Future<Output = Answer<String>>>>;

/// Gets JSON.
pub async fn get<T: DeserializeOwned>(path: &str) -> Answer<T> {
    parse(&text("GET", path, None, Access::Bearer).await?)
}

/// Gets JSON without a token.
pub async fn get_public<T: DeserializeOwned>(path: &str) -> Answer<T> {
    parse(&text("GET", path, None, Access::Public).await?)
}

/// Posts JSON and reads JSON; `()` stands for an empty answer.
pub async fn post<T: DeserializeOwned>(path: &str, body: &impl Serialize) -> Answer<T> {
    parse(&text("POST", path, Some(json(body)?), Access::Bearer).await?)
}

/// Posts without a token.
pub async fn post_public<T: DeserializeOwned>(path: &str, body: &impl Serialize) -> Answer<T> {
    parse(&text("POST", path, Some(json(body)?), Access::Public).await?)
}

/// Patches with JSON.
pub async fn patch<T: DeserializeOwned>(path: &str, body: &impl Serialize) -> Answer<T> {
    parse(&text("PATCH", path, Some(json(body)?), Access::Bearer).await?)
}

/// Deletes and reads JSON; `()` stands for an empty answer.
pub async fn delete<T: DeserializeOwned>(path: &str) -> Answer<T> {
    parse(&text("DELETE", path, Some("{}".to_owned()), Access::Bearer).await?)
}

/// Gets text as it is.
pub async fn get_text(path: &str) -> Answer<String> {
    text("GET", path, None, Access::Bearer).await
}

/// Gets bytes.
pub async fn blob(path: &str) -> Answer<web_sys::Blob> {
    let response = Call::new("GET", path).send().await?;
    if !response.ok() {
        return Err(text_of(&response).await.err().unwrap_or(Failure::Unreadable(response.status())));
    }
    let promise = response.blob().map_err(|_| Failure::Offline)?;
    JsFuture::from(promise)
        .await
        .map_err(|_| Failure::Offline)?
        .dyn_into()
        .map_err(|_| Failure::Unreadable(200))
}

fn text(method: &'static str, path: &str, body: Option<String>, access: Access) -> Coming {
    let path = path.to_owned();
    Box::pin(async move {
        // What renews the session turns its cookie over: the answer has to arrive even if the page that asked is left.
        let keepalive = access == Access::Public && method == "POST";
        let call = Call { body, access, keepalive, ..Call::new(method, &path) };
        text_of(&call.send().await?).await
    })
}

fn json(body: &impl Serialize) -> Answer<String> {
    serde_json::to_string(body).map_err(|_| Failure::Unreadable(0))
}

fn parse<T: DeserializeOwned>(text: &str) -> Answer<T> {
    let json = if text.trim().is_empty() { "null" } else { text };
    serde_json::from_str(json).map_err(|_| Failure::Unreadable(200))
}

/// The text of a good answer, or the problem in any other.
pub async fn text_of(response: &Response) -> Answer<String> {
    let promise = response.text().map_err(|_| Failure::Offline)?;
    let text =
        JsFuture::from(promise).await.ok().and_then(|text| text.as_string()).ok_or(Failure::Offline)?;
    if response.ok() { Ok(text) } else { Err(problem_in(response.status(), &text)) }
}

fn problem_in(status: u16, text: &str) -> Failure {
    match serde_json::from_str::<Problem>(text) {
        Ok(problem) => Failure::Problem(problem),
        // A proxy in between answers without our shape when the server is away.
        Err(_) if matches!(status, 502..=504) => Failure::Offline,
        Err(_) => Failure::Unreadable(status),
    }
}

/// Whether the failure is a session that is over.
pub fn is_unauthenticated(failure: &Failure) -> bool {
    failure.code() == Some(Code::Unauthenticated)
}

/// Escapes one part of a path or a query value.
pub fn part(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}
