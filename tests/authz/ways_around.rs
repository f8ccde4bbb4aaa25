//! Z02 to Z06: the ways around the matrix.

use crate::scene::{NOOR, Scene};
use actix_web::body::MessageBody;
use diesel::{QueryableByName, RunQueryDsl, sql_query, sql_types::BigInt};
use evenhand_server::db::Conn;
use evenhand_tests::{Engine, Reply, World, on_both_engines};
use serde_json::{Value, json};
use std::{future::poll_fn, pin::Pin, time::Duration};

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

/// Rows of every table in which acts leave something; logging in leaves sessions and audit entries, which are not counted.
async fn rows(world: &World) -> Vec<i64> {
    let tables = [
        "people",
        "jobs",
        "job_team",
        "plans",
        "rubrics",
        "candidates",
        "applications",
        "loops",
        "releases",
        "interviews",
        "assignments",
        "scorecards",
        "draft_fields",
        "revisions",
        "servings",
        "password_links",
    ];
    let sql: Vec<String> = tables.iter().map(|table| format!("SELECT count(*) AS n FROM {table}")).collect();
    world
        .app
        .db
        .read(move |conn| {
            let mut counts = Vec::new();
            for sql in sql {
                let count: Count = match conn {
                    Conn::Sqlite(sqlite) => sql_query(sql).get_result(sqlite)?,
                    Conn::Postgres(pg) => sql_query(sql).get_result(pg)?,
                };
                counts.push(count.n);
            }
            Ok(counts)
        })
        .await
        .unwrap()
}

async fn ask(world: &World, who: &str, method: &str, path: &str, body: &Value) -> Reply {
    if body.is_null() { world.get(who, path).await } else { world.act(who, method, path, body.clone()).await }
}

/// Z02: with the rights of one job, every id of another one is absent, for every method, and nothing is written.
async fn z02_ids_of_another_job(engine: Engine) {
    let scene = Scene::build(engine, true).await;
    let w = &scene.world;
    let before = rows(w).await;
    let interview = &scene.spare_interview;
    let good = [
        ("GET", format!("/jobs/{}", scene.org.job), Value::Null),
        ("GET", format!("/jobs/{}/plans", scene.org.job), Value::Null),
        (
            "POST",
            format!("/jobs/{}/team", scene.org.job),
            json!({"person_id": scene.person, "role": "recruiter"}),
        ),
        (
            "POST",
            format!("/jobs/{}/team/remove", scene.org.job),
            json!({"person_id": scene.person, "role": "recruiter"}),
        ),
        (
            "POST",
            format!("/jobs/{}/candidates/import", scene.org.job),
            json!({"csv": "name,email\nA,a@b.example\n", "dry_run": false}),
        ),
        ("GET", format!("/plans/{}", scene.org.plan), Value::Null),
        ("GET", format!("/plans/{}/toml", scene.org.plan), Value::Null),
        ("GET", format!("/candidates/{}", scene.candidate), Value::Null),
        (
            "POST",
            format!("/applications/{}/stage", scene.application),
            json!({"stage": "Offer", "version": 1}),
        ),
        (
            "POST",
            format!("/applications/{}/rejection", scene.application),
            json!({"reason": "Not now.", "version": 1}),
        ),
        (
            "POST",
            format!("/applications/{}/loops", scene.application),
            json!({"plan_id": scene.org.plan, "interviews": []}),
        ),
        ("GET", format!("/loops/{}", scene.loop_id), Value::Null),
        ("GET", format!("/loops/{}/packet", scene.loop_id), Value::Null),
        ("POST", format!("/loops/{}/opening", scene.loop_id), json!({"reason": "Because it is time."})),
        (
            "POST",
            format!("/loops/{}/interviews", scene.loop_id),
            json!({"kit": "paired-coding", "panel": []}),
        ),
        (
            "POST",
            format!("/interviews/{interview}/schedule"),
            json!({"starts_at": null, "zone": null, "place": "", "version": 1}),
        ),
        ("POST", format!("/interviews/{interview}/cancellation"), json!({})),
        ("POST", format!("/interviews/{interview}/no-show"), json!({})),
        (
            "POST",
            format!("/interviews/{interview}/panel"),
            json!({"person_id": scene.person, "kind": "interviewer", "required": true}),
        ),
        (
            "POST",
            format!("/assignments/{}/replacement", scene.spare_place),
            json!({"person_id": scene.person}),
        ),
        ("POST", format!("/assignments/{}/removal", scene.spare_place), json!({})),
    ];
    for who in ["rafa", "mara", "root", "otto"] {
        for (method, path, body) in &good {
            let real = ask(w, who, method, path, body).await;
            real.is_problem(404, "not_found");
            // Absent and forbidden answer with the same bytes.
            let nothing: String = path
                .split('/')
                .map(|part| if part.len() == 36 { "00000000-0000-4000-8000-000000000000" } else { part })
                .collect::<Vec<_>>()
                .join("/");
            assert_eq!(real, ask(w, who, method, &nothing, body).await, "{method} {path}");
        }
    }
    assert_eq!(rows(w).await, before, "nothing was written");
}

/// Z03: fields that a body does not have are refused, and nothing changes.
async fn z03_forbidden_fields(engine: Engine) {
    let scene = Scene::build(engine, false).await;
    let w = &scene.world;
    let before = rows(w).await;
    let card = format!("/scorecards/{}", scene.open_card);
    let page = w.get("ines", &card).await;
    for field in ["role", "roles_", "score", "candidate_id", "revealed_at", "submitted_at", "exposed"] {
        for (who, method, path, body) in [
            ("ines", "PATCH", card.clone(), json!({"fields": []})),
            ("ines", "POST", format!("{card}/submission"), json!({})),
            (
                "rita",
                "POST",
                format!("/applications/{}/stage", scene.application),
                json!({"stage": "Offer", "version": 1}),
            ),
            (
                "hugo",
                "POST",
                format!("/loops/{}/opening", scene.loop_id),
                json!({"reason": "It is time to talk."}),
            ),
            ("root", "PATCH", format!("/people/{}", scene.person), json!({"version": 2})),
        ] {
            let mut body = body;
            body[field] = json!("x");
            w.act(who, method, &path, body).await.is_problem(400, "bad_request");
        }
    }
    assert_eq!(rows(w).await, before);
    assert_eq!(w.get("ines", &card).await, page);
}

/// Z04: what was taken away is gone at the next request, with the same token.
async fn z04_revoked_at_the_next_request(engine: Engine) {
    let scene = Scene::build(engine, false).await;
    let w = &scene.world;
    let loop_path = format!("/loops/{}", scene.loop_id);
    // Off the team.
    w.get("rita", &loop_path).await.is(200);
    let member = json!({"person_id": w.person("rita").await, "role": "recruiter"});
    w.post("hugo", &format!("/jobs/{}/team/remove", scene.org.job), member).await.is(200);
    w.get("rita", &loop_path).await.is_problem(404, "not_found");
    // The role itself.
    w.get("hugo", &loop_path).await.is(200);
    let hugo = w.person("hugo").await;
    w.act("root", "PATCH", &format!("/people/{hugo}"), json!({"version": 2, "roles": ["interviewer"]}))
        .await
        .is(200);
    w.get("hugo", &loop_path).await.is_problem(404, "not_found");
    // The account.
    w.get("ines", "/me").await.is(200);
    let ines = w.person("ines").await;
    w.act("root", "PATCH", &format!("/people/{ines}"), json!({"version": 2, "active": false})).await.is(200);
    w.get("ines", "/me").await.is_problem(401, "unauthenticated");
}

/// Z04: an open stream says good-bye and ends within five seconds of the sign-out.
async fn z04_streams_end(engine: Engine) {
    let scene = Scene::build(engine, false).await;
    let w = &scene.world;
    let stream = w.stream("ines", "/api/v1/events?path=%2Fapi%2Fv1%2Fmy%2Finterviews").await;
    let mut body: Pin<Box<actix_web::body::BoxBody>> = Box::pin(stream.into_body());
    w.act("ines", "DELETE", "/sessions", json!({})).await.is(204);
    let end = async {
        let mut heard = String::new();
        while let Some(Ok(bytes)) = poll_fn(|context| body.as_mut().poll_next(context)).await {
            heard.push_str(&String::from_utf8_lossy(&bytes));
        }
        heard
    };
    let heard = tokio::time::timeout(Duration::from_secs(5), end).await.expect("the stream ends in time");
    assert!(heard.contains("signed_out"), "{heard:?}");
}

/// Z05: a token of somebody who never set a password, or was deactivated, opens nothing.
async fn z05_unconfirmed_and_deactivated(engine: Engine) {
    let scene = Scene::build(engine, false).await;
    let w = &scene.world;
    w.get("gone", "/me").await.is_problem(401, "unauthenticated");
    let person = json!({"name": "New", "email": "new@example.org", "roles": ["admin"], "function": "", "seniority": 1, "zone": "Etc/UTC"});
    let id = w.post("root", "/people", person).await.expect(201)["person"]["id"].as_str().unwrap().to_owned();
    // A well-signed token with another's session: the session is not theirs, and they are not confirmed.
    let (token, _) =
        evenhand_server::tokens::issue(&w.app.secrets.access, &id.into(), &"nothing".into(), w.clock.now())
            .unwrap();
    let request = w.request("GET", "/me").insert_header(("authorization", format!("Bearer {token}")));
    w.send(request).await.is_problem(401, "unauthenticated");
    let login = json!({"email": "new@example.org", "password": ""});
    w.send(w.request("POST", "/sessions").set_json(login)).await.is_problem(401, "bad_credentials");
}

/// Z06: an interviewer cannot enlarge a panel, start a loop, or read candidates.
async fn z06_interviewers_stay_in_their_place(engine: Engine) {
    let scene = Scene::build(engine, true).await;
    let w = &scene.world;
    let before = rows(w).await;
    for who in ["ines", "tomas", "dele", "otto"] {
        let own = w.person(who).await;
        let slot = json!({"person_id": own, "kind": "interviewer", "required": true});
        w.post(who, &format!("/interviews/{}/panel", scene.spare_interview), slot)
            .await
            .is_problem(404, "not_found");
        w.post(who, &format!("/assignments/{}/replacement", scene.spare_place), json!({"person_id": own}))
            .await
            .is_problem(404, "not_found");
        let new = json!({"plan_id": scene.org.plan, "interviews": []});
        w.post(who, &format!("/applications/{}/loops", scene.application), new)
            .await
            .is_problem(404, "not_found");
        for path in [
            "/candidates".to_owned(),
            format!("/candidates/{}", scene.candidate),
            "/loops".to_owned(),
            "/people".to_owned(),
        ] {
            w.get(who, &path).await.is_problem(404, "not_found");
        }
    }
    assert_eq!(rows(w).await, before);
    // Their own interviews are theirs, and only theirs.
    assert_eq!(w.get("otto", "/my/interviews").await.expect(200), json!([]));
    assert_eq!(w.get("ines", "/my/interviews").await.expect(200)[0]["candidate_name"], NOOR);
}

on_both_engines! {
    z02 => super::z02_ids_of_another_job;
    z03 => super::z03_forbidden_fields;
    z04 => super::z04_revoked_at_the_next_request;
    z04_streams => super::z04_streams_end;
    z05 => super::z05_unconfirmed_and_deactivated;
    z06 => super::z06_interviewers_stay_in_their_place;
}
