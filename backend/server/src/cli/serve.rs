//! `evenhand serve`.

use super::{demo, say, start, tasks, tls, words};
use crate::{
    app::App,
    config::Config,
    db::{people, settings},
    http, jobs,
};
use actix_web::{HttpServer, dev::ServerHandle, rt, web};
use futures_util::future::{Either, select};
use std::{pin::pin, time::Duration};

/// Longest wait for running requests when the server goes down, in seconds.
const DRAIN: u64 = 25;

/// Serves until it is asked to stop.
pub async fn run(config: Config, demo: bool, off_loopback: bool) -> Result<(), String> {
    let app = start::open(config)?;
    if demo {
        demo::fill_when_empty(&app, off_loopback).await?;
    }
    greet(&app, off_loopback).await?;
    let metrics = metrics(&app)?;
    let server = {
        let inside = app.clone();
        let server = HttpServer::new(move || actix_web::App::new().configure(http::mount(inside.clone())))
            .workers(app.config.workers)
            .keep_alive(Duration::from_secs(75))
            .client_request_timeout(Duration::from_secs(10))
            .client_disconnect_timeout(Duration::from_secs(5))
            .shutdown_timeout(DRAIN)
            .disable_signals();
        let cannot = |e: std::io::Error| format!("Cannot listen on {}: {e}", app.config.listen);
        match (&app.config.tls_certificate, &app.config.tls_key) {
            (Some(certificate), Some(key)) => {
                server.bind_rustls_0_23(&app.config.listen, tls::read(certificate, key)?).map_err(cannot)?
            }
            _ => server.bind(&app.config.listen).map_err(cannot)?,
        }
        .run()
    };
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

/// Says who can log in, or how the first one can; refuses a demonstration that others could reach.
async fn greet(app: &App, off_loopback: bool) -> Result<(), String> {
    let (anybody, token, demo) = app
        .db
        .read(|conn| {
            Ok((
                people::any(conn)?,
                settings::find(conn, settings::SETUP_TOKEN)?,
                settings::find(conn, settings::DEMO)?,
            ))
        })
        .await
        .map_err(words)?;
    if let Some(accounts) = demo {
        demo::demand_loopback(app, off_loopback)?;
        return demo::announce(&accounts);
    }
    match (anybody, token) {
        (true, _) => {}
        (false, None) => {
            let token = tasks::make_setup_token(app).await.map_err(words)?;
            tasks::print_setup_token(app, &token);
        }
        // Only its digest is kept, so it cannot be shown again.
        (false, Some(_)) => say(
            "Nobody is here yet. A setup token was printed earlier; if it is lost, stop the server and run `evenhand setup-token`.",
        ),
    }
    Ok(())
}

/// Starts the listener of `/metrics`, when one is set.
fn metrics(app: &App) -> Result<Option<ServerHandle>, String> {
    let Some(listen) = &app.config.metrics_listen else { return Ok(None) };
    let inside = app.clone();
    let server = HttpServer::new(move || {
        actix_web::App::new()
            .app_data(web::Data::new(inside.clone()))
            .route("/metrics", web::get().to(http::metrics::serve))
    })
    .workers(1)
    .disable_signals()
    .bind(listen)
    .map_err(|e| format!("Cannot listen on {listen}: {e}"))?
    .run();
    let handle = server.handle();
    rt::spawn(server);
    Ok(Some(handle))
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
