//! Tests of the demonstration.

use super::*;
use crate::{
    cli::tasks,
    clock::Clock,
    db::{Db, applications as stored, audit, candidates, jobs, loops, releases},
    http,
    mint::Mint,
    passwords::Passwords,
    secrets::Secrets,
};
use actix_web::test as web;
use evenhand_shared::{Timestamp, loops::ReleaseKind, packet::Packet, sessions::SessionToken};
use serde_json::json;

fn app(folder: &std::path::Path, listen: &str) -> App {
    let url = format!("sqlite://{}", folder.join("demo.sqlite").display());
    let variables = [("EVENHAND_DATABASE_URL", url.as_str()), ("EVENHAND_LISTEN", listen)];
    let config =
        Config::read_for_demo(None, variables.into_iter().map(|(k, v)| (k.to_owned(), v.to_owned())))
            .unwrap();
    let db = Db::open(&config.database, 1).unwrap();
    let clock = Clock::manual(Timestamp(2_000_000_000_000_000));
    let passwords = Passwords::start(1, 8, 1).unwrap();
    App::new(config, db, clock, Mint::new([1; 32]), Secrets::derive(&[2; 32]), passwords)
}

#[test]
fn s42_the_demonstration_fills_an_empty_database_once_and_stays_on_loopback() {
    let folder = tempfile::tempdir().unwrap();
    actix_web::rt::System::new().block_on(async {
        let open = app(folder.path(), "0.0.0.0:1");
        assert!(
            fill_empty(&open, Size::Small, false).await.unwrap_err().contains("--allow-demo-off-loopback")
        );
        assert!(!open.db.read(people::any).await.unwrap());
        drop(open);
        let other = tempfile::tempdir().unwrap();
        let app = app(other.path(), "127.0.0.1:1");
        tasks::make_setup_token(&app, tasks::Earlier::Kept).await.unwrap();
        fill_when_empty(&app, false).await.unwrap();
        let token = app.db.read(|conn| settings::find(conn, settings::SETUP_TOKEN)).await.unwrap();
        assert_eq!(token, None, "nobody becomes administrator of a demonstration");
        fill_when_empty(&app, false).await.unwrap();
        assert!(
            fill_empty(&app, Size::Small, false)
                .await
                .unwrap_err()
                .contains("people in this database already")
        );
        let (entries, stand) = app
            .db
            .read(|conn| {
                let mut stand = Vec::new();
                for key in ["backend-engineer", "product-designer", "customer-support-lead"] {
                    let job = jobs::find_by_key(conn, key)?.unwrap();
                    let (mut released, mut adaptive) = (Vec::new(), 0);
                    let loops = loops::list_keys(conn, &job)?;
                    for (id, _, _) in &loops {
                        released.extend(releases::find(conn, id)?.map(|release| release.kind));
                        adaptive += usize::from(loops::find(conn, id)?.adaptive);
                    }
                    released.sort_by_key(|kind| *kind == ReleaseKind::Opened);
                    stand.push((stored::list_keys(conn, &job)?.len(), loops.len(), released, adaptive));
                }
                Ok((audit::verify(conn)?, stand))
            })
            .await
            .unwrap();
        assert!(entries.unwrap() > 300);
        let (complete, opened) = (ReleaseKind::PanelComplete, ReleaseKind::Opened);
        assert_eq!(
            stand,
            [
                (20, 6, vec![complete, complete], 0),
                (20, 6, vec![complete, opened], 0),
                (20, 5, vec![complete, opened], 1),
            ]
        );
    });
}

/// Logs in as an account; the type of a test service cannot be named.
macro_rules! log_in {
    ($service:expr, $account:expr) => {{
        let login = json!({"email": $account.email, "password": $account.password});
        let login = web::TestRequest::post().uri("/api/v1/sessions").set_json(login).to_request();
        let session: SessionToken = web::call_and_read_body_json($service, login).await;
        format!("Bearer {}", session.access_token)
    }};
}

async fn accounts(app: &App) -> Vec<DemoAccount> {
    let accounts = app.db.read(|conn| settings::find(conn, settings::DEMO)).await.unwrap().unwrap();
    serde_json::from_str(&accounts).unwrap()
}

#[test]
fn s8_hiring_managers_read_the_packets_that_were_released_and_no_others() {
    let folder = tempfile::tempdir().unwrap();
    actix_web::rt::System::new().block_on(async {
        let app = app(folder.path(), "127.0.0.1:1");
        fill_empty(&app, Size::Small, false).await.unwrap();
        let service = web::init_service(actix_web::App::new().configure(http::mount(app.clone()))).await;
        let mut missing = 0;
        for (job, manager) in [
            ("backend-engineer", "marta"),
            ("product-designer", "jules"),
            ("customer-support-lead", "bongani"),
        ] {
            let all = accounts(&app).await;
            let account = all.iter().find(|account| account.email.starts_with(manager)).unwrap();
            let token = log_in!(&service, account);
            let loops = app
                .db
                .read(move |conn| {
                    let job = jobs::find_by_key(conn, job)?.unwrap();
                    let mut found = Vec::new();
                    for (id, _, candidate) in loops::list_keys(conn, &job)? {
                        let name = candidates::find(conn, &candidate.as_str().into())?.name;
                        found.push((id.clone(), releases::find(conn, &id)?, name));
                    }
                    Ok(found)
                })
                .await
                .unwrap();
            for (id, release, name) in loops {
                let read = web::TestRequest::get()
                    .uri(&format!("/api/v1/loops/{id}/packet"))
                    .insert_header(("authorization", token.clone()))
                    .to_request();
                let answer = web::call_service(&service, read).await;
                let Some(release) = release else {
                    assert_eq!(answer.status(), 404, "{name}");
                    continue;
                };
                assert_eq!(answer.status(), 200, "{name}");
                let packet: Packet = web::read_body_json(answer).await;
                assert!(!packet.partial && packet.composite.is_some(), "{name}");
                assert!(packet.cards.len() >= 3 && !packet.rows.is_empty(), "{name}");
                assert_eq!(release.reason.is_some(), release.kind == ReleaseKind::Opened, "{name}");
                missing += packet.missing.len();
                let late = packet.cards.iter().filter(|card| card.late).count();
                assert_eq!(late, usize::from(name.starts_with("Ibrahim")), "{name}");
            }
        }
        assert_eq!(missing, 1, "one loop was opened with a card missing");
    });
}

#[test]
fn s42_every_step_of_a_tour_leads_somewhere() {
    let folder = tempfile::tempdir().unwrap();
    actix_web::rt::System::new().block_on(async {
        let app = app(folder.path(), "127.0.0.1:1");
        fill_empty(&app, Size::Small, false).await.unwrap();
        let service = web::init_service(actix_web::App::new().configure(http::mount(app.clone()))).await;
        for account in accounts(&app).await {
            assert_eq!(account.tour.len(), 5, "{}", account.email);
            let token = log_in!(&service, &account);
            for step in &account.tour {
                // The page's own address, as far as it names one thing, is the API's.
                let parts: Vec<&str> = step.path.split('/').collect();
                let asked = match parts.as_slice() {
                    ["", "candidates", id, "applications", _, "loop"] => format!("/candidates/{id}"),
                    ["", _, _, ..] => step.path.clone(),
                    _ => continue,
                };
                let read = web::TestRequest::get()
                    .uri(&format!("/api/v1{asked}"))
                    .insert_header(("authorization", token.clone()))
                    .to_request();
                assert_eq!(
                    web::call_service(&service, read).await.status(),
                    200,
                    "{} {}",
                    account.email,
                    step.title
                );
            }
        }
    });
}

#[test]
fn passwords_of_demonstrations_differ_and_are_long_enough() {
    let (one, two) = (password().unwrap(), password().unwrap());
    assert_ne!(one, two);
    assert_eq!(evenhand_shared::sessions::check_password("/password", &one), Ok(()));
    assert_eq!(one.len(), 19);
}
