//! Operations for people who are not signed in yet, or whose session travels in the cookie. They may wait for the password
//! threads, so they are not run inside one transaction.

use crate::{
    app::App,
    failure::Failure,
    http::{
        dispatch::{parse, query, read_body, refuse_foreign_sites},
        operation::{Answer, Body, Route},
    },
};
use actix_web::{
    HttpRequest, HttpResponse,
    cookie::{Cookie, SameSite, time::Duration},
    http::StatusCode,
    web,
};
use evenhand_shared::Code;
use std::future::Future;

/// The cookie of the refresh token. The prefix makes browsers insist on `Secure`, on `/`, and on no other host.
pub const COOKIE: &str = "__Host-rt";

/// An operation without a bearer token.
pub trait OpenOperation: Sized + 'static {
    /// Its route.
    const ROUTE: Route;
    /// Its body.
    type Body: Body;
    /// Its answer.
    type Answer: Answer;
    /// What it does.
    fn run(call: Call<Self::Body>) -> impl Future<Output = Result<Reply<Self::Answer>, Failure>>;
}

/// What such an operation is given.
pub struct Call<B> {
    /// The server.
    pub app: App,
    /// The body.
    pub body: B,
    /// The refresh token, when the cookie came along.
    pub refresh_token: Option<String>,
    /// The browser, as it describes itself.
    pub device: String,
    /// Whether the request was made by the product's own page: our header, and our origin where the browser names one.
    pub own_page: bool,
}

/// The answer with what happens to the cookie.
pub struct Reply<A> {
    /// The answer.
    pub answer: A,
    /// The cookie.
    pub cookie: CookieChange,
}

/// What happens to the cookie.
pub enum CookieChange {
    /// Nothing.
    Keep,
    /// A new refresh token.
    Set(String),
    /// It is taken away.
    Clear,
}

impl<A> From<A> for Reply<A> {
    fn from(answer: A) -> Self {
        Self { answer, cookie: CookieChange::Keep }
    }
}

impl<B> Call<B> {
    /// Refuses a cookie request that other pages could have caused.
    pub fn demand_own_page(&self) -> Result<(), Failure> {
        if self.own_page {
            Ok(())
        } else {
            Err(Failure::refused(Code::WrongOrigin, "Requests must come from the product's own pages."))
        }
    }
}

/// Serves such an operation.
pub async fn serve<O: OpenOperation>(
    req: HttpRequest,
    payload: web::Payload,
    app: web::Data<App>,
) -> HttpResponse {
    match attempt::<O>(&req, payload, app.get_ref().clone()).await {
        Ok(response) => response,
        Err(failure) => failure.response(),
    }
}

async fn attempt<O: OpenOperation>(
    req: &HttpRequest,
    payload: web::Payload,
    app: App,
) -> Result<HttpResponse, Failure> {
    refuse_foreign_sites(req)?;
    query(req.query_string(), O::ROUTE.query)?;
    let body = parse::<O::Body>(&read_body(payload, O::ROUTE.limit).await?)?;
    let call = Call {
        refresh_token: req.cookie(COOKIE).map(|cookie| cookie.value().to_owned()),
        device: header(req, "user-agent").chars().filter(|c| !c.is_control()).take(200).collect(),
        own_page: own_page(req, &app.config.public_url),
        app,
        body,
    };
    let reply = O::run(call).await?;
    let status = StatusCode::from_u16(O::ROUTE.status).unwrap_or(StatusCode::OK);
    let mut response = HttpResponse::build(status);
    match reply.cookie {
        CookieChange::Keep => {}
        CookieChange::Set(token) => {
            response.cookie(cookie(token, Duration::hours(12)));
        }
        CookieChange::Clear => {
            response.cookie(cookie(String::new(), Duration::ZERO));
            // Drafts kept by the page must survive, so storage is not cleared.
            response.insert_header(("clear-site-data", "\"cache\""));
        }
    }
    if status == StatusCode::NO_CONTENT {
        return Ok(response.finish());
    }
    Ok(response.content_type(O::Answer::CONTENT_TYPE).body(reply.answer.bytes()?))
}

fn cookie(token: String, life: Duration) -> Cookie<'static> {
    Cookie::build(COOKIE, token)
        .path("/")
        .secure(true)
        .http_only(true)
        .same_site(SameSite::Strict)
        .max_age(life)
        .finish()
}

fn header<'a>(req: &'a HttpRequest, name: &str) -> &'a str {
    req.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
}

fn own_page(req: &HttpRequest, public_url: &str) -> bool {
    let origin = header(req, "origin");
    let ours = origin.is_empty()
        || origin == public_url
        || origin.split_once("://").is_some_and(|(_, authority)| authority == header(req, "host"));
    ours && header(req, "x-evenhand") == "1"
}
