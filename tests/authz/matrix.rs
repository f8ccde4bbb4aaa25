//! Z01 and B24: the matrix.

use crate::{
    scene::{CALLERS, Scene},
    table::{ROWS, Row},
};
use evenhand_tests::{Engine, Reply};
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
        429 => 'w',
        other => panic!("the table knows no letter for {other}"),
    }
}

async fn ask(scene: &Scene, caller: &str, row: &Row) -> Reply {
    let call = (row.call)(scene);
    let request = if caller == "nobody" {
        scene.world.request(row.method, &call.path)
    } else {
        scene.world.request_as(caller, row.method, &call.path).await
    };
    let request = if call.body.is_null() { request } else { request.set_json(call.body) };
    scene.world.send(request).await
}

async fn every_cell(engine: Engine, released: bool) {
    let scene = Scene::build(engine, released).await;
    let mut wrong = Vec::new();
    for row in ROWS {
        let expected = if released { row.released } else { row.sealed };
        let mut answered = String::new();
        for caller in CALLERS {
            let reply = ask(&scene, caller, row).await;
            answered.push(letter(reply.status));
            if reply.status >= 400 {
                assert_eq!(
                    reply.header("content-type"),
                    Some("application/problem+json"),
                    "{} {caller}",
                    row.id
                );
            }
        }
        if answered != expected {
            wrong.push(format!("{:<24} expected {expected}, answered {answered}", row.id));
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

#[test]
fn b24_every_operation_has_a_class_and_a_row() {
    let document = evenhand_server::http::openapi::document();
    let mut documented = BTreeSet::new();
    for item in document["paths"].as_object().unwrap().values() {
        for operation in item.as_object().unwrap().values() {
            let id = operation["operationId"].as_str().unwrap().to_owned();
            let class = operation["x-blindness"].as_str().unwrap();
            assert!(["neutral", "own", "frozen", "gated"].contains(&class), "{id}: {class}");
            assert!(operation["x-who"].is_array(), "{id} does not say who may call");
            documented.insert(id);
        }
    }
    let tabled: BTreeSet<String> = ROWS.iter().map(|row| row.id.to_owned()).collect();
    assert_eq!(documented, tabled, "the OpenAPI document and the matrix name the same operations");
    assert!(ROWS.iter().all(|row| row.sealed.len() == CALLERS.len() && row.released.len() == CALLERS.len()));
}
