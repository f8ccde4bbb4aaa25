//! `/metrics` in the text format of Prometheus, on a listener of its own, and the middleware that counts.

use super::{operation::Verb, routes};
use crate::app::App;
use actix_web::{
    Error, HttpResponse,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    http::Method,
    middleware::Next,
    web,
};
use std::{collections::HashMap, sync::LazyLock};

/// Operation ids by path and method.
static OPERATIONS: LazyLock<HashMap<(&'static str, Verb), &'static str>> = LazyLock::new(|| {
    routes::entries()
        .into_iter()
        .map(|entry| ((entry.route.path, entry.route.verb), entry.route.id))
        .collect()
});

fn verb(method: &Method) -> Option<Verb> {
    match *method {
        Method::GET | Method::HEAD => Some(Verb::Get),
        Method::POST => Some(Verb::Post),
        Method::PATCH => Some(Verb::Patch),
        Method::DELETE => Some(Verb::Delete),
        _ => None,
    }
}

/// Counts an answer of the API under the id of its operation.
pub async fn count(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let answer = next.call(request).await?;
    let request = answer.request();
    let known = request
        .match_name()
        .zip(verb(request.method()))
        .and_then(|(path, verb)| OPERATIONS.get(&(path, verb)).copied());
    if let Some(app) = request.app_data::<web::Data<App>>() {
        app.metrics.request(known.unwrap_or("other"), answer.status().as_u16() / 100);
    }
    Ok(answer)
}

/// Serves the counters.
pub async fn serve(app: web::Data<App>) -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; version=0.0.4; charset=utf-8").body(text(&app))
}

fn text(app: &App) -> String {
    let mut text = String::new();
    let mut family = |name: &str, kind: &str, help: &str, samples: &[(String, String)]| {
        text.push_str(&format!("# HELP {name} {help}\n# TYPE {name} {kind}\n"));
        for (labels, value) in samples {
            text.push_str(&format!("{name}{labels} {value}\n"));
        }
    };
    let requests: Vec<(String, String)> = app
        .metrics
        .requests()
        .into_iter()
        .map(|((operation, class), count)| {
            (format!("{{operation=\"{operation}\",status=\"{class}xx\"}}"), count.to_string())
        })
        .collect();
    let plain = |value: String| vec![(String::new(), value)];
    let (commits, writes) = app.db.commits();
    let uptime = app.clock.now().since(app.metrics.started) / 1_000_000;
    family("evenhand_requests_total", "counter", "Answers of the API.", &requests);
    family(
        "evenhand_sqlite_commits_total",
        "counter",
        "Commits of the SQLite writer.",
        &plain(commits.to_string()),
    );
    family(
        "evenhand_sqlite_writes_total",
        "counter",
        "Writes that shared those commits.",
        &plain(writes.to_string()),
    );
    family(
        "evenhand_event_streams",
        "gauge",
        "Event streams that are open.",
        &plain(app.metrics.streams().to_string()),
    );
    family("evenhand_uptime_seconds", "gauge", "Seconds since the start.", &plain(uptime.to_string()));
    text
}
