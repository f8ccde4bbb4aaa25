//! Letting somebody go: parts on teams pass on, open places go back to the recruiters, and nobody learns more than before.

use evenhand_shared::time::{HOUR, SECOND};
use evenhand_tests::{Engine, World, on_both_engines};
use serde_json::{Value, json};

const NOOR: &str = "Noor Haddad";

async fn version(world: &World, id: &str) -> Value {
    world.get("root", &format!("/people/{id}")).await.expect(200)["person"]["version"].clone()
}

async fn duties(world: &World, who: &str) -> Value {
    let id = world.person(who).await;
    world.get("root", &format!("/people/{id}")).await.expect(200)["duties"].clone()
}

async fn deactivate(world: &World, id: &str, more: Value) -> evenhand_tests::Reply {
    let mut body = json!({"version": version(world, id).await});
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    world.post("root", &format!("/people/{id}/deactivation"), body).await
}

async fn places_go_back_to_the_recruiter(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let begun = world.start_loop(&org, NOOR, "panel_complete").await;
    let id = begun["id"].as_str().unwrap().to_owned();
    // tomas has the second interview, two hours after the first.
    world.clock.advance(HOUR);
    let before = duties(&world, "tomas").await;
    assert_eq!(
        (before["coming"].as_array().unwrap().len(), &before["untimed"], &before["begun"]),
        (1, &json!(0), &json!(0))
    );
    assert!(!before.to_string().contains("Noor"), "when, not for whom");
    let (tomas, aiko) = (world.person("tomas").await, world.person("aiko").await);
    let card = world.card("aiko", NOOR).await;
    world.submit("aiko", &card, 4, "yes").await;

    let audited = world.get("tomas", "/me").await.status;
    assert_eq!(audited, 200);
    deactivate(&world, &tomas, json!({})).await.is(200);
    world.get("tomas", "/me").await.is_problem(401, "unauthenticated");
    // What was sealed stays, and the administrator cannot tell which of the two it was.
    let gone = deactivate(&world, &aiko, json!({})).await.expect(200);
    assert_eq!(gone["state"], "deactivated");
    let detail = world.get("rita", &format!("/loops/{id}")).await.expect(200);
    let place = |n: usize| detail["interviews"][n]["panel"][0].clone();
    assert_eq!((&place(1)["state"], &place(2)["state"]), (&json!("declined"), &json!("assigned")));
    assert_eq!(place(2)["card"], "submitted");
    // The recruiter gives the place to somebody else, as after any refusal.
    let otto = world.person("otto").await;
    let path = format!("/assignments/{}/replacement", place(1)["id"].as_str().unwrap());
    world.post("rita", &path, json!({"person_id": otto})).await.is(200);

    // Brought back, he owes nothing there and stays blind on that loop until its release.
    let path = format!("/people/{tomas}/reactivation");
    let body = json!({"version": version(&world, &tomas).await});
    world.post("root", &path, body.clone()).await.is(200);
    world.post("root", &path, body).await.is_problem(409, "stale");
    let login = json!({"email": "tomas@example.org", "password": evenhand_tests::PASSWORD});
    let session = world.send(world.request("POST", "/sessions").set_json(login)).await.expect(201);
    world.keep_token("tomas", session["access_token"].as_str().unwrap());
    assert_eq!(world.get("tomas", "/my/interviews").await.expect(200)[0]["slot"], "replaced");
    world.get("tomas", &format!("/loops/{id}/packet")).await.is_problem(404, "not_found");
}

/// A submission in its seconds for undo is not taken away.
async fn a_card_in_its_last_seconds_is_sealed(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    world.start_loop_with(&org, NOOR, "panel_complete", &[("tomas", "interviewer")]).await;
    let card = world.card("tomas", NOOR).await;
    world.fill("tomas", &card, 4, "yes").await;
    world.post("tomas", &format!("/scorecards/{card}/submission"), json!({})).await.is(202);
    let tomas = world.person("tomas").await;
    deactivate(&world, &tomas, json!({})).await.is(200);
    world.advance(11 * SECOND).await;
    let row = world.get("rita", "/loops").await.expect(200)[0].clone();
    assert_eq!(row["progress"]["submitted"], 1, "{row}");
}

async fn teams_pass_on(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let (rita, hugo) = (world.person("rita").await, world.person("hugo").await);
    let rafa = world.person("rafa").await;
    let teams = world.get("root", &format!("/people/{rita}")).await.expect(200)["teams"].clone();
    assert_eq!(teams[0]["alone"], true);
    // A job is not left without its recruiter.
    let refused = deactivate(&world, &rita, json!({})).await;
    refused.is_problem(422, "invalid");
    assert_eq!(refused.json()["errors"][0]["pointer"], "/recruiter");
    assert_eq!(refused.json()["errors"][0]["code"], "required");
    for bad in [&rita, &hugo, &"00000000-0000-4000-8000-000000000000".to_owned()] {
        let refused = deactivate(&world, &rita, json!({"recruiter": bad})).await;
        assert_eq!(refused.expect(422)["errors"][0]["code"], "not_a_successor");
    }
    world.get("rita", "/me").await.is(200);
    world.get("rafa", &format!("/jobs/{}", org.job)).await.is_problem(404, "not_found");
    deactivate(&world, &rita, json!({"recruiter": rafa})).await.is(200);
    let job = world.get("rafa", &format!("/jobs/{}", org.job)).await.expect(200);
    let team: Vec<&str> =
        job["team"].as_array().unwrap().iter().map(|m| m["name"].as_str().unwrap()).collect();
    assert!(team.contains(&"Rafa") && !team.contains(&"Rita"), "{team:?}");
    deactivate(&world, &rita, json!({})).await.is_problem(409, "conflict");
    // Brought back, she is on no team.
    let body = json!({"version": version(&world, &rita).await});
    world.post("root", &format!("/people/{rita}/reactivation"), body).await.is(200);
    assert_eq!(world.get("root", &format!("/people/{rita}")).await.expect(200)["teams"], json!([]));
    // Where somebody else holds the part, nobody needs to be named.
    deactivate(&world, &rafa, json!({})).await.is(422);
    deactivate(&world, &hugo, json!({"hiring_manager": world.person("mara").await})).await.is(200);
}

/// S1, S30: an administrator who sits on a panel, or ever sat there, cannot tell from somebody's duties who sits beside them.
async fn s30_duties_leave_out_ones_own_panels(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    world.add_person("adam", &["admin", "interviewer"], 5).await;
    let panel = [("adam", "interviewer"), ("tomas", "interviewer")];
    world.start_loop_with(&org, NOOR, "panel_complete", &panel).await;
    let (tomas, otto) = (world.person("tomas").await, world.person("otto").await);
    let seen = async |who: &str, id: &str| {
        world.get(who, &format!("/people/{id}")).await.expect(200)["duties"].clone()
    };
    let nothing = seen("root", &otto).await;
    assert_eq!(seen("adam", &tomas).await, nothing, "open");
    assert_ne!(seen("root", &tomas).await, nothing, "who has no part in it may know");
    let card = world.card("adam", NOOR).await;
    world.submit("adam", &card, 4, "yes").await;
    assert_eq!(seen("adam", &tomas).await, nothing, "closed, and the loop is sealed");
    world.start_loop_with(&org, "Ada Park", "panel_complete", &[("tomas", "interviewer")]).await;
    assert_ne!(seen("adam", &tomas).await, nothing, "another candidate");
}

on_both_engines! {
    s02_places => super::places_go_back_to_the_recruiter;
    s10_last_seconds => super::a_card_in_its_last_seconds_is_sealed;
    z05_teams => super::teams_pass_on;
    s30_duties => super::s30_duties_leave_out_ones_own_panels;
}
