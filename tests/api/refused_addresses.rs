//! Z02, B03, I09: ids that lead nowhere, ids of other jobs, methods and query parameters that no operation takes.

use crate::every_operation::{NOBODY, NOOR, Surface};
use evenhand_tests::{Engine, on_both_engines};
use serde_json::json;

async fn z02_absent_and_foreign_ids(engine: Engine) {
    let s = Surface::build(engine).await;
    let before = s.everything().await;
    let mut foreign = 0;
    for operation in s.operations.iter().filter(|o| o.path.contains("{id}")) {
        let body = s.example(operation).map(|body| body.to_string().into_bytes());
        let absent = s.send(operation, &operation.path.replace("{id}", NOBODY), body.clone()).await;
        assert_eq!(absent.status, 404, "{}: {}", operation.id, absent.text());
        absent.is_problem(404, "not_found");
        if let Some(path) = s.foreign_path(&operation.path) {
            let there = s.send(operation, &path, body.clone()).await;
            assert_eq!(there, absent, "{} on another job's", operation.id);
            foreign += 1;
        }
        for bad in [
            "x",
            "%00",
            "..%2F..",
            "%2e%2e",
            "'--",
            "%F0%9F%92%A9",
            &NOBODY.replace('0', "g"),
            &"a".repeat(2_000),
        ] {
            let reply = s.send(operation, &operation.path.replace("{id}", bad), body.clone()).await;
            assert_eq!(reply.status, 404, "{} with {bad}: {}", operation.id, reply.text());
            reply.is_problem(404, "not_found");
        }
    }
    assert!(foreign > 20, "{foreign}");
    assert_eq!(s.everything().await, before);
}

async fn z03_unknown_parameters(engine: Engine) {
    let s = Surface::build(engine).await;
    let before = s.everything().await;
    for operation in &s.operations {
        let path = s.own_path(&operation.path);
        let body = s.example(operation).map(|body| body.to_string().into_bytes());
        for query in ["nonsense=1", "nonsense", "nonsense=", "id=1", "=1", "Job=1", "nonsense=1&nonsense=2"] {
            let reply = s.send(operation, &format!("{path}?{query}"), body.clone()).await;
            assert_eq!(reply.status, 400, "{} with {query}: {}", operation.id, reply.text());
            reply.is_problem(400, "unknown_parameter");
        }
        for name in &operation.query {
            let reply = s.send(operation, &format!("{path}?{name}=1&{name}=1"), body.clone()).await;
            reply.is_problem(400, "bad_request");
            let reply =
                s.send(operation, &format!("{path}?{name}={}", "a".repeat(4_000)), body.clone()).await;
            assert!(reply.status < 500, "{}: {}", operation.id, reply.text());
        }
    }
    assert_eq!(s.everything().await, before);
}

/// By lists nobody can ask what is sealed: not in order, not by filter, neither before nor after there is something to ask for.
async fn b03_lists_cannot_be_asked_for_what_is_sealed(engine: Engine) {
    let s = Surface::build(engine).await;
    let callers = ["ines", "rita", "hugo", "root"];
    let ask = async || {
        let mut replies = Vec::new();
        for operation in s.operations.iter().filter(|o| o.method == "GET" && o.list) {
            let path = s.own_path(&operation.path);
            for who in callers {
                // Who does not hold the role gets the answer of an address that is not there.
                let entitled = s.world.get(who, &path).await.status == 200;
                for name in [
                    "sort",
                    "order",
                    "score",
                    "rating",
                    "recommendation",
                    "submitted_at",
                    "interviewer",
                    "panelist",
                ] {
                    let reply = s.world.get(who, &format!("{path}?{name}=tomas")).await;
                    if entitled {
                        assert_eq!(reply.status, 400, "{who} {path}?{name}: {}", reply.text());
                        reply.is_problem(400, "unknown_parameter");
                    } else {
                        reply.is_problem(404, "not_found");
                    }
                    replies.push(reply);
                }
            }
        }
        replies
    };
    let before = ask().await;
    assert!(before.iter().filter(|reply| reply.status == 400).count() > 100);
    let card = s.world.card("tomas", NOOR).await;
    s.world.fill("tomas", &card, 4, "yes").await;
    s.world.post("tomas", &format!("/scorecards/{card}/submission"), json!({})).await.is(202);
    s.world.advance(11 * evenhand_shared::time::SECOND).await;
    assert_eq!(ask().await, before);
}

async fn c05_methods_and_addresses(engine: Engine) {
    let s = Surface::build(engine).await;
    let before = s.everything().await;
    let paths: std::collections::BTreeSet<&str> = s.operations.iter().map(|o| o.path.as_str()).collect();
    for path in paths {
        let taken: Vec<&str> =
            s.operations.iter().filter(|o| o.path == path).map(|o| o.method.as_str()).collect();
        for method in ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"] {
            if !taken.contains(&method) {
                let reply = s.world.act("rita", method, &s.own_path(path), json!({})).await;
                assert_eq!(reply.status, 405, "{method} {path}: {}", reply.text());
                reply.is_problem(405, "method_not_allowed");
            }
        }
        let below = format!("{}/nonsense/nonsense/nonsense", s.own_path(path));
        s.world.get("rita", &below).await.is_problem(404, "not_found");
    }
    for path in ["", "/", "/nothing", "//me", "/me/", "/ME", "/%6de/..", "/openapi.json/x"] {
        let reply = s.world.get("rita", path).await;
        assert_eq!(reply.status, 404, "{path}: {}", reply.text());
        reply.is_problem(404, "not_found");
    }
    // Pages of other sites are turned away before anything is looked at.
    for site in ["cross-site", "same-site"] {
        for operation in &s.operations {
            let request = s.world.request(&operation.method, &s.own_path(&operation.path));
            s.world
                .send(request.insert_header(("sec-fetch-site", site)))
                .await
                .is_problem(403, "wrong_origin");
        }
    }
    assert_eq!(s.everything().await, before);
}

on_both_engines! {
    z02 => super::z02_absent_and_foreign_ids;
    z03 => super::z03_unknown_parameters;
    b03 => super::b03_lists_cannot_be_asked_for_what_is_sealed;
    c05 => super::c05_methods_and_addresses;
}
