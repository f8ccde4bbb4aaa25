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
    let known = match request.match_pattern().as_deref() {
        Some("/api/v1/events") => Some("events"),
        Some("/api/v1/openapi.json") => Some("openapi"),
        _ => request
            .match_name()
            .zip(verb(request.method()))
            .and_then(|(path, verb)| OPERATIONS.get(&(path, verb)).copied()),
    };
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        clock::Clock, config::Config, db::Db, http, mint::Mint, passwords::Passwords, secrets::Secrets,
    };
    use actix_web::test;
    use evenhand_shared::Timestamp;

    #[actix_web::test]
    async fn answers_are_counted_by_operation_and_class_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("metrics.sqlite").display());
        let variables = [("EVENHAND_DATABASE_URL".to_owned(), url)];
        let config = Config::read(None, variables.into_iter()).unwrap();
        let db = Db::open(&config.database, 1).unwrap();
        let clock = Clock::manual(Timestamp(2_000_000_000_000_000));
        let passwords = Passwords::start(1, 8, 1).unwrap();
        let app = App::new(config, db, clock, Mint::new([1; 32]), Secrets::derive(&[2; 32]), passwords);
        let service = test::init_service(actix_web::App::new().configure(http::mount(app.clone()))).await;
        let id = "0190c6a8-0000-7000-8000-00000000beef";
        for (method, path) in [
            (Method::GET, "/about".to_owned()),
            (Method::HEAD, "/about".to_owned()),
            (Method::GET, format!("/loops/{id}/packet")),
            (Method::GET, "/openapi.json".to_owned()),
            (Method::GET, "/events?path=/api/v1/me".to_owned()),
            (Method::PUT, "/about".to_owned()),
            (Method::GET, format!("/nothing/{id}?email=someone@example.org")),
        ] {
            let request = test::TestRequest::with_uri(&format!("/api/v1{path}")).method(method).to_request();
            test::call_service(&service, request).await;
        }
        app.db.write(|_| Ok(())).await.unwrap();
        let open = app.metrics.stream();
        let text = text(&app);
        for line in [
            "evenhand_requests_total{operation=\"about.read\",status=\"2xx\"} 2",
            "evenhand_requests_total{operation=\"loops.packet\",status=\"4xx\"} 1",
            "evenhand_requests_total{operation=\"openapi\",status=\"2xx\"} 1",
            "evenhand_requests_total{operation=\"events\",status=\"4xx\"} 1",
            "evenhand_requests_total{operation=\"other\",status=\"4xx\"} 2",
            "evenhand_sqlite_commits_total 1",
            "evenhand_sqlite_writes_total 1",
            "evenhand_event_streams 1",
            "evenhand_uptime_seconds 0",
        ] {
            assert!(text.lines().any(|found| found == line), "{line} is not in\n{text}");
        }
        assert!(!text.contains(id) && !text.contains("someone"), "{text}");
        drop(open);
        assert_eq!(app.metrics.streams(), 0);
    }
}
