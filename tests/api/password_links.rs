//! A05, A09: links to set a password: looked at freely, used once, for a while.

use evenhand_shared::time::{DAY, MINUTE};
use evenhand_tests::{Engine, PASSWORD, Reply, World, on_both_engines};
use serde_json::json;

const OTHER: &str = "another long password";

/// A person who was asked, and the token of their link.
async fn invited(engine: Engine) -> (World, String, String) {
    let world = World::empty(engine).await;
    world.set_up().await;
    let person = json!({"name": "Ann", "email": "ann@example.org", "roles": ["interviewer"], "function": "", "seniority": 3,
        "zone": "Etc/UTC"});
    let created = world.post("root", "/people", person).await.expect(201);
    assert_eq!(created["person"]["state"], "invited");
    let id = created["person"]["id"].as_str().unwrap().to_owned();
    let token = token(created["link"]["path"].as_str().unwrap());
    (world, id, token)
}

fn token(path: &str) -> String {
    path.strip_prefix("/set-password#").expect("the token stands in the fragment").to_owned()
}

async fn new_link(world: &World, id: &str) -> String {
    let link = world.post("root", &format!("/people/{id}/password-link"), json!({})).await.expect(201);
    token(link["path"].as_str().unwrap())
}

async fn redeem(world: &World, token: &str, password: &str) -> Reply {
    let body = json!({"token": token, "password": password});
    world.send(world.request("POST", "/password-links/redeem").set_json(body)).await
}

async fn login(world: &World, password: &str) -> Reply {
    let body = json!({"email": "ann@example.org", "password": password});
    world.send(world.request("POST", "/sessions").set_json(body)).await
}

async fn a09_looking_uses_nothing_up(engine: Engine) {
    let (world, _, token) = invited(engine).await;
    for _ in 0..20 {
        for method in ["GET", "HEAD", "OPTIONS"] {
            let path = format!("/set-password?token={token}");
            world
                .send(actix_web::test::TestRequest::default().method(method.parse().unwrap()).uri(&path))
                .await;
            world.send(world.request(method, "/password-links/redeem")).await.is(405);
        }
    }
    // A fault of the password costs nothing either.
    let short = redeem(&world, &token, "short").await;
    short.is_problem(422, "invalid");
    assert_eq!(short.json()["errors"][0]["pointer"], "/password");
    redeem(&world, &token, &"long".repeat(300)).await.is_problem(422, "invalid");
    redeem(&world, &token, PASSWORD).await.is(204);
    login(&world, PASSWORD).await.is(201);
}

async fn a09_a_link_works_once_and_for_a_while(engine: Engine) {
    let (world, id, first) = invited(engine).await;
    let unknown = redeem(&world, "made up", PASSWORD).await;
    unknown.is_problem(400, "bad_link");
    // A newer link takes the place of the older one.
    let second = new_link(&world, &id).await;
    assert_eq!(redeem(&world, &first, PASSWORD).await, unknown, "replaced");
    world.clock.advance(7 * DAY);
    assert_eq!(redeem(&world, &second, PASSWORD).await, unknown, "expired");
    let third = new_link(&world, &id).await;
    world.clock.advance(7 * DAY - MINUTE);
    redeem(&world, &third, PASSWORD).await.is(204);
    assert_eq!(redeem(&world, &third, OTHER).await, unknown, "used");
    login(&world, OTHER).await.is(401);
    // For a forgotten password it is half an hour.
    let reset = new_link(&world, &id).await;
    world.clock.advance(30 * MINUTE);
    assert_eq!(redeem(&world, &reset, OTHER).await, unknown, "expired");
    let reset = new_link(&world, &id).await;
    world.clock.advance(29 * MINUTE);
    login(&world, PASSWORD).await.is(201);
    redeem(&world, &reset, OTHER).await.is(204);
    login(&world, PASSWORD).await.is(401);
    login(&world, OTHER).await.is(201);
}

async fn a05_a_new_password_ends_every_session(engine: Engine) {
    let (world, id, token) = invited(engine).await;
    redeem(&world, &token, PASSWORD).await.is(204);
    let access = login(&world, PASSWORD).await.expect(201)["access_token"].as_str().unwrap().to_owned();
    let me = async || {
        let request =
            world.request("GET", "/me").insert_header(("authorization", format!("Bearer {access}")));
        world.send(request).await.status
    };
    let link = new_link(&world, &id).await;
    assert_eq!(me().await, 200, "a link alone ends nothing");
    redeem(&world, &link, OTHER).await.is(204);
    assert_eq!(me().await, 401);
}

async fn a09_two_people_at_one_link(engine: Engine) {
    let (world, _, token) = invited(engine).await;
    let (one, two) =
        futures_util::future::join(redeem(&world, &token, PASSWORD), redeem(&world, &token, OTHER)).await;
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [204, 400]);
    let (good, bad) = if one.status == 204 { (PASSWORD, OTHER) } else { (OTHER, PASSWORD) };
    login(&world, good).await.is(201);
    login(&world, bad).await.is(401);
}

async fn a09_links_of_the_deactivated_are_dead(engine: Engine) {
    let (world, id, token) = invited(engine).await;
    let path = format!("/people/{id}");
    world.act("root", "PATCH", &path, json!({"version": 1, "active": false})).await.is(200);
    redeem(&world, &token, PASSWORD).await.is_problem(400, "bad_link");
    world.post("root", &format!("{path}/password-link"), json!({})).await.is_problem(409, "conflict");
    world.act("root", "PATCH", &path, json!({"version": 2, "active": true})).await.is(200);
    redeem(&world, &token, PASSWORD).await.is_problem(400, "bad_link");
    let link = new_link(&world, &id).await;
    redeem(&world, &link, PASSWORD).await.is(204);
}

on_both_engines! {
    a09_look => super::a09_looking_uses_nothing_up;
    a09_once => super::a09_a_link_works_once_and_for_a_while;
    a09_race => super::a09_two_people_at_one_link;
    a09_gone => super::a09_links_of_the_deactivated_are_dead;
    a05 => super::a05_a_new_password_ends_every_session;
}
