//! `evenhand serve`.

use super::{
    demo, say, start,
    tasks::{self, Earlier},
    tls, words,
};
use crate::{
    app::App,
    config::Config,
    db::{people, settings},
    http, jobs,
};
use actix_web::{
    HttpServer,
    dev::{Server, ServerHandle},
    rt, web,
};
use futures_util::future::{Either, select};
use std::{pin::pin, time::Duration};

/// Longest wait for running requests when the server goes down, in seconds.
const DRAIN: u64 = 25;
/// Longest wait for the head of a request.
const HEAD: Duration = Duration::from_secs(5);
/// How long a connection may wait for its next request: the library sets no limit to a head that comes in drops after the first.
const IDLE: Duration = Duration::from_secs(15);

/// Serves until it is asked to stop.
pub async fn run(config: Config, demo: bool, off_loopback: bool) -> Result<(), String> {
    if demo {
        demo::demand_loopback(&config, off_loopback)?;
    }
    let app = start::open(config)?;
    // First the addresses: a used port must cost neither a setup token nor a filled database.
    let server = bind(&app)?;
    let metrics = bind_metrics(&app)?;
    if demo {
        demo::fill_when_empty(&app, off_loopback).await?;
    }
    greet(&app, off_loopback).await?;
    let metrics = metrics.map(|server| {
        let handle = server.handle();
        rt::spawn(server);
        handle
    });
    say(&format!("Evenhand is at {}", app.config.public_url));
    rt::spawn(jobs::sealing::run(app.clone()));
    let handle = server.handle();
    rt::spawn(stop_when_asked(app, handle));
    server.await.map_err(|e| format!("The server has stopped: {e}"))?;
    if let Some(metrics) = metrics {
        metrics.stop(false).await;
    }
    tracing::info!("stopped");
    Ok(())
}

/// Listens; nobody is answered before the server is awaited.
fn bind(app: &App) -> Result<Server, String> {
    let inside = app.clone();
    let server = HttpServer::new(move || actix_web::App::new().configure(http::mount(inside.clone())))
        .workers(app.config.workers)
        .keep_alive(IDLE)
        .client_request_timeout(HEAD)
        .client_disconnect_timeout(Duration::from_secs(5))
        .shutdown_timeout(DRAIN)
        .disable_signals();
    let listen = &app.config.listen;
    let server = match (&app.config.tls_certificate, &app.config.tls_key) {
        (Some(certificate), Some(key)) => server.bind_rustls_0_23(listen, tls::read(certificate, key)?),
        _ => server.bind(listen),
    };
    Ok(server.map_err(|e| format!("Cannot listen on {listen}: {e}"))?.run())
}

/// Says who can log in, or how the first one can; refuses a demonstration that others could reach.
async fn greet(app: &App, off_loopback: bool) -> Result<(), String> {
    let (anybody, demo) = app
        .db
        .read(|conn| Ok((people::any(conn)?, settings::find(conn, settings::DEMO)?)))
        .await
        .map_err(words)?;
    if let Some(accounts) = demo {
        demo::demand_loopback(&app.config, off_loopback)?;
        return demo::announce(&accounts);
    }
    if anybody {
        return Ok(());
    }
    match tasks::make_setup_token(app, Earlier::Kept).await.map_err(words)? {
        Some(token) => tasks::print_setup_token(app, &token),
        // Only its digest is kept, so it cannot be shown again.
        None => say(
            "Nobody is here yet. A setup token was printed earlier; if it is lost, stop the server and run `evenhand setup-token`.",
        ),
    }
    Ok(())
}

/// Listens for `/metrics`, when an address is set for it.
fn bind_metrics(app: &App) -> Result<Option<Server>, String> {
    let Some(listen) = &app.config.metrics_listen else { return Ok(None) };
    let inside = app.clone();
    let server = HttpServer::new(move || {
        actix_web::App::new()
            .app_data(web::Data::new(inside.clone()))
            .route("/metrics", web::get().to(http::metrics::serve))
    })
    .workers(1)
    .keep_alive(IDLE)
    .client_request_timeout(HEAD)
    .disable_signals()
    .bind(listen)
    .map_err(|e| format!("Cannot listen on {listen} for metrics: {e}"))?;
    Ok(Some(server.run()))
}

async fn stop_when_asked(app: App, server: ServerHandle) {
    asked().await;
    tracing::info!("stopping");
    app.close();
    server.stop(true).await;
}

/// Ends at Ctrl-C and, on Unix, at SIGTERM.
async fn asked() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            let (ctrl_c, terminate) = (pin!(tokio::signal::ctrl_c()), pin!(terminate.recv()));
            if let Either::Left((Err(error), terminate)) = select(ctrl_c, terminate).await {
                tracing::warn!(%error, "Ctrl-C is not available");
                terminate.await;
            }
            return;
        }
    }
    if let Err(error) = tokio::signal::ctrl_c().await {
        tracing::warn!(%error, "Ctrl-C is not available");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_used_port_is_named_and_costs_no_setup_token() {
        let folder = tempfile::tempdir().unwrap();
        let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let listen = taken.local_addr().unwrap().to_string();
        let url = format!("sqlite://{}", folder.path().join("used.sqlite").display());
        let variables = [("EVENHAND_DATABASE_URL", &url), ("EVENHAND_LISTEN", &listen)];
        let variables = variables.map(|(name, value)| (name.to_owned(), value.clone()));
        let config = Config::read(None, variables.into_iter()).unwrap();
        rt::System::new().block_on(async {
            let why = run(config.clone(), false, false).await.unwrap_err();
            assert!(why.starts_with(&format!("Cannot listen on {listen}: ")), "{why}");
            let app = start::open(config).unwrap();
            let token = app.db.read(|conn| settings::find(conn, settings::SETUP_TOKEN)).await.unwrap();
            assert_eq!(token, None);
            let made = tasks::make_setup_token(&app, Earlier::Kept).await.unwrap();
            assert!(made.is_some());
            assert_eq!(tasks::make_setup_token(&app, Earlier::Kept).await.unwrap(), None);
            let replaced = tasks::make_setup_token(&app, Earlier::Replaced).await.unwrap();
            assert!(replaced.is_some() && replaced != made);
        });
    }
}
