//! Notes, tags and source of a candidate; rejections with their letters.

use evenhand_tests::{Engine, Organisation, World, on_both_engines};
use serde_json::{Value, json};

const NOOR: &str = "Noor Haddad";

/// Noor's page as someone of the team reads it.
async fn page(world: &World, org: &Organisation, who: &str) -> Value {
    let row = world.application(who, &org.job, NOOR).await;
    world.get(who, &format!("/candidates/{}", row["candidate_id"].as_str().unwrap())).await.expect(200)
}

async fn application(world: &World, org: &Organisation) -> String {
    let row = world.application("rita", &org.job, NOOR).await;
    format!("/applications/{}", row["id"].as_str().unwrap())
}

async fn notes_keep_what_they_said(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let path = format!("{}/notes", application(&world, &org).await);
    for (bad, code) in [("  ", "required"), (&*"x".repeat(10_001), "too_long")] {
        let refused = world.post("rita", &path, json!({"text": bad})).await.expect(422);
        assert_eq!(
            (&refused["errors"][0]["pointer"], &refused["errors"][0]["code"]),
            (&json!("/text"), &json!(code))
        );
    }
    let note = world.post("rita", &path, json!({"text": " <b>Keen</b> on payments "})).await.expect(201);
    assert_eq!((&note["text"], &note["mine"]), (&json!("<b>Keen</b> on payments"), &json!(true)));
    let own = format!("/notes/{}", note["id"].as_str().unwrap());
    let change = |text: &str, version: i64| json!({"text": text, "version": version});
    world.act("hugo", "PATCH", &own, change("Not keen.", 1)).await.is_problem(403, "forbidden");
    for who in ["rafa", "ines", "root"] {
        world.act(who, "PATCH", &own, change("Not keen.", 1)).await.is_problem(404, "not_found");
        world.post(who, &path, json!({"text": "Hello"})).await.is_problem(404, "not_found");
    }
    let changed = world.act("rita", "PATCH", &own, change("Very keen.", 1)).await.expect(200);
    assert_eq!(changed["earlier"][0]["text"], "<b>Keen</b> on payments");
    world.act("rita", "PATCH", &own, change("Late.", 1)).await.is_problem(409, "stale");
    world.post("hugo", &path, json!({"text": "Agreed."})).await.is(201);
    let notes = page(&world, &org, "hugo").await["applications"][0]["notes"].clone();
    let seen: Vec<(&str, bool)> = notes
        .as_array()
        .unwrap()
        .iter()
        .map(|n| (n["text"].as_str().unwrap(), n["mine"].as_bool().unwrap()))
        .collect();
    assert!(seen.contains(&("Very keen.", false)) && seen.contains(&("Agreed.", true)), "{seen:?}");
}

async fn b22_an_absent_tag_answers_like_a_present_one(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let path = format!("{}/tags", application(&world, &org).await);
    let tag = |tag: &str| json!({"tag": tag});
    assert_eq!(world.post("rita", &path, tag(" Payments ")).await.expect(200), json!(["Payments"]));
    assert_eq!(world.post("hugo", &path, tag("payments")).await.expect(200), json!(["Payments"]));
    let there = world.post("rita", &format!("{path}/remove"), tag("PAYMENTS")).await;
    let absent = world.post("rita", &format!("{path}/remove"), tag("PAYMENTS")).await;
    assert_eq!(there, absent);
    assert_eq!(there.expect(200), json!([]));
    for bad in ["", "  ", "a\nb", &"x".repeat(41)] {
        let refused = world.post("rita", &path, tag(bad)).await.expect(422);
        assert_eq!(refused["errors"][0]["pointer"], "/tag");
    }
    for n in 0..20 {
        world.post("rita", &path, tag(&format!("t{n}"))).await.is(200);
    }
    let full = world.post("rita", &path, tag("one more")).await.expect(422);
    assert_eq!(full["errors"][0]["code"], "too_many");
    assert_eq!(page(&world, &org, "rita").await["applications"][0]["tags"].as_array().unwrap().len(), 20);
}

async fn the_source_is_corrected_by_recruiters(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let row = world.application("rita", &org.job, NOOR).await;
    let path = format!("/candidates/{}", row["candidate_id"].as_str().unwrap());
    let change = |source: &str, seen: &str| json!({"source": source, "seen": seen});
    world.act("rita", "PATCH", &path, change("fair", "board")).await.is_problem(409, "stale");
    world.act("hugo", "PATCH", &path, change("fair", "referral")).await.is_problem(403, "forbidden");
    world.act("rafa", "PATCH", &path, change("fair", "referral")).await.is_problem(404, "not_found");
    world.act("rita", "PATCH", &path, change("a\nb", "referral")).await.is(422);
    world.act("rita", "PATCH", &path, change(" A fair ", "referral")).await.is(200);
    assert_eq!(page(&world, &org, "hugo").await["source"], "A fair");
}

async fn rejections_are_decided_then_announced(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let path = application(&world, &org).await;
    let seen = |version: i64| json!({"version": version});
    for act in ["undo", "announcement"] {
        world.post("rita", &format!("{path}/rejection/{act}"), seen(1)).await.is_problem(409, "conflict");
    }
    let rejection = json!({"kind": "experience", "reason": "", "letter": "Dear Noor", "version": 1});
    assert_eq!(
        world.post("hugo", &format!("{path}/rejection"), rejection).await.expect(200)["rejected"],
        true
    );
    let rejected = page(&world, &org, "rita").await["applications"][0].clone();
    assert_eq!(rejected["rejection_reason"], "The experience is not there yet");
    let detail = &rejected["rejection"];
    assert_eq!((&detail["kind"], &detail["letter"]), (&json!("experience"), &json!("Dear Noor")));
    assert_eq!((&detail["decided_by"], &detail["announced_at"]), (&json!("Hugo"), &Value::Null));
    let letter = |letter: &str, version: i64| json!({"letter": letter, "version": version});
    world
        .act("rita", "PATCH", &format!("{path}/rejection"), letter("Dear Noor, thank you.", 2))
        .await
        .is(200);
    let long = "x".repeat(5_001);
    world.act("rita", "PATCH", &format!("{path}/rejection"), letter(&long, 3)).await.is(422);
    world.post("rita", &format!("{path}/rejection/undo"), seen(2)).await.is_problem(409, "stale");
    let back = world.post("rita", &format!("{path}/rejection/undo"), seen(3)).await.expect(200);
    assert_eq!((&back["rejected"], &back["stage"]), (&json!(false), &json!("Applied")));
    assert_eq!(page(&world, &org, "rita").await["applications"][0]["rejection"], Value::Null);
    let rejection = json!({"reason": "Others were closer.", "version": 4});
    world.post("rita", &format!("{path}/rejection"), rejection).await.is(200);
    world.post("hugo", &format!("{path}/rejection/announcement"), seen(5)).await.is(200);
    assert!(page(&world, &org, "rita").await["applications"][0]["rejection"]["announced_at"].is_string());
    world.post("rita", &format!("{path}/rejection/undo"), seen(6)).await.is_problem(409, "conflict");
    world
        .act("rita", "PATCH", &format!("{path}/rejection"), letter("Late.", 6))
        .await
        .is_problem(409, "conflict");
}

async fn s03_a_rejection_touches_no_interview_and_starts_no_loop(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let started = world.start_loop(&org, NOOR, "panel_complete").await;
    let path = application(&world, &org).await;
    let before = world.get("rita", &format!("/loops/{}", started["id"].as_str().unwrap())).await.expect(200);
    let mine = world.get("ines", "/my/interviews").await;
    let rejection = json!({"reason": "Others were closer.", "version": 1});
    world.post("rita", &format!("{path}/rejection"), rejection).await.is(200);
    let after = world.get("rita", &format!("/loops/{}", started["id"].as_str().unwrap())).await.expect(200);
    assert_eq!(before["interviews"], after["interviews"]);
    assert_eq!(world.get("ines", "/my/interviews").await, mine);
    let again = json!({"plan_id": org.plan, "interviews": []});
    world.post("rita", &format!("{path}/loops"), again.clone()).await.is_problem(409, "conflict");
    world.post("rita", &format!("{path}/rejection/undo"), json!({"version": 2})).await.is(200);
    world.post("rita", &format!("{path}/loops"), again).await.is(422);
}

on_both_engines! {
    candidate_notes => super::notes_keep_what_they_said;
    b22_tags => super::b22_an_absent_tag_answers_like_a_present_one;
    candidate_source => super::the_source_is_corrected_by_recruiters;
    candidate_rejections => super::rejections_are_decided_then_announced;
    s03_rejection => super::s03_a_rejection_touches_no_interview_and_starts_no_loop;
}
