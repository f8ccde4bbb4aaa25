//! From an HTTP request to an operation and back: authenticate, authorise the route, then validate, then act.

use super::{
    operation::{Act, Answer, Body, Door, FILE, Operation, Route, Who},
    viewer,
};
use crate::{
    app::App,
    db::{Conn, people::Person},
    failure::Failure,
    mint::{hex, mac},
    tokens::{self, Claims},
};
use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web};
use evenhand_policy::Viewer;
use evenhand_shared::{Code, SessionId};
use futures_util::StreamExt;
use std::collections::HashMap;

/// Serves an operation.
pub async fn serve<O: Operation>(
    req: HttpRequest,
    payload: web::Payload,
    app: web::Data<App>,
) -> HttpResponse {
    match attempt::<O>(&req, payload, app.get_ref().clone()).await {
        Ok(response) => response,
        Err(failure) => failure.response(),
    }
}

async fn attempt<O: Operation>(
    req: &HttpRequest,
    payload: web::Payload,
    app: App,
) -> Result<HttpResponse, Failure> {
    refuse_foreign_sites(req)?;
    let claims = claims(req, &app)?;
    let query = query(req.query_string(), O::ROUTE.query);
    let body = match read_body(payload, O::ROUTE.limit).await {
        Ok(bytes) => parse_apart::<O>(bytes).await,
        Err(failure) => Err(failure),
    };
    let path = path(req);
    let now = app.clock.now();
    let ids = app.mint.for_actor(&claims.sub);
    let inside = app.clone();
    let work = move |conn: &mut Conn| {
        let viewer = viewer::load(conn, &claims)?;
        admit(&O::ROUTE, &viewer)?;
        let session = claims.session();
        let mut act = Act::new(conn, &viewer, &session, now, ids, &inside, body?, path, query?);
        let answer = O::run(&mut act)?;
        Ok((answer.bytes()?, answer.headers(), viewer))
    };
    let (bytes, headers, viewer) = match O::ROUTE.door {
        Door::Read => app.db.read(work).await?,
        Door::Write => {
            let done = app.db.write(work).await?;
            app.committed();
            done
        }
    };
    Ok(respond::<O>(req, &app, &viewer, bytes, headers))
}

/// Runs a read operation for a caller and a path, without HTTP: how event streams see whether anything looks different.
pub fn look<O: Operation>(
    conn: &mut Conn,
    app: &App,
    claims: &Claims,
    path: HashMap<String, String>,
    query: HashMap<String, String>,
) -> Result<Vec<u8>, Failure> {
    let viewer = viewer::load(conn, claims)?;
    admit(&O::ROUTE, &viewer)?;
    if query.keys().any(|name| !O::ROUTE.query.contains(&name.as_str())) {
        return Err(Failure::NotFound);
    }
    let session = claims.session();
    let ids = crate::mint::Mint::new([0; 32]).for_actor("nobody: a look makes nothing");
    let body = parse::<O::Body>(b"{}")?;
    O::run(&mut Act::new(conn, &viewer, &session, app.clock.now(), ids, app, body, path, query))?.bytes()
}

/// Runs an operation for a person named on the host's shell, with the rights that they hold now: whoever runs the host can do
/// everything anyway, and this way the rules and the audit are those of the API.
pub fn for_person<O: Operation>(
    conn: &mut Conn,
    app: &App,
    person: &Person,
    body: O::Body,
) -> Result<O::Answer, Failure> {
    let viewer = Viewer::new(person.id.as_str().into(), person.roles()?);
    admit(&O::ROUTE, &viewer)?;
    let session = SessionId::from("the host's shell");
    let ids = app.mint.for_actor("shell");
    O::run(&mut Act::new(
        conn,
        &viewer,
        &session,
        app.clock.now(),
        ids,
        app,
        body,
        HashMap::new(),
        HashMap::new(),
    ))
}

/// The claims of the bearer token.
pub fn claims(req: &HttpRequest, app: &App) -> Result<Claims, Failure> {
    let header = req.headers().get("authorization").and_then(|value| value.to_str().ok());
    let token = header.and_then(|text| text.strip_prefix("Bearer "));
    token
        .and_then(|token| tokens::check(&app.secrets.access, token, app.clock.now()))
        .ok_or_else(viewer::unauthenticated)
}

/// Pages of other sites have no business here.
pub fn refuse_foreign_sites(req: &HttpRequest) -> Result<(), Failure> {
    let site = req.headers().get("sec-fetch-site").and_then(|value| value.to_str().ok());
    if matches!(site, Some("cross-site" | "same-site")) {
        return Err(Failure::refused(Code::WrongOrigin, "Requests must come from the product's own pages."));
    }
    Ok(())
}

fn admit(route: &Route, viewer: &Viewer) -> Result<(), Failure> {
    match route.who {
        Who::Anyone | Who::SignedIn => Ok(()),
        Who::Roles(roles) if roles.iter().any(|role| viewer.has(*role)) => Ok(()),
        Who::Roles(_) => Err(Failure::NotFound),
    }
}

fn path(req: &HttpRequest) -> HashMap<String, String> {
    req.match_info().iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// Reads the query; a parameter that the route does not take is refused, whatever its value.
pub fn query(text: &str, known: &[&str]) -> Result<HashMap<String, String>, Failure> {
    let pairs = web::Query::<Vec<(String, String)>>::from_query(text)
        .map_err(|_| Failure::refused(Code::BadRequest, "The query cannot be read."))?
        .into_inner();
    let mut query = HashMap::new();
    for (name, value) in pairs {
        if !known.contains(&name.as_str()) {
            return Err(Failure::refused(
                Code::UnknownParameter,
                "This address does not take one of the parameters.",
            ));
        }
        if query.insert(name, value).is_some() {
            return Err(Failure::refused(Code::BadRequest, "A parameter was given twice."));
        }
    }
    Ok(query)
}

/// Reads at most `limit` bytes, within half a minute; an uploaded file within five.
pub async fn read_body(mut payload: web::Payload, limit: usize) -> Result<Vec<u8>, Failure> {
    let read = async {
        let mut bytes = Vec::new();
        while let Some(chunk) = payload.next().await {
            let chunk = chunk.map_err(|_| Failure::refused(Code::BadRequest, "The request broke off."))?;
            if bytes.len().saturating_add(chunk.len()) > limit {
                return Err(Failure::refused(
                    Code::TooLarge,
                    format!("At most {} KiB are taken here.", limit / 1024),
                ));
            }
            bytes.extend_from_slice(&chunk);
        }
        Ok(bytes)
    };
    let patience = std::time::Duration::from_secs(if limit < FILE { 30 } else { 300 });
    tokio::time::timeout(patience, read)
        .await
        .unwrap_or_else(|_| Err(Failure::refused(Code::BadRequest, "The request took too long to arrive.")))
}

/// Parses a body. Reading an uploaded file takes a while and must hold up nobody, so that it happens on a thread of its own; what
/// breaks off there is a fault of the file.
async fn parse_apart<O: Operation>(bytes: Vec<u8>) -> Result<O::Body, Failure> {
    if O::ROUTE.limit < FILE {
        return parse::<O::Body>(&bytes);
    }
    web::block(move || parse::<O::Body>(&bytes))
        .await
        .unwrap_or_else(|_| Err(Failure::field("/content", "unreadable", "This file cannot be read.")))
}

/// Parses a body; an empty one counts as an empty object. Only objects are taken: serde would read an array as well, by the
/// order of the fields, which is not in the contract.
pub fn parse<B: Body>(bytes: &[u8]) -> Result<B, Failure> {
    let bytes = if bytes.is_empty() { b"{}" } else { bytes };
    if bytes.trim_ascii_start().first() != Some(&b'{') {
        return Err(Failure::refused(Code::BadRequest, "The body cannot be read: it must be a JSON object."));
    }
    serde_json::from_slice(bytes)
        .map_err(|error| Failure::refused(Code::BadRequest, format!("The body cannot be read: {error}.")))
}

fn respond<O: Operation>(
    req: &HttpRequest,
    app: &App,
    viewer: &Viewer,
    bytes: Vec<u8>,
    headers: Vec<(&'static str, String)>,
) -> HttpResponse {
    let status = StatusCode::from_u16(O::ROUTE.status).unwrap_or(StatusCode::OK);
    let mut response = HttpResponse::build(status);
    if status == StatusCode::NO_CONTENT {
        return response.finish();
    }
    if req.method() == actix_web::http::Method::GET || req.method() == actix_web::http::Method::HEAD {
        // A tag over this viewer's projection: it tells nothing that the body does not tell this viewer.
        let tag = mac(&app.secrets.etags, &[viewer.id().as_str().as_bytes(), O::ROUTE.id.as_bytes(), &bytes]);
        let tag = format!("\"{}\"", hex(tag.split_at(16).0));
        let same = req.headers().get("if-none-match").is_some_and(|seen| seen.as_bytes() == tag.as_bytes());
        response.insert_header(("etag", tag));
        if same {
            response.status(StatusCode::NOT_MODIFIED);
            return response.finish();
        }
    }
    response.content_type(O::Answer::CONTENT_TYPE);
    for line in headers {
        response.insert_header(line);
    }
    response.body(bytes)
}
