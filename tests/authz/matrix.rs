//! Z01 and B24: the matrix.

use crate::{
    scene::{CALLERS, Scene, Things},
    table::{ROWS, Row},
};
use evenhand_tests::{Engine, Reply};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A status as one letter of the table.
fn letter(status: u16) -> char {
    match status {
        200..=204 => '2',
        400 => 'b',
        401 => '1',
        403 => '3',
        404 => '-',
        409 => 'c',
        422 => 'v',
        other => panic!("the table knows no letter for {other}"),
    }
}

/// Makes the row's call about these things.
pub async fn ask(scene: &Scene, caller: &str, row: &Row, things: &Things) -> Reply {
    let path = Scene::fill(row.path, things, caller);
    assert!(!path.contains('{'), "nothing is called like that: {path}");
    let request = if caller == "nobody" {
        scene.world.request(row.method, &path)
    } else {
        scene.world.request_as(caller, row.method, &path).await
    };
    // As the product's own page asks.
    let request = request.insert_header(("x-evenhand", "1"));
    let request = if row.body.is_empty() {
        request
    } else {
        let body: Value = serde_json::from_str(&Scene::fill(row.body, things, caller)).unwrap();
        request.set_json(body)
    };
    scene.world.send(request).await
}

async fn every_cell(engine: Engine, released: bool) {
    let scene = Scene::build(engine, released).await;
    let mut wrong = Vec::new();
    for row in ROWS {
        let expected = if released { row.released } else { row.sealed };
        let mut answered = String::new();
        for caller in CALLERS {
            let reply = ask(&scene, caller, row, &scene.here).await;
            answered.push(letter(reply.status));
            if reply.status >= 400 {
                let kind = reply.header("content-type");
                assert_eq!(kind, Some("application/problem+json"), "{} {caller}", row.id);
            }
        }
        if answered != expected {
            wrong.push(format!("{:<24} {:<40} expected {expected}, answered {answered}", row.id, row.path));
        }
    }
    assert!(wrong.is_empty(), "released: {released}; callers: {CALLERS:?}\n{}", wrong.join("\n"));
}

#[actix_web::test]
async fn z01_sealed_sqlite() {
    every_cell(Engine::Sqlite, false).await;
}

#[actix_web::test]
async fn z01_released_sqlite() {
    every_cell(Engine::Sqlite, true).await;
}

#[actix_web::test]
async fn z01_sealed_postgres() {
    every_cell(Engine::Postgres, false).await;
}

#[actix_web::test]
async fn z01_released_postgres() {
    every_cell(Engine::Postgres, true).await;
}

/// The stream of events is no operation of the document: everybody who is signed in has one, and it shows what they see.
#[actix_web::test]
async fn z01_streams() {
    let scene = Scene::build(Engine::Sqlite, false).await;
    for caller in CALLERS.iter().filter(|caller| **caller != "nobody") {
        let path = format!("/api/v1/events?path=/api/v1/loops/{}", scene.here["loop"]);
        let status = scene.world.stream(caller, &path).await.status().as_u16();
        assert_eq!(status, if ["gone", "newt"].contains(caller) { 401 } else { 200 }, "{caller}");
    }
    let nobody = scene.world.send(scene.world.request("GET", "/events?path=/api/v1/me")).await;
    nobody.is_problem(401, "unauthenticated");
}

fn operations() -> Vec<Value> {
    let document = evenhand_server::http::openapi::document();
    let items = document["paths"].as_object().unwrap().values();
    items.flat_map(|item| item.as_object().unwrap().values().cloned()).collect()
}

#[test]
fn b24_every_operation_has_a_class_and_a_row() {
    let mut documented = BTreeSet::new();
    for operation in operations() {
        let id = operation["operationId"].as_str().unwrap().to_owned();
        let class = operation["x-blindness"].as_str().unwrap();
        assert!(["neutral", "own", "frozen", "gated"].contains(&class), "{id}: {class}");
        assert!(!operation["x-who"].as_array().unwrap().is_empty(), "{id} does not say who may call");
        assert!(documented.insert(id), "two operations of one name");
    }
    let tabled: BTreeSet<String> = ROWS.iter().map(|row| row.id.to_owned()).collect();
    assert_eq!(documented, tabled, "the OpenAPI document and the matrix name the same operations");
}

/// The roles of each caller, in the order of the columns; `None` has no session that counts.
const ROLES: [Option<&[&str]>; 13] = [
    None,
    Some(&["interviewer"]),
    Some(&["admin"]),
    Some(&["recruiter"]),
    Some(&["hiring_manager"]),
    Some(&["recruiter", "interviewer"]),
    Some(&["hiring_manager", "interviewer"]),
    Some(&["interviewer"]),
    Some(&["interviewer"]),
    Some(&["interviewer"]),
    Some(&["recruiter", "interviewer"]),
    None,
    None,
];

/// The table was filled in by hand: here it is held against what the document declares, so that neither can drift alone.
#[test]
fn z01_the_table_agrees_with_what_is_declared() {
    let all = operations();
    for row in ROWS {
        let operation = all.iter().find(|o| o["operationId"] == row.id).unwrap();
        let who = operation["x-who"].as_array().unwrap();
        let public = *who == [json!("anyone")];
        let of_the_job = crate::scene::of_a_job(row);
        for cells in [row.sealed, row.released] {
            assert_eq!(cells.len(), CALLERS.len(), "{}", row.id);
            for ((caller, roles), cell) in CALLERS.iter().zip(ROLES).zip(cells.chars()) {
                let at = format!("{} {} for {caller}: {cell}", row.id, row.path);
                let Some(roles) = roles else {
                    assert!(public || cell == '1', "{at}: nobody who is not signed in gets further");
                    continue;
                };
                let entitled = public || who.iter().any(|w| w == "signed in" || roles.iter().any(|r| w == r));
                assert!(entitled || cell == '-', "{at}: the declared roles do not let them in");
                let outside = ["otto", "root", "rafa", "mara"].contains(caller);
                assert!(!(of_the_job && outside) || cell == '-', "{at}: a thing of a job they are not on");
                let blind = operation["x-blindness"] == "gated" && ["ines", "rosa"].contains(caller);
                assert!(!blind || cell == '-', "{at}: gated, and they are open on the candidate");
            }
        }
        let dele = CALLERS.iter().position(|caller| *caller == "dele").unwrap();
        let gated = operation["x-blindness"] == "gated";
        assert!(!gated || row.sealed.chars().nth(dele) == Some('-'), "{}: left without a card", row.id);
    }
}
