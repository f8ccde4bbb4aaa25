//! What people are told: their own places at once, and nothing about a candidate on whom they are open.

use crate::rules_scene::{NOOR, Scene};
use evenhand_tests::{Engine, on_both_engines};
use serde_json::{Value, json};

/// Kinds of what somebody is told, newest first.
async fn kinds(s: &Scene, who: &str) -> Vec<String> {
    let all = s.world.get(who, "/my/notices").await.expect(200);
    all.as_array().unwrap().iter().map(|row| row["kind"].as_str().unwrap().to_owned()).collect()
}

async fn decline(s: &Scene, who: &str) {
    let card = s.card(who).await;
    s.world.post(who, &format!("/assignments/{card}/decline"), json!({})).await.is(200);
}

async fn told_and_seen(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    let w = &s.world;
    let mine = w.get("ines", "/my/notices").await.expect(200);
    assert_eq!(mine.as_array().unwrap().len(), 1);
    assert_eq!((&mine[0]["kind"], &mine[0]["seen"]), (&json!("put_on_panel"), &json!(false)));
    assert_eq!(mine[0]["text"], format!("You were asked to interview {NOOR}."));
    assert_eq!(mine[0]["path"], format!("/scorecards/{}", s.card("ines").await));
    let id = mine[0]["id"].clone();
    // What is another's is passed over.
    w.post("tomas", "/my/notices/seen", json!({"ids": [id]})).await.is(204);
    assert_eq!(w.get("ines", "/my/notices").await.json()[0]["seen"], false);
    w.post("ines", "/my/notices/seen", json!({"ids": [id]})).await.is(204);
    assert_eq!(w.get("ines", "/my/notices").await.json()[0]["seen"], true);
    let many: Vec<Value> = (0..101).map(|_| id.clone()).collect();
    w.post("ines", "/my/notices/seen", json!({"ids": many})).await.is_problem(422, "invalid");

    decline(&s, "dele").await;
    assert_eq!(kinds(&s, "rita").await, ["declined"]);
    assert_eq!(kinds(&s, "hugo").await, ["declined"]);
    assert_eq!(kinds(&s, "dele").await, ["put_on_panel"]);
    assert_eq!(kinds(&s, "rafa").await, [""; 0]);
    // Who has left the team is not told any more.
    let member = async |name: &str| json!({"person_id": w.person(name).await, "role": "hiring_manager"});
    w.post("rita", &format!("/jobs/{}/team", s.org.job), member("mara").await).await.is(200);
    w.post("rita", &format!("/jobs/{}/team/remove", s.org.job), member("hugo").await).await.is(200);
    assert_eq!(kinds(&s, "hugo").await, [""; 0]);
}

/// S36, S30: stored, but absent while its reader is open on the candidate.
async fn s36_kept_back_while_open(engine: Engine) {
    let panel = [("rita", "interviewer"), ("tomas", "interviewer"), ("dele", "interviewer")];
    let s = Scene::with(engine, "panel_complete", &panel).await;
    let before = s.world.get("rita", "/my/notices").await;
    decline(&s, "dele").await;
    assert_eq!(s.world.get("rita", "/my/notices").await, before);
    assert_eq!(kinds(&s, "hugo").await, ["declined"]);
    let card = s.card("rita").await;
    s.world.submit("rita", &card, 3, "yes").await;
    assert_eq!(kinds(&s, "rita").await, ["declined"]);
}

/// S5: whoever left the panel without a card waits for the release, whatever role follows.
async fn s05_kept_back_until_the_release(engine: Engine) {
    let panel = [("rita", "interviewer"), ("tomas", "interviewer"), ("dele", "interviewer")];
    let s = Scene::with(engine, "panel_complete", &panel).await;
    decline(&s, "dele").await;
    decline(&s, "rita").await;
    assert_eq!(kinds(&s, "rita").await, [""; 0]);
    let reason = json!({"reason": "The offer deadline is tomorrow."});
    s.world.post("hugo", &format!("/loops/{}/opening", s.id), reason).await.is(200);
    assert_eq!(kinds(&s, "rita").await, ["declined"]);
}

on_both_engines! {
    notices_seen => super::told_and_seen;
    s36_notices => super::s36_kept_back_while_open;
    s05_notices => super::s05_kept_back_until_the_release;
}
