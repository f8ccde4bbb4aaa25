//! Home and search: what needs the team now, and names, both without the candidates on whom the reader is open.

use evenhand_shared::time::{DAY, HOUR};
use evenhand_tests::{Engine, World, on_both_engines};
use serde_json::{Value, json};

const NOOR: &str = "Noor Haddad";

/// Each matter of a part as one line.
fn lines(part: &Value) -> Vec<String> {
    let line = |m: &Value| {
        let person = m["person"].as_str().map_or_else(String::new, |name| format!(" {name}"));
        format!("{} {}{person}", m["kind"].as_str().unwrap(), m["candidate_name"].as_str().unwrap())
    };
    assert!(
        part["total"].as_u64().unwrap() >= u64::try_from(part["first"].as_array().unwrap().len()).unwrap()
    );
    part["first"].as_array().unwrap().iter().map(line).collect()
}

async fn home(world: &World, who: &str) -> Value {
    world.get(who, "/home").await.expect(200)
}

async fn home_of_a_team(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let new = home(&world, "rita").await;
    assert_eq!(lines(&new["arrived"]), ["arrived Ada Park", "arrived Bo Lind", "arrived Noor Haddad"]);
    assert_eq!(lines(&new["stuck"]), Vec::<String>::new());

    // Interviews begin now and every two hours; cards are due a day after their end.
    let started = world.start_loop(&org, NOOR, "panel_complete").await;
    let running = home(&world, "rita").await;
    assert_eq!(running["arrived"]["total"], 2, "who has a loop has not just come in");
    assert_eq!(running["collecting"], 1);
    let dele = world.card("dele", NOOR).await;
    world.post("dele", &format!("/assignments/{dele}/decline"), json!({})).await.is(200);
    world.advance(HOUR * 5 / 2).await;
    let soon = home(&world, "rita").await;
    assert_eq!(lines(&soon["stuck"]), ["declined Noor Haddad Dele"]);
    assert_eq!(lines(&soon["next"]), ["due_soon Noor Haddad Ines"]);

    world.advance(DAY).await;
    let late = home(&world, "hugo").await;
    assert_eq!(lines(&late["stuck"]), ["overdue Noor Haddad Ines", "declined Noor Haddad Dele"]);
    assert_eq!(lines(&late["next"]), ["due_soon Noor Haddad Tomas", "due_soon Noor Haddad Aiko"]);
    world.advance(7 * DAY).await;
    let old = home(&world, "hugo").await;
    assert_eq!(old["arrived"]["total"], 0);
    assert!(lines(&old["stuck"]).contains(&"waiting Ada Park".to_owned()));

    // A packet stands there until it was read.
    let card = world.card("ines", NOOR).await;
    world.submit("ines", &card, 4, "yes").await;
    let reason = json!({"reason": "The offer deadline is tomorrow."});
    let path = format!("/loops/{}", started["id"].as_str().unwrap());
    world.post("hugo", &format!("{path}/opening"), reason).await.is(200);
    assert_eq!(lines(&home(&world, "hugo").await["packets"]), ["packet Noor Haddad"]);
    world.get("hugo", &format!("{path}/packet")).await.is(200);
    assert_eq!(lines(&home(&world, "hugo").await["packets"]), Vec::<String>::new());
    assert_eq!(lines(&home(&world, "rita").await["packets"]), ["packet Noor Haddad"]);
    // Another team sees its own.
    assert!(!home(&world, "rafa").await.to_string().contains("Ines"));
}

async fn s30_home_without_those_one_is_open_on(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    world.start_loop_with(&org, NOOR, "debrief_opened", &[("rita", "interviewer")]).await;
    world.advance(2 * DAY).await;
    assert!(!home(&world, "rita").await.to_string().contains("Noor"));
    assert_eq!(lines(&home(&world, "hugo").await["stuck"]), ["overdue Noor Haddad Rita"]);
    let card = world.card("rita", NOOR).await;
    world.submit("rita", &card, 4, "yes").await;
    for who in ["rita", "hugo"] {
        assert_eq!(lines(&home(&world, who).await["complete"]), ["complete Noor Haddad"]);
    }
}

async fn names(world: &World, who: &str, q: &str) -> Vec<String> {
    let found = world.get(who, &format!("/search?q={q}")).await.expect(200);
    let line = |hit: &Value| format!("{} {}", hit["kind"].as_str().unwrap(), hit["name"].as_str().unwrap());
    found.as_array().unwrap().iter().map(line).collect()
}

async fn s32_search(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    world
        .start_loop_with(&org, NOOR, "panel_complete", &[("rita", "interviewer"), ("ines", "interviewer")])
        .await;
    // Who is open finds the own interview; a colleague the candidate; an interviewer nobody but their own.
    assert_eq!(names(&world, "rita", "noor").await, ["interview Noor Haddad"]);
    assert_eq!(names(&world, "hugo", "NOOR").await, ["candidate Noor Haddad"]);
    assert_eq!(names(&world, "ines", "noor").await, ["interview Noor Haddad"]);
    assert_eq!(names(&world, "otto", "noor").await, Vec::<String>::new());
    assert_eq!(names(&world, "rafa", "xu").await, ["candidate Xu Wei"]);
    assert_eq!(names(&world, "hugo", "xu").await, Vec::<String>::new());
    assert_eq!(names(&world, "hugo", "ad").await[0], "candidate Ada Park", "a prefix comes before an infix");
    assert_eq!(names(&world, "hugo", "ada@example").await, ["candidate Ada Park"]);
    assert_eq!(names(&world, "root", "hug").await, ["person Hugo"]);
    assert_eq!(names(&world, "hugo", "").await, Vec::<String>::new());
    assert_eq!(names(&world, "hugo", "%25").await, Vec::<String>::new());
    assert!(names(&world, "hugo", "backend").await.iter().any(|hit| hit.starts_with("job ")));
    world.get("hugo", "/search?q=a&sort=name").await.is_problem(400, "unknown_parameter");
}

on_both_engines! {
    home_team => super::home_of_a_team;
    s30_home => super::s30_home_without_those_one_is_open_on;
    s32_search => super::s32_search;
}
