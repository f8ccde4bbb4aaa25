//! Z03 to Z06: fields that are nobody's to set, rights that were taken away, and panels that one cannot let oneself into.

use crate::{
    contents::contents,
    matrix::ask,
    scene::{CALLERS, NOBODY, NOOR, Scene},
    table::ROWS,
};
use actix_web::body::{BoxBody, MessageBody};
use evenhand_tests::{Engine, World, on_both_engines};
use serde_json::{Value, json};
use std::{future::poll_fn, pin::Pin, time::Duration};

/// Z03: fields that a body does not have are refused in every operation that writes, and nothing changes.
async fn z03_forbidden_fields(engine: Engine) {
    let scene = Scene::build(engine, false).await;
    let before = contents(&scene.world).await;
    for row in ROWS.iter().filter(|row| row.method != "GET") {
        // Whoever gets furthest.
        let column = row.sealed.find(|cell: char| !['1', '-'].contains(&cell)).unwrap_or(0);
        for field in ["role", "score", "candidate_id", "revealed_at"] {
            for value in [json!("x"), json!(1), json!("recruiter")] {
                let text = Scene::fill(row.body, &scene.here, "somebody");
                let mut body: Value =
                    serde_json::from_str(if text.is_empty() { "{}" } else { &text }).unwrap();
                if body.get(field).is_some() && value == "recruiter" {
                    continue;
                }
                body[field] = value;
                let path = Scene::fill(row.path, &scene.here, "somebody");
                let request = match CALLERS[column] {
                    "nobody" => scene.world.request(row.method, &path),
                    caller => scene.world.request_as(caller, row.method, &path).await,
                };
                let reply = scene.world.send(request.set_json(&body)).await;
                assert_eq!(reply.status, 400, "{} takes {body}: {}", row.id, reply.text());
                reply.is_problem(400, "bad_request");
            }
        }
    }
    assert!(contents(&scene.world).await == before, "not a row of any table changed");
}

/// Z04: what was taken away is gone at the next request, with the same token.
async fn z04_revoked_at_the_next_request(engine: Engine) {
    let scene = Scene::build(engine, false).await;
    let w = &scene.world;
    let loop_path = format!("/loops/{}", scene.here["loop"]);
    // Off the team.
    w.get("rita", &loop_path).await.is(200);
    let member = json!({"person_id": w.person("rita").await, "role": "recruiter"});
    w.post("hugo", &format!("/jobs/{}/team/remove", scene.org.job), member).await.is(200);
    w.get("rita", &loop_path).await.is_problem(404, "not_found");
    w.get("rita", &format!("/jobs/{}", scene.org.job)).await.is_problem(404, "not_found");
    // Off the panel: the card asks for nothing any more, and takes nothing any more.
    let card = format!("/scorecards/{}", scene.here["open"]);
    let save = json!({"fields": [{"field": "recommendation", "base": 0, "value": "yes"}]});
    w.act("ines", "PATCH", &card, save.clone()).await.is(200);
    w.post("hugo", &format!("/assignments/{}/removal", scene.here["open"]), json!({})).await.is(200);
    let before = contents(w).await;
    w.act("ines", "PATCH", &card, save).await.is_problem(409, "conflict");
    w.post("ines", &format!("{card}/submission"), json!({})).await.is_problem(409, "conflict");
    w.post("ines", &format!("{card}/unblinding"), json!({"confirm": true})).await.is_problem(409, "conflict");
    assert!(contents(w).await == before, "not a row of any table changed");
    w.get("ines", &format!("{loop_path}/packet")).await.is_problem(404, "not_found");
    // The role itself.
    w.get("hugo", &loop_path).await.is(200);
    change(w, "hugo", json!({"version": 2, "roles": ["interviewer"]})).await;
    w.get("hugo", &loop_path).await.is_problem(404, "not_found");
    w.get("hugo", "/people").await.is_problem(404, "not_found");
    // The account.
    w.get("ines", "/me").await.is(200);
    account(w, "ines", "deactivation", 2).await;
    w.get("ines", "/me").await.is_problem(401, "unauthenticated");
    // Being brought back brings no old session back.
    account(w, "ines", "reactivation", 3).await;
    w.get("ines", "/me").await.is_problem(401, "unauthenticated");
}

async fn change(world: &World, who: &str, change: Value) {
    let id = world.person(who).await;
    world.act("root", "PATCH", &format!("/people/{id}"), change).await.is(200);
}

async fn account(world: &World, who: &str, act: &str, version: i64) {
    let id = world.person(who).await;
    world.post("root", &format!("/people/{id}/{act}"), json!({"version": version})).await.is(200);
}

type Stream = Pin<Box<BoxBody>>;

async fn listen(world: &World, who: &str, to: &str) -> Stream {
    Box::pin(world.stream(who, &format!("/api/v1/events?path=/api/v1{to}")).await.into_body())
}

/// Everything that a stream says until it ends, within five seconds.
async fn the_rest(mut body: Stream) -> String {
    let end = async {
        let mut heard = String::new();
        while let Some(Ok(bytes)) = poll_fn(|context| body.as_mut().poll_next(context)).await {
            heard.push_str(&String::from_utf8_lossy(&bytes));
        }
        heard
    };
    tokio::time::timeout(Duration::from_secs(5), end).await.expect("the stream ends in time")
}

/// Z04: an open stream says good-bye and ends within five seconds of the sign-out everywhere, or of the deactivation.
async fn z04_streams_end(engine: Engine) {
    let scene = Scene::build(engine, false).await;
    let w = &scene.world;
    let stream = listen(w, "ines", "/my/interviews").await;
    w.act("ines", "DELETE", "/sessions", json!({})).await.is(204);
    let heard = the_rest(stream).await;
    assert!(heard.contains("signed_out"), "{heard:?}");
    let stream = listen(w, "tomas", "/my/interviews").await;
    account(w, "tomas", "deactivation", 2).await;
    let heard = the_rest(stream).await;
    assert!(heard.contains("signed_out"), "{heard:?}");
}

/// Z05: a token of somebody who never set a password, or was deactivated, opens nothing; nor does a session of somebody else.
async fn z05_unconfirmed_and_deactivated(engine: Engine) {
    let scene = Scene::build(engine, false).await;
    let w = &scene.world;
    let before = contents(w).await;
    let public = [
        "about.read",
        "setup.claim",
        "sessions.open",
        "sessions.refresh",
        "sessions.end",
        "password_links.check",
        "password_links.redeem",
    ];
    for who in ["gone", "newt"] {
        for row in ROWS.iter().filter(|row| !public.contains(&row.id)) {
            ask(&scene, who, row, &scene.here).await.is_problem(401, "unauthenticated");
        }
    }
    assert!(contents(w).await == before, "not a row of any table changed");
    // Signed by the server for one person with the session of another.
    let otto = w.get("otto", "/sessions").await.expect(200)[0]["id"].as_str().unwrap().to_owned();
    let root = w.person("root").await;
    for session in [otto.as_str(), NOBODY] {
        let key = &w.app.secrets.access;
        let (token, _) =
            evenhand_server::tokens::issue(key, &root.as_str().into(), &session.into(), w.clock.now())
                .unwrap();
        let request = w.request("GET", "/me").insert_header(("authorization", format!("Bearer {token}")));
        w.send(request).await.is_problem(401, "unauthenticated");
    }
    for (email, password) in [("newt@example.org", ""), ("gone@example.org", evenhand_tests::PASSWORD)] {
        let login = json!({"email": email, "password": password});
        w.send(w.request("POST", "/sessions").set_json(login)).await.is_problem(401, "bad_credentials");
    }
}

/// Z06: an interviewer cannot put themselves or others on a panel, start a loop, or read candidates of any job.
async fn z06_interviewers_stay_in_their_place(engine: Engine) {
    let scene = Scene::build(engine, true).await;
    let w = &scene.world;
    let before = contents(w).await;
    for who in ["ines", "tomas", "dele", "otto", "aiko"] {
        for (things, plan) in [(&scene.here, &scene.org.plan), (&scene.there, &scene.org.other_plan)] {
            for person in [w.person(who).await, w.person("sven").await] {
                let slot = json!({"person_id": person, "kind": "interviewer", "required": true});
                let detail = json!({"plan_id": plan, "interviews": []});
                for (path, body) in [
                    (format!("/interviews/{}/panel", things["interview"]), slot.clone()),
                    (format!("/loops/{}/interviews", things["loop"]), json!({"kit": "k", "panel": [slot]})),
                    (format!("/assignments/{}/replacement", things["place"]), json!({"person_id": person})),
                    (format!("/assignments/{}/replacement", things["open"]), json!({"person_id": person})),
                    (format!("/applications/{}/loops", things["application"]), detail),
                    (
                        format!("/jobs/{}/team", things["job"]),
                        json!({"person_id": person, "role": "recruiter"}),
                    ),
                ] {
                    w.post(who, &path, body).await.is_problem(404, "not_found");
                }
            }
            for path in [
                "/candidates".to_owned(),
                format!("/candidates?job={}", things["job"]),
                format!("/candidates/{}", things["candidate"]),
                "/loops".to_owned(),
                format!("/loops/{}", things["loop"]),
                format!("/jobs/{}", things["job"]),
                format!("/plans/{}", things["plan"]),
                "/people".to_owned(),
            ] {
                w.get(who, &path).await.is_problem(404, "not_found");
            }
        }
    }
    assert!(contents(w).await == before, "not a row of any table changed");
    // Their own interviews are theirs, and only theirs.
    assert_eq!(w.get("otto", "/my/interviews").await.expect(200), json!([]));
    let own = w.get("ines", "/my/interviews").await.expect(200);
    assert_eq!(own.as_array().unwrap().len(), 1);
    assert_eq!(own[0]["candidate_name"], NOOR);
}

on_both_engines! {
    z03 => super::z03_forbidden_fields;
    z04 => super::z04_revoked_at_the_next_request;
    z04_streams => super::z04_streams_end;
    z05 => super::z05_unconfirmed_and_deactivated;
    z06 => super::z06_interviewers_stay_in_their_place;
}
