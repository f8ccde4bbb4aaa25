//! `GET /events`: live state over a stream that the page reads with its bearer token.
//!
//! After each commit, and once a second for commits of other servers, every stream looks again at the resources that its page
//! shows, with the rights of its viewer at that moment, and tells when one of them looks different. An event is therefore a
//! function of the viewer's own projection: what is hidden from them cannot cause one. Heartbeats follow the clock alone.

use super::{
    dispatch::{claims, refuse_foreign_sites},
    routes::{self, Look},
    viewer,
};
use crate::{app::App, failure::Failure, metrics::OpenStream, mint::digest, tokens::Claims};
use actix_web::{HttpRequest, HttpResponse, web};
use evenhand_shared::{Code, live::LiveEvent};
use futures_util::{StreamExt, stream};
use std::{collections::HashMap, time::Duration};

/// Most resources that one stream watches.
const MOST: usize = 8;
/// How often a stream looks without being told of a commit.
const PERIOD: Duration = Duration::from_secs(1);
/// How often a silent stream shows that it is alive.
const HEARTBEAT: u32 = 15;

/// Something that a stream watches.
struct Watched {
    path: String,
    look: Look,
    id: HashMap<String, String>,
    query: HashMap<String, String>,
    seen: Option<String>,
}

/// Opens the stream.
pub async fn serve(req: HttpRequest, app: web::Data<App>) -> HttpResponse {
    match open(&req, app.get_ref().clone()).await {
        Ok(response) => response,
        Err(failure) => failure.response(),
    }
}

async fn open(req: &HttpRequest, app: App) -> Result<HttpResponse, Failure> {
    refuse_foreign_sites(req)?;
    let claims = claims(req, &app)?;
    let who = claims.clone();
    app.db.read(move |conn| viewer::load(conn, &who).map(drop)).await?;
    let watched = watched(req.query_string())?;
    let open = app.metrics.stream();
    let pulse = app.pulse.subscribe();
    let mut watch = Watch { pulse, app, claims, watched, silent: 0, over: false, _open: open };
    // The first look is the state that the page has: nothing is told about it.
    watch.look_again().await;
    let looks = stream::unfold(watch, |mut watch| async move {
        let text = watch.next().await?;
        Some((Ok::<_, actix_web::Error>(web::Bytes::from(text)), watch))
    });
    // The head of the answer travels with the first bytes: without any, a page would wait for the first heartbeat.
    let body = stream::iter([Ok(web::Bytes::from_static(b": open\n\n"))]).chain(looks);
    Ok(HttpResponse::Ok()
        .content_type("text/event-stream")
        .insert_header(("x-accel-buffering", "no"))
        .streaming(body))
}

fn watched(query: &str) -> Result<Vec<Watched>, Failure> {
    let refused = || Failure::refused(Code::BadRequest, "Name what to watch: path=/api/v1/….");
    let pairs = web::Query::<Vec<(String, String)>>::from_query(query).map_err(|_| refused())?.into_inner();
    if pairs.len() > MOST || pairs.iter().any(|(name, _)| name != "path") {
        return Err(refused());
    }
    pairs.into_iter().map(|(_, path)| resolve(path).ok_or_else(refused)).collect()
}

/// Finds the read operation behind a path. Whether the thing exists plays no part.
fn resolve(path: String) -> Option<Watched> {
    let (plain, query) = path.split_once('?').unwrap_or((path.as_str(), ""));
    let plain = plain.strip_prefix("/api/v1")?;
    let query = web::Query::<HashMap<String, String>>::from_query(query).ok()?.into_inner();
    let parts: Vec<&str> = plain.split('/').collect();
    for entry in routes::entries() {
        let Some(look) = entry.look else { continue };
        let pattern: Vec<&str> = entry.route.path.split('/').collect();
        let fits =
            pattern.len() == parts.len() && pattern.iter().zip(&parts).all(|(a, b)| *a == "{id}" || a == b);
        if fits {
            let id = pattern.iter().zip(&parts).find(|(a, _)| **a == "{id}").map(|(_, b)| (*b).to_owned());
            let id = id.map(|value| ("id".to_owned(), value)).into_iter().collect();
            return Some(Watched { path, look, id, query, seen: None });
        }
    }
    None
}

struct Watch {
    app: App,
    claims: Claims,
    watched: Vec<Watched>,
    pulse: tokio::sync::watch::Receiver<u64>,
    silent: u32,
    over: bool,
    _open: OpenStream,
}

impl Watch {
    /// The next text of the stream; `None` ends it.
    async fn next(&mut self) -> Option<String> {
        if self.over {
            return None;
        }
        loop {
            // Whichever comes first.
            let told = tokio::time::timeout(PERIOD, self.pulse.changed()).await;
            if matches!(told, Ok(Err(_))) || self.app.is_closing() {
                return None;
            }
            let mut text = String::new();
            match self.look_again().await {
                Some(changed) => {
                    for path in changed {
                        text.push_str(&event(&LiveEvent::Changed { path }));
                    }
                }
                None => {
                    self.over = true;
                    return Some(event(&LiveEvent::SignedOut));
                }
            }
            self.silent = self.silent.saturating_add(1);
            if !text.is_empty() || self.silent >= HEARTBEAT {
                self.silent = 0;
                return Some(if text.is_empty() { ": still here\n\n".to_owned() } else { text });
            }
        }
    }

    /// Looks at everything; answers what looks different, or `None` when the session has ended.
    async fn look_again(&mut self) -> Option<Vec<String>> {
        let (app, claims) = (self.app.clone(), self.claims.clone());
        let wanted: Vec<_> = self.watched.iter().map(|w| (w.look, w.id.clone(), w.query.clone())).collect();
        let looks = self.app.db.read(move |conn| {
            viewer::load(conn, &claims)?;
            let mut looks = Vec::with_capacity(wanted.len());
            for (look, id, query) in wanted {
                looks.push(match look(conn, &app, &claims, id, query) {
                    Ok(bytes) => digest(&String::from_utf8_lossy(&bytes)),
                    Err(Failure::Internal(why)) => return Err(Failure::Internal(why)),
                    // Absent is one look like any other.
                    Err(_) => String::new(),
                });
            }
            Ok(looks)
        });
        let looks = match looks.await {
            Ok(looks) => looks,
            Err(Failure::Refused { code: Code::Unauthenticated, .. }) => return None,
            // A database that does not answer for a moment is no reason to end the stream.
            Err(_) => return Some(Vec::new()),
        };
        let mut changed = Vec::new();
        for (watched, look) in self.watched.iter_mut().zip(looks) {
            if watched.seen.as_ref().is_some_and(|seen| *seen != look) {
                changed.push(watched.path.clone());
            }
            watched.seen = Some(look);
        }
        Some(changed)
    }
}

fn event(event: &LiveEvent) -> String {
    format!("data: {}\n\n", serde_json::to_string(event).unwrap_or_default())
}
