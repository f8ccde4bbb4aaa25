//! A04, A05, A11: the refresh cookie, its rotation, and sessions that end.

use evenhand_shared::time::{MINUTE, SECOND};
use evenhand_tests::{Engine, PASSWORD, Reply, World, on_both_engines};
use futures_util::future::join;
use serde_json::json;

/// One device.
struct Device {
    access: String,
    cookie: String,
}

fn cookie(reply: &Reply) -> String {
    let header = reply.header("set-cookie").expect("a cookie");
    header.split_once("__Host-rt=").unwrap().1.split(';').next().unwrap().to_owned()
}

async fn organisation(engine: Engine) -> World {
    let world = World::empty(engine).await;
    world.set_up().await;
    world.add_person("rita", &["recruiter"], 5).await;
    world
}

async fn device(world: &World) -> Device {
    let login = json!({"email": "rita@example.org", "password": PASSWORD});
    let reply = world.send(world.request("POST", "/sessions").set_json(login)).await;
    let access = reply.expect(201)["access_token"].as_str().unwrap().to_owned();
    Device { access, cookie: cookie(&reply) }
}

async fn with_cookie(world: &World, act: &str, cookie: &str, headers: &[(&'static str, &str)]) -> Reply {
    let mut request = world.request("POST", &format!("/sessions/{act}")).set_json(json!({}));
    request = request.insert_header(("cookie", format!("__Host-rt={cookie}")));
    for (name, value) in headers {
        request = request.insert_header((*name, *value));
    }
    world.send(request).await
}

async fn refresh(world: &World, cookie: &str) -> Reply {
    with_cookie(world, "refresh", cookie, &[("x-evenhand", "1")]).await
}

async fn me(world: &World, access: &str) -> u16 {
    let request = world.request("GET", "/me").insert_header(("authorization", format!("Bearer {access}")));
    world.send(request).await.status
}

async fn a04_a_token_used_again_ends_the_session(engine: Engine) {
    let world = organisation(engine).await;
    let (first, other) = (device(&world).await, device(&world).await);
    let renewed = refresh(&world, &first.cookie).await;
    let access = renewed.expect(200)["access_token"].as_str().unwrap().to_owned();
    let second = cookie(&renewed);
    assert_ne!(second, first.cookie);
    // Within fifteen seconds it is a second tab, which is asked to try again.
    world.clock.advance(15 * SECOND);
    let raced = refresh(&world, &first.cookie).await;
    raced.is_problem(409, "refresh_raced");
    assert_eq!(raced.header("set-cookie"), None);
    let third = refresh(&world, &second).await;
    third.is(200);
    // After them it is a thief.
    world.clock.advance(SECOND);
    assert_eq!(me(&world, &access).await, 200);
    refresh(&world, &first.cookie).await.is_problem(401, "unauthenticated");
    refresh(&world, &cookie(&third)).await.is_problem(401, "unauthenticated");
    assert_eq!(me(&world, &access).await, 401, "the access token too");
    assert_eq!(me(&world, &other.access).await, 200, "other devices stay");
    refresh(&world, &other.cookie).await.is(200);
    refresh(&world, "made up").await.is_problem(401, "unauthenticated");
    refresh(&world, "").await.is_problem(401, "unauthenticated");
}

async fn a04_two_tabs_stay_logged_in(engine: Engine) {
    let world = organisation(engine).await;
    let mut now = device(&world).await.cookie;
    for round in 0..100 {
        let (one, two) = join(refresh(&world, &now), refresh(&world, &now)).await;
        let (won, lost) = if one.status == 200 { (one, two) } else { (two, one) };
        won.is(200);
        lost.is_problem(409, "refresh_raced");
        // The browser has one cookie for both tabs: the loser tries again with it.
        let again = refresh(&world, &cookie(&won)).await;
        assert_eq!(again.status, 200, "round {round}");
        now = cookie(&again);
        world.clock.advance(SECOND);
    }
}

async fn a04_sessions_end_by_themselves(engine: Engine) {
    let world = organisation(engine).await;
    let idle = device(&world).await.cookie;
    let mut busy = device(&world).await.cookie;
    for _ in 0..14 {
        world.clock.advance(50 * MINUTE);
        let renewed = refresh(&world, &busy).await;
        renewed.is(200);
        busy = cookie(&renewed);
    }
    refresh(&world, &idle).await.is_problem(401, "unauthenticated");
    world.clock.advance(20 * MINUTE);
    refresh(&world, &busy).await.is_problem(401, "unauthenticated");
    let idle = device(&world).await.cookie;
    world.clock.advance(60 * MINUTE);
    refresh(&world, &idle).await.is_problem(401, "unauthenticated");
}

async fn a11_the_cookie_is_bound_to_our_pages(engine: Engine) {
    let world = organisation(engine).await;
    let device = device(&world).await;
    let renewed = refresh(&world, &device.cookie).await;
    let header = renewed.header("set-cookie").unwrap();
    assert!(header.starts_with("__Host-rt="), "{header}");
    let attributes: Vec<&str> = header.split("; ").skip(1).collect();
    for expected in ["HttpOnly", "Secure", "SameSite=Strict", "Path=/", "Max-Age=43200"] {
        assert!(attributes.contains(&expected), "{expected} in {header}");
    }
    assert!(!header.to_lowercase().contains("domain"), "{header}");
    assert!(!renewed.text().contains(&cookie(&renewed)), "scripts never see the refresh token");
    let current = cookie(&renewed);
    for act in ["refresh", "end"] {
        let requests: [&[(&'static str, &str)]; 7] = [
            &[],
            &[("x-evenhand", "0")],
            &[("x-evenhand", "1"), ("origin", "https://evil.example")],
            &[("x-evenhand", "1"), ("origin", "null")],
            &[("x-evenhand", "1"), ("origin", "http://127.0.0.1:8080.evil.example")],
            &[("x-evenhand", "1"), ("sec-fetch-site", "cross-site")],
            &[("x-evenhand", "1"), ("sec-fetch-site", "same-site")],
        ];
        for foreign in requests {
            let refused = with_cookie(&world, act, &current, foreign).await;
            refused.is_problem(403, "wrong_origin");
            assert_eq!(refused.header("set-cookie"), None, "{act} {foreign:?}");
        }
    }
    let ours = [("x-evenhand", "1"), ("origin", "http://127.0.0.1:8080"), ("sec-fetch-site", "same-origin")];
    with_cookie(&world, "refresh", &current, &ours).await.is(200);
}

async fn a11_logging_out_takes_the_cookie_away(engine: Engine) {
    let world = organisation(engine).await;
    let (here, there) = (device(&world).await, device(&world).await);
    for _ in 0..2 {
        let out = with_cookie(&world, "end", &here.cookie, &[("x-evenhand", "1")]).await;
        out.is(204);
        let header = out.header("set-cookie").unwrap();
        assert!(header.starts_with("__Host-rt=;") && header.contains("Max-Age=0"), "{header}");
        assert_eq!(
            out.header("clear-site-data"),
            Some("\"cache\""),
            "drafts that the page keeps must survive"
        );
    }
    assert_eq!(me(&world, &here.access).await, 401);
    refresh(&world, &here.cookie).await.is_problem(401, "unauthenticated");
    assert_eq!(me(&world, &there.access).await, 200);
}

async fn a05_signing_out_everywhere_counts_at_once(engine: Engine) {
    let world = organisation(engine).await;
    let devices = [device(&world).await, device(&world).await, device(&world).await];
    let token = |n: usize| ("authorization", format!("Bearer {}", devices[n].access));
    let list = world.send(world.request("GET", "/sessions").insert_header(token(1))).await.expect(200);
    let current: Vec<bool> = list.as_array().unwrap().iter().map(|s| s["current"] == true).collect();
    assert_eq!(current.len(), 3, "only one's own");
    assert_eq!(current.iter().filter(|current| **current).count(), 1);
    world.send(world.request("DELETE", "/sessions").insert_header(token(1))).await.is(204);
    for device in &devices {
        assert_eq!(me(&world, &device.access).await, 401);
        refresh(&world, &device.cookie).await.is_problem(401, "unauthenticated");
    }
    world.get("root", "/me").await.is(200);
    let again = device(&world).await;
    assert_eq!(me(&world, &again.access).await, 200);
}

on_both_engines! {
    a04_reuse => super::a04_a_token_used_again_ends_the_session;
    a04_tabs => super::a04_two_tabs_stay_logged_in;
    a04_ends => super::a04_sessions_end_by_themselves;
    a11_cookie => super::a11_the_cookie_is_bound_to_our_pages;
    a11_out => super::a11_logging_out_takes_the_cookie_away;
    a05 => super::a05_signing_out_everywhere_counts_at_once;
}
