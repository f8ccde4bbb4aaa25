//! Tests of the demonstration.

use super::*;
use crate::{
    cli::tasks,
    clock::Clock,
    db::{Db, applications as stored, audit, jobs, loops, releases},
    http,
    mint::Mint,
    passwords::Passwords,
    secrets::Secrets,
};
use actix_web::test as web;
use evenhand_shared::{Timestamp, packet::Packet, sessions::SessionToken};
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
        let (entries, applied, released) = app
            .db
            .read(|conn| {
                let job = jobs::find_by_key(conn, "backend-engineer")?.unwrap();
                let applied = stored::list_keys(conn, &job)?.len();
                let mut released = Vec::new();
                for (id, _, _) in loops::list_keys(conn, &job)? {
                    released.push(releases::find(conn, &id)?.is_some());
                }
                Ok((audit::verify(conn)?, applied, released))
            })
            .await
            .unwrap();
        assert!(entries.unwrap() > 100);
        assert_eq!(applied, 20);
        assert_eq!(released.iter().filter(|released| **released).count(), 2);
        assert_eq!(released.len(), 6);
    });
}

#[test]
fn s8_the_hiring_manager_reads_the_packets_of_complete_panels_and_no_others() {
    let folder = tempfile::tempdir().unwrap();
    actix_web::rt::System::new().block_on(async {
        let app = app(folder.path(), "127.0.0.1:1");
        fill_empty(&app, Size::Small, false).await.unwrap();
        let (accounts, loops) = app
            .db
            .read(|conn| {
                let job = jobs::find_by_key(conn, "backend-engineer")?.unwrap();
                let mut found = Vec::new();
                for (id, _, _) in loops::list_keys(conn, &job)? {
                    let released = releases::find(conn, &id)?.is_some();
                    found.push((id, released));
                }
                Ok((settings::find(conn, settings::DEMO)?.unwrap(), found))
            })
            .await
            .unwrap();
        let accounts: Vec<DemoAccount> = serde_json::from_str(&accounts).unwrap();
        let manager = accounts.iter().find(|account| account.part.starts_with("Hiring manager")).unwrap();
        let service = web::init_service(actix_web::App::new().configure(http::mount(app.clone()))).await;
        let login = json!({"email": manager.email, "password": manager.password});
        let login = web::TestRequest::post().uri("/api/v1/sessions").set_json(login).to_request();
        let session: SessionToken = web::call_and_read_body_json(&service, login).await;
        for (id, released) in loops {
            let read = web::TestRequest::get()
                .uri(&format!("/api/v1/loops/{id}/packet"))
                .insert_header(("authorization", format!("Bearer {}", session.access_token)))
                .to_request();
            let answer = web::call_service(&service, read).await;
            if !released {
                assert_eq!(answer.status(), 404, "{id}");
                continue;
            }
            let packet: Packet = web::read_body_json(answer).await;
            assert!(!packet.partial && packet.composite.is_some() && packet.missing.is_empty(), "{id}");
            assert!(packet.cards.len() >= 3 && !packet.rows.is_empty(), "{id}");
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
