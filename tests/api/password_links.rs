//! A05, A09: links to set a password: looked at freely, used once, for a while.

use evenhand_shared::time::{DAY, MINUTE};
use evenhand_tests::{Engine, PASSWORD, Reply, World, on_both_engines};
use serde_json::{Value, json};

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

async fn link(world: &World, id: &str, kind: &str) -> String {
    let link = world.post("root", &format!("/people/{id}/{kind}"), json!({})).await.expect(201);
    token(link["path"].as_str().unwrap())
}

async fn invite(world: &World, id: &str) -> String {
    link(world, id, "invitation").await
}

async fn reset(world: &World, id: &str) -> String {
    link(world, id, "password-link").await
}

async fn check(world: &World, token: &str) -> Reply {
    world.send(world.request("POST", "/password-links/check").set_json(json!({"token": token}))).await
}

/// How the invitation stands, as the administrator sees it.
async fn standing(world: &World, who: &str, id: &str) -> Value {
    let all = world.get(who, "/people").await.expect(200);
    all.as_array().unwrap().iter().find(|p| p["id"] == *id).unwrap()["invitation"].clone()
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
    let second = invite(&world, &id).await;
    assert_eq!(redeem(&world, &first, PASSWORD).await, unknown, "replaced");
    world.clock.advance(7 * DAY);
    redeem(&world, &second, PASSWORD).await.is_problem(400, "link_expired");
    let third = invite(&world, &id).await;
    assert_eq!(redeem(&world, &second, PASSWORD).await, unknown, "expired and replaced");
    world.clock.advance(7 * DAY - MINUTE);
    redeem(&world, &third, PASSWORD).await.is(204);
    assert_eq!(redeem(&world, &third, OTHER).await, unknown, "used");
    login(&world, OTHER).await.is(401);
    // For a forgotten password it is half an hour.
    let late = reset(&world, &id).await;
    world.clock.advance(30 * MINUTE);
    redeem(&world, &late, OTHER).await.is_problem(400, "link_expired");
    let reset = reset(&world, &id).await;
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
    let link = reset(&world, &id).await;
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
    world.post("root", &format!("{path}/deactivation"), json!({"version": 1})).await.is(200);
    redeem(&world, &token, PASSWORD).await.is_problem(400, "bad_link");
    for kind in ["password-link", "invitation"] {
        world.post("root", &format!("{path}/{kind}"), json!({})).await.is_problem(409, "conflict");
    }
    world.post("root", &format!("{path}/reactivation"), json!({"version": 2})).await.is(200);
    redeem(&world, &token, PASSWORD).await.is_problem(400, "bad_link");
    let link = invite(&world, &id).await;
    redeem(&world, &link, PASSWORD).await.is(204);
}

/// The administrator sees how an invitation stands; sending it again and taking it back end the link that is out.
async fn a09_invitations_are_resent_and_revoked(engine: Engine) {
    let (world, id, first) = invited(engine).await;
    let open = standing(&world, "root", &id).await;
    assert_eq!((&open["state"], &open["sent_by"]), (&json!("open"), &json!("Root")));
    assert_eq!(open["expires_at"], json!(world.clock.now().plus(7 * DAY)));
    // It is the administrators' business alone.
    world.add_person("rita", &["recruiter"], 5).await;
    assert_eq!(standing(&world, "rita", &id).await, Value::Null);

    world.clock.advance(DAY);
    let second = invite(&world, &id).await;
    assert_eq!(standing(&world, "root", &id).await["sent_at"], json!(world.clock.now()));
    check(&world, &first).await.is_problem(400, "bad_link");
    world.act("root", "DELETE", &format!("/people/{id}/invitation"), json!({})).await.is(200);
    assert_eq!(standing(&world, "root", &id).await["state"], "revoked");
    // What was taken back looks like what never was.
    assert_eq!(check(&world, &second).await, check(&world, "made up").await);
    redeem(&world, &second, PASSWORD).await.is_problem(400, "bad_link");
    // There is no password to forget yet.
    world.post("root", &format!("/people/{id}/password-link"), json!({})).await.is_problem(409, "conflict");

    let third = invite(&world, &id).await;
    world.clock.advance(7 * DAY);
    assert_eq!(standing(&world, "root", &id).await["state"], "expired");
    check(&world, &third).await.is_problem(400, "link_expired");
    let fourth = invite(&world, &id).await;
    redeem(&world, &fourth, PASSWORD).await.is(204);
    assert_eq!(standing(&world, "root", &id).await, Value::Null);
    for (method, why) in [("POST", "somebody with a password is not invited"), ("DELETE", "nor uninvited")] {
        let path = format!("/people/{id}/invitation");
        assert_eq!(world.act("root", method, &path, json!({})).await.status, 409, "{why}");
    }
}

/// Looking at a link names nobody, and uses nothing up.
async fn a09_a_link_is_looked_at_before_a_password_is_thought_of(engine: Engine) {
    let (world, id, token) = invited(engine).await;
    let expires_at = world.clock.now().plus(7 * DAY);
    for _ in 0..20 {
        let seen = check(&world, &token).await.expect(200);
        assert_eq!(seen, json!({"purpose": "invitation", "expires_at": expires_at}));
    }
    redeem(&world, &token, PASSWORD).await.is(204);
    let token = reset(&world, &id).await;
    assert_eq!(check(&world, &token).await.expect(200)["purpose"], "reset");
    let bad = check(&world, "made up").await;
    bad.is_problem(400, "bad_link");
    for word in ["ann", "Ann", "example"] {
        assert!(!bad.text().contains(word));
    }
}

on_both_engines! {
    a09_resend => super::a09_invitations_are_resent_and_revoked;
    a09_check => super::a09_a_link_is_looked_at_before_a_password_is_thought_of;
    a09_look => super::a09_looking_uses_nothing_up;
    a09_once => super::a09_a_link_works_once_and_for_a_while;
    a09_race => super::a09_two_people_at_one_link;
    a09_gone => super::a09_links_of_the_deactivated_are_dead;
    a05 => super::a05_a_new_password_ends_every_session;
}
