//! The board of a job: columns, moves for one and for many, undo, and what stands still while one is open.

use evenhand_shared::time::{HOUR, MINUTE};
use evenhand_tests::{Engine, World, on_both_engines};
use serde_json::{Value, json};

const NOOR: &str = "Noor Haddad";

pub async fn board(world: &World, who: &str, job: &str) -> Value {
    world.get(who, &format!("/jobs/{job}/board")).await.expect(200)
}

/// The names in a column, in order.
fn names(board: &Value, stage: &str) -> Vec<String> {
    let column = column(board, stage);
    column["cards"].as_array().unwrap().iter().map(|c| c["name"].as_str().unwrap().to_owned()).collect()
}

fn column<'a>(board: &'a Value, stage: &str) -> &'a Value {
    board["columns"].as_array().unwrap().iter().find(|c| c["stage"] == stage).unwrap()
}

/// Somebody's card, wherever it stands.
pub fn card(board: &Value, name: &str) -> Value {
    let mut cards = board["columns"].as_array().unwrap().iter().flat_map(|c| c["cards"].as_array().unwrap());
    cards.find(|c| c["name"] == name).unwrap().clone()
}

fn seen(card: &Value) -> Value {
    json!({"id": card["id"], "version": card["version"]})
}

async fn post(world: &World, who: &str, job: &str, act: &str, body: Value) -> Vec<Value> {
    let reply = world.post(who, &format!("/jobs/{job}/board/{act}"), body).await.expect(200);
    reply["cards"].as_array().unwrap().clone()
}

async fn columns(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let first = board(&world, "rita", &org.job).await;
    let stages: Vec<&str> =
        first["columns"].as_array().unwrap().iter().map(|c| c["stage"].as_str().unwrap()).collect();
    let job = world.get("rita", &format!("/jobs/{}", org.job)).await.expect(200);
    assert_eq!(json!(stages), job["stages"], "in the job's order, empty ones too");
    assert_eq!(column(&first, "Applied")["count"], 3);
    assert_eq!(
        column(&first, "Offer"),
        &json!({"stage": "Offer", "count": 0, "oldest": null, "median": null, "cards": [], "more": null})
    );
    assert_eq!(board(&world, "hugo", &org.job).await, first, "the whole team sees the same");
    for who in ["rafa", "mara", "ines", "root"] {
        world.get(who, &format!("/jobs/{}/board", org.job)).await.is_problem(404, "not_found");
    }
    world.advance(HOUR).await;
    let moved = post(
        &world,
        "rita",
        &org.job,
        "moves",
        json!({"stage": "Offer", "cards": [seen(&card(&first, NOOR))]}),
    )
    .await;
    assert_eq!(
        (&moved[0]["outcome"], &moved[0]["stage"], &moved[0]["version"]),
        (&json!("moved"), &json!("Offer"), &json!(2))
    );
    let second = board(&world, "rita", &org.job).await;
    assert_eq!(names(&second, "Offer"), [NOOR]);
    assert_ne!(card(&second, NOOR)["since"], card(&first, NOOR)["since"], "the age begins anew");
    assert_eq!(column(&second, "Offer")["oldest"], card(&second, NOOR)["since"]);
    assert_eq!(card(&second, "Ada Park"), card(&first, "Ada Park"));
    // The rejected stand apart.
    let row = world.application("rita", &org.job, NOOR).await;
    let rejection = json!({"reason": "Others were closer.", "version": 2});
    world
        .post("rita", &format!("/applications/{}/rejection", row["id"].as_str().unwrap()), rejection)
        .await
        .is(200);
    let third = board(&world, "rita", &org.job).await;
    assert_eq!((&third["rejected"], names(&third, "Offer").len()), (&json!(1), 0));
}

async fn what_comes_next(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let next = async || card(&board(&world, "hugo", &org.job).await, NOOR)["next"].clone();
    assert_eq!(next().await, "start_loop");
    let detail = world.start_loop_with(&org, NOOR, "panel_complete", &[("ines", "interviewer")]).await;
    assert_eq!(next().await, "interviews");
    assert_eq!(card(&board(&world, "rita", &org.job).await, NOOR)["loop_id"], detail["id"]);
    let ines = world.card("ines", NOOR).await;
    world.submit("ines", &ines, 3, "yes").await;
    assert_eq!(next().await, "packet");
}

async fn undo(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let before = board(&world, "rita", &org.job).await;
    let all: Vec<Value> = ["Ada Park", "Bo Lind", NOOR].map(|name| seen(&card(&before, name))).to_vec();
    world.advance(HOUR).await;
    let moved = post(&world, "rita", &org.job, "moves", json!({"stage": "Debrief", "cards": all})).await;
    let made: Vec<Value> = moved.iter().map(seen).collect();
    world.advance(HOUR).await;
    // Bo has gone on meanwhile: that stands, and is named.
    post(&world, "hugo", &org.job, "moves", json!({"stage": "Offer", "cards": [made[1]]})).await;
    let undone = post(&world, "rita", &org.job, "undo", json!({"cards": made})).await;
    let outcomes: Vec<&Value> = undone.iter().map(|c| &c["outcome"]).collect();
    assert_eq!(outcomes, ["moved", "stale", "moved"]);
    assert_eq!((&undone[1]["stage"], &undone[1]["by"]), (&json!("Offer"), &json!("Hugo")));
    let after = board(&world, "rita", &org.job).await;
    assert_eq!(card(&after, NOOR)["since"], card(&before, NOOR)["since"], "as if it had never left");
    assert_eq!(names(&after, "Applied").len(), 2);
    // What was never moved has nothing to take back.
    let fresh = json!({"cards": [seen(&card(&board(&world, "rafa", &org.other_job).await, "Xu Wei"))]});
    let nothing = post(&world, "rafa", &org.other_job, "undo", fresh).await;
    assert_eq!(nothing[0]["outcome"], "nothing_to_undo");
}

async fn c02_of_two_moves_both_sides_hear(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let noor = seen(&card(&board(&world, "rita", &org.job).await, NOOR));
    post(&world, "rita", &org.job, "moves", json!({"stage": "Offer", "cards": [noor]})).await;
    let late = post(&world, "hugo", &org.job, "moves", json!({"stage": "Debrief", "cards": [noor]})).await;
    assert_eq!(
        (&late[0]["outcome"], &late[0]["stage"], &late[0]["by"], &late[0]["version"]),
        (&json!("stale"), &json!("Offer"), &json!("Rita"), &json!(2))
    );
    let told = card(&board(&world, "rita", &org.job).await, NOOR);
    assert_eq!((&told["contest"]["by"], &told["contest"]["stage"]), (&json!("Hugo"), &json!("Debrief")));
    let own = card(&board(&world, "hugo", &org.job).await, NOOR);
    assert_eq!(own["contest"], Value::Null, "he knows what he wanted");
    // Later it is over, and so it is with the next move.
    world.advance(6 * MINUTE).await;
    assert_eq!(card(&board(&world, "rita", &org.job).await, NOOR)["contest"], Value::Null);
    // Whoever wanted the same is not in anybody's way.
    let again = post(&world, "hugo", &org.job, "moves", json!({"stage": "Offer", "cards": [noor]})).await;
    assert_eq!(again[0]["outcome"], "stale");
    assert_eq!(card(&board(&world, "rita", &org.job).await, NOOR)["contest"], Value::Null);
}

async fn each_for_itself(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let all = board(&world, "rita", &org.job).await;
    let row = world.application("rita", &org.job, "Bo Lind").await;
    let rejection = json!({"reason": "Others were closer.", "version": 1});
    world
        .post("rita", &format!("/applications/{}/rejection", row["id"].as_str().unwrap()), rejection)
        .await
        .is(200);
    world.start_loop_with(&org, NOOR, "panel_complete", &[("rita", "interviewer")]).await;
    let foreign = card(&board(&world, "rafa", &org.other_job).await, "Xu Wei");
    let cards = json!([seen(&card(&all, NOOR)), {"id": row["id"], "version": 2}, seen(&foreign), seen(&card(&all, "Ada Park"))]);
    let done = post(&world, "rita", &org.job, "moves", json!({"stage": "Offer", "cards": cards})).await;
    let outcomes: Vec<&Value> = done.iter().map(|c| &c["outcome"]).collect();
    assert_eq!(outcomes, ["left_out", "rejected", "absent", "moved"]);
    assert_eq!((&done[0]["stage"], &done[0]["version"]), (&Value::Null, &Value::Null));
    for (body, pointer) in [
        (json!({"stage": "Nowhere", "cards": cards}), "/stage"),
        (json!({"stage": "Offer", "cards": []}), "/cards"),
        (json!({"stage": "Offer", "cards": vec![cards[0].clone(); 1_001]}), "/cards"),
    ] {
        let refused = world.post("rita", &format!("/jobs/{}/board/moves", org.job), body).await.expect(422);
        assert_eq!(refused["errors"][0]["pointer"], pointer);
    }
}

/// S30: a recruiter on the panel has the card as it was at assignment, whatever the others do with it.
async fn s30_the_card_stands_still_while_open(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    world
        .start_loop_with(&org, NOOR, "panel_complete", &[("rita", "interviewer"), ("ines", "interviewer")])
        .await;
    let before = board(&world, "rita", &org.job).await;
    let frozen = card(&before, NOOR);
    assert_eq!(
        (&frozen["next"], &frozen["version"], &frozen["since"]),
        (&json!("own_scorecard"), &json!(0), &Value::Null)
    );
    assert_eq!(column(&before, "Applied")["count"], 3);
    let noor = json!([seen(&card(&board(&world, "hugo", &org.job).await, NOOR))]);
    post(&world, "hugo", &org.job, "moves", json!({"stage": "Offer", "cards": noor})).await;
    assert_eq!(board(&world, "rita", &org.job).await, before, "a stage is moved behind her back");
    let id = frozen["id"].as_str().unwrap();
    let rejection = json!({"reason": "Others were closer.", "version": 2});
    world.post("hugo", &format!("/applications/{id}/rejection"), rejection).await.is(200);
    assert_eq!(board(&world, "rita", &org.job).await, before, "a candidate is rejected");
    let own = world.card("rita", NOOR).await;
    world.submit("rita", &own, 3, "yes").await;
    let after = board(&world, "rita", &org.job).await;
    assert_eq!((&after["rejected"], &column(&after, "Applied")["count"]), (&json!(1), &json!(2)));
}

async fn rejecting_many(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let rows: Vec<String> = (0..31).map(|n| format!("Person {n:02},p{n}@example.net")).collect();
    world.import_candidates("rita", &org.job, &format!("name,email\n{}\n", rows.join("\n"))).await;
    let before = board(&world, "rita", &org.job).await;
    let cards: Vec<Value> =
        column(&before, "Applied")["cards"].as_array().unwrap().iter().map(seen).collect();
    let body = |kind: &str, cards: &[Value], count: Value| json!({"kind": kind, "reason": "", "cards": cards, "count": count});
    let path = format!("/jobs/{}/board/rejections", org.job);
    for (bad, pointer) in [
        (body("terms", &cards, Value::Null), "/count"),
        (body("terms", &cards, json!(33)), "/count"),
        (body("other", &cards[..2], Value::Null), "/reason"),
        (body("terms", &[], Value::Null), "/cards"),
    ] {
        let refused = world.post("hugo", &path, bad).await.expect(422);
        assert_eq!(refused["errors"][0]["pointer"], pointer);
    }
    assert_eq!(board(&world, "rita", &org.job).await, before, "refusals change nothing");
    let done = post(&world, "hugo", &org.job, "rejections", body("terms", &cards, json!(34))).await;
    assert!(done.iter().all(|card| card["outcome"] == "done"), "{done:?}");
    assert_eq!(board(&world, "rita", &org.job).await["rejected"], 34);
    let row = world.application("rita", &org.job, NOOR).await;
    let page = world
        .get("rita", &format!("/candidates/{}", row["candidate_id"].as_str().unwrap()))
        .await
        .expect(200);
    assert!(page.to_string().contains("Dear Noor Haddad"), "the letter that goes with the reason: {page}");
    // One was told meanwhile, which stands; the others come back to where they were.
    let noor = done.iter().find(|card| card["id"] == row["id"]).unwrap();
    let path = format!("/applications/{}/rejection/announcement", row["id"].as_str().unwrap());
    world.post("rita", &path, json!({"version": noor["version"]})).await.is(200);
    let made: Vec<Value> = done.iter().map(seen).collect();
    let undone = post(&world, "rita", &org.job, "undo", json!({"cards": made})).await;
    assert_eq!(undone.iter().filter(|card| card["outcome"] == "moved").count(), 33);
    assert_eq!(undone.iter().filter(|card| card["outcome"] == "stale").count(), 1);
    let after = board(&world, "rita", &org.job).await;
    assert_eq!(column(&after, "Applied")["oldest"], column(&before, "Applied")["oldest"]);
}

async fn long_columns(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let rows: Vec<String> = (0..1_050).map(|n| format!("Person {n:04},p{n}@example.net")).collect();
    world.import_candidates("rita", &org.job, &format!("name,email\n{}\n", rows.join("\n"))).await;
    let first = board(&world, "rita", &org.job).await;
    let applied = column(&first, "Applied");
    assert_eq!((&applied["count"], applied["cards"].as_array().unwrap().len()), (&json!(1_053), 200));
    let mut all: Vec<Value> = applied["cards"].as_array().unwrap().clone();
    let mut more = applied["more"].clone();
    while let Some(after) = more.as_str() {
        let path = format!("/jobs/{}/board/cards?stage=Applied&after={after}", org.job);
        if all.len() == 200 {
            // A place belongs to whom it was given, and to its column.
            world.get("hugo", &path).await.is_problem(400, "bad_request");
            world.get("rita", &path.replace("Applied", "Offer")).await.is_problem(400, "bad_request");
        }
        let page = world.get("rita", &path).await.expect(200);
        all.extend(page["cards"].as_array().unwrap().iter().cloned());
        more = page["more"].clone();
    }
    assert_eq!(all.len(), 1_053);
    all.sort_by_key(|card| card["id"].to_string());
    all.dedup();
    assert_eq!(all.len(), 1_053, "nobody twice");
}

on_both_engines! {
    board_columns => super::columns;
    board_next => super::what_comes_next;
    board_undo => super::undo;
    c02_board => super::c02_of_two_moves_both_sides_hear;
    s31_board_bulk => super::each_for_itself;
    s30_board => super::s30_the_card_stands_still_while_open;
    board_reject => super::rejecting_many;
    board_long => super::long_columns;
}
