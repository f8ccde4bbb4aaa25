//! S10, S11, S18, B02, B07 and B09: the life of a scorecard, what others see of it meanwhile, and who may touch it.

use crate::rules_scene::{NOBODY, Scene, amended};
use evenhand_shared::{scorecards::DIVIDER, time::SECOND};
use evenhand_tests::{Engine, on_both_engines};
use serde_json::{Value, json};

fn change(field: &str, base: i64, value: &str) -> Value {
    json!({"fields": [{"field": field, "base": base, "value": value}]})
}

/// A rating cannot be chosen before its evidence; what is refused changes nothing.
async fn evidence_comes_first(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    let path = format!("/scorecards/{}", s.card("ines").await);
    let save = async |field: &str, base: i64, value: &str| {
        s.world.act("ines", "PATCH", &path, change(field, base, value)).await
    };
    let (evidence, rating) = ("evidence:problem-solving", "rating:problem-solving");
    let refused = save(rating, 0, "4").await;
    refused.is_problem(422, "invalid");
    assert_eq!(refused.json()["errors"][0]["code"], "evidence_first");
    for (field, value) in [(rating, "9"), ("recommendation", "maybe"), ("nonsense", "x")] {
        save(field, 0, value).await.is_problem(422, "invalid");
    }
    assert_eq!(s.page("ines").await["fields"], json!({}));
    save(evidence, 0, "14:06").await.is(200);
    save(rating, 0, "4").await.is_problem(422, "invalid");
    save(evidence, 1, "Asked who the callers are.").await.is(200);
    save(rating, 0, "4").await.is(200);
    // Not assessed needs a reason instead, at the latest when submitting.
    save(rating, 1, "na").await.is(200);
    let missing = s.world.post("ines", &format!("{path}/submission"), json!({})).await;
    missing.is_problem(422, "invalid");
    let missing = missing.json();
    let pointers: Vec<&str> =
        missing["errors"].as_array().unwrap().iter().map(|e| e["pointer"].as_str().unwrap()).collect();
    for expected in ["/fields/reason:problem-solving", "/fields/recommendation"] {
        assert!(pointers.contains(&expected), "{expected} in {pointers:?}");
    }
}

async fn s10_undo(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    let w = &s.world;
    let card = s.card("ines").await;
    let path = format!("/scorecards/{card}/submission");
    w.fill("ines", &card, 1, "no").await;
    let before = w.get("rita", &format!("/loops/{}", s.id)).await;
    let audit = s.page("tomas").await;
    let first = w.post("ines", &path, json!({})).await.expect(202);
    assert_eq!(w.post("ines", &path, json!({})).await.expect(202), first, "sent twice, submitted once");
    w.act("ines", "PATCH", &format!("/scorecards/{card}"), change("takeaways", 0, "Late thought"))
        .await
        .is_problem(409, "sealed");
    assert_eq!(s.page("ines").await["interview"]["card"], "sealing");
    assert_eq!(w.get("rita", &format!("/loops/{}", s.id)).await, before, "nothing was submitted yet");
    w.advance(9 * SECOND).await;
    w.act("ines", "DELETE", &path, json!({})).await.is(204);
    w.advance(60 * SECOND).await;
    assert_eq!(s.page("ines").await["interview"]["card"], "draft");
    assert_eq!(w.get("rita", &format!("/loops/{}", s.id)).await, before, "nothing was submitted at all");
    assert_eq!(s.page("tomas").await, audit);
    // Changed and submitted again: the second content is the first revision.
    w.fill("ines", &card, 5, "yes").await;
    w.post("ines", &path, json!({})).await.is(202);
    w.clock.advance(10 * SECOND);
    w.act("ines", "DELETE", &path, json!({})).await.is_problem(409, "undo_over");
    s.seal().await;
    w.act("ines", "DELETE", &path, json!({})).await.is_problem(409, "undo_over");
    s.open().await;
    let packet = s.packet("ines").await;
    assert_eq!(packet["cards"][0]["first"]["marks"][0]["mark"]["level"], 5);
    assert_eq!(packet["cards"][0]["amendments"], json!([]));
}

async fn s10_withdraw(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    let w = &s.world;
    let card = s.card("ines").await;
    let path = format!("/scorecards/{card}/withdrawal");
    let reason = json!({"reason": "I know this person after all."});
    w.post("ines", &path, reason.clone()).await.is_problem(409, "conflict");
    s.submit(&[("ines", 3), ("tomas", 4)]).await;
    w.post("ines", &path, json!({"reason": "no"})).await.is(422);
    for who in ["tomas", "rita", "root"] {
        w.post(who, &path, reason.clone()).await.is_problem(404, "not_found");
    }
    assert_eq!(w.post("ines", &path, reason).await.expect(200)["interview"]["card"], "withdrawn");
    assert_eq!(s.detail("rita").await["interviews"][0]["panel"][0]["card"], "withdrawn");
    s.open().await;
    let packet = s.packet("rita").await;
    assert_eq!(packet["cards"].as_array().unwrap().len(), 1, "out of the packet");
    assert_eq!(packet["composite"]["people"], 1, "and out of the statistics");
    assert!(!packet.to_string().contains("ines saw"));
    // The place is spent.
    w.post("ines", &format!("/scorecards/{card}/submission"), json!({})).await.is_problem(409, "conflict");
    let page = s.page("ines").await;
    w.post("ines", &format!("/scorecards/{card}/amendments"), amended(&page, "3")).await.is(409);
}

/// S11, B09: a sealed card cannot be changed; amendments are appended, marked, and count nowhere.
async fn s11_b09_amendments(engine: Engine) {
    let s = Scene::with(engine, "panel_complete", &[("ines", "interviewer"), ("tomas", "interviewer")]).await;
    let w = &s.world;
    let card = format!("/scorecards/{}", s.card("ines").await);
    let path = format!("{card}/amendments");
    s.submit(&[("ines", 2)]).await;
    let page = s.page("ines").await;
    w.act("ines", "PATCH", &card, change("takeaways", 0, "Rewritten")).await.is_problem(409, "sealed");
    w.act("ines", "DELETE", &card, json!({})).await.is_problem(405, "method_not_allowed");
    assert_eq!(s.page("ines").await, page);
    let mut unreasoned = amended(&page, "5");
    unreasoned["reason"] = json!("");
    w.post("ines", &path, unreasoned).await.is(422);
    for who in ["tomas", "rita", "root"] {
        w.post(who, &path, amended(&page, "5")).await.is_problem(404, "not_found");
    }
    w.post("ines", &path, amended(&page, "5")).await.is(201);
    s.submit(&[("tomas", 2)]).await;
    // Released, but nothing served to her: still sealed. Served: after the reveal.
    w.post("ines", &path, amended(&page, "4")).await.is(201);
    s.packet("ines").await;
    w.post("ines", &path, amended(&page, "3")).await.is(201);
    let packet = s.packet("rita").await;
    let card = packet["cards"].as_array().unwrap().iter().find(|c| c["author"] == "Ines").unwrap();
    let amendments = card["amendments"].as_array().unwrap();
    let told: Vec<(&Value, &Value, &Value)> = amendments
        .iter()
        .map(|a| (&a["revision"], &a["tag"], &a["content"]["marks"][0]["mark"]["level"]))
        .collect();
    let expected = [(2, "sealed", 5), (3, "sealed", 4), (4, "after_reveal", 3)];
    for ((revision, tag, level), (number, name, rated)) in told.iter().zip(expected) {
        assert_eq!((*revision, *tag, *level), (&json!(number), &json!(name), &json!(rated)));
    }
    assert_eq!(told.len(), 3);
    assert_eq!(card["first"]["marks"][0]["mark"]["level"], 2, "the first version is shown");
    let value = packet["composite"]["value"].as_f64().unwrap();
    assert!((value - 0.25).abs() < 1e-9, "and is what counts: {value}");
}

async fn s18_two_windows(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    let path = format!("/scorecards/{}", s.card("ines").await);
    let save = async |field: &str, base: i64, value: &str| {
        s.world.act("ines", "PATCH", &path, change(field, base, value)).await
    };
    save("evidence:problem-solving", 0, "Asked for the invariant.").await.is(200);
    save("evidence:problem-solving", 1, "Asked for the invariant first.").await.is(200);
    let other = save("evidence:problem-solving", 1, "Named two ways to fail.").await.expect(200);
    let both = format!("Asked for the invariant first.{DIVIDER}Named two ways to fail.");
    assert_eq!(other["fields"]["evidence:problem-solving"]["value"], both);
    // The same again changes nothing: a save whose answer was lost may be sent twice.
    let again = save("evidence:problem-solving", 1, "Named two ways to fail.").await.expect(200);
    assert_eq!(again["fields"], other["fields"]);
    save("rating:problem-solving", 0, "3").await.is(200);
    let rated = save("rating:problem-solving", 0, "4").await.expect(200);
    let field = &rated["fields"]["rating:problem-solving"];
    assert_eq!(
        (&field["value"], &field["other"]),
        (&json!("4"), &json!("3")),
        "the later stands, the other shows"
    );
    let page = s.page("ines").await;
    assert_eq!(page["fields"]["evidence:problem-solving"]["value"], both);
    assert_eq!(page["fields"]["rating:problem-solving"]["value"], "4");
    let settled = save("rating:problem-solving", field["version"].as_i64().unwrap(), "3").await.expect(200);
    assert_eq!(settled["fields"]["rating:problem-solving"].get("other"), None);
}

/// Every method on a card and below it.
fn calls(id: &str) -> Vec<(&'static str, String, Value)> {
    let reason = json!({"reason": "I know this person after all."});
    let card = format!("/scorecards/{id}");
    vec![
        ("GET", card.clone(), json!({})),
        ("HEAD", card.clone(), json!({})),
        ("OPTIONS", card.clone(), json!({})),
        ("DELETE", card.clone(), json!({})),
        ("PATCH", card.clone(), change("takeaways", 0, "x")),
        ("POST", format!("{card}/submission"), json!({})),
        ("DELETE", format!("{card}/submission"), json!({})),
        ("POST", format!("{card}/amendments"), json!({"reason": "A good reason.", "fields": {}})),
        ("POST", format!("{card}/withdrawal"), reason),
        ("POST", format!("{card}/unblinding"), json!({"confirm": true})),
        ("POST", format!("/assignments/{id}/acceptance"), json!({})),
        ("POST", format!("/assignments/{id}/decline"), json!({})),
    ]
}

/// Another's card is absent for everybody, with every method, like an id that never existed: as a draft and when it is sealed.
async fn b02_another_card_is_no_card(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    let other = s.card("tomas").await;
    for round in ["draft", "sealed"] {
        for who in ["ines", "otto", "rita", "hugo", "root", "rafa"] {
            for ((method, path, body), (_, nothing, _)) in calls(&other).into_iter().zip(calls(NOBODY)) {
                let there = s.world.act(who, method, &path, body.clone()).await;
                let random = s.world.act(who, method, &nothing, body).await;
                assert_eq!(there, random, "{who} {method} {path}: {round}");
                let no_method = method == "OPTIONS" || (method == "DELETE" && !path.ends_with("submission"));
                assert_eq!(there.status, if no_method { 405 } else { 404 }, "{who} {method} {path}: {round}");
            }
        }
        if round == "draft" {
            s.submit(&[("tomas", 4)]).await;
        }
    }
}

/// Every path of the OpenAPI document that can be read, with every id that there is, for everyone but the author.
async fn b07_drafts_are_read_by_their_author_alone(engine: Engine) {
    const CANARY: &str = "a draft that nobody else reads";
    let s = Scene::begin(engine, "own_submitted").await;
    let w = &s.world;
    let tomas = s.card("tomas").await;
    let fields = json!({"fields": [{"field": "takeaways", "base": 0, "value": CANARY},
        {"field": "private_notes", "base": 0, "value": CANARY},
        {"field": "evidence:system-design", "base": 0, "value": CANARY}]});
    w.act("tomas", "PATCH", &format!("/scorecards/{tomas}"), fields).await.is(200);
    assert!(w.get("tomas", &format!("/scorecards/{tomas}")).await.text().contains(CANARY));
    s.submit(&[("ines", 4)]).await;
    s.open().await;
    let document = w.send(w.request("GET", "/openapi.json")).await.expect(200);
    let row = w.application("rita", &s.org.job, crate::rules_scene::NOOR).await;
    let mut ids = vec![s.id.clone(), tomas.clone(), s.org.job.clone(), s.org.plan.clone()];
    ids.push(row["id"].as_str().unwrap().to_owned());
    ids.push(row["candidate_id"].as_str().unwrap().to_owned());
    ids.push(w.person("tomas").await);
    ids.push(s.detail("rita").await["interviews"][1]["id"].as_str().unwrap().to_owned());
    let mut read = 0;
    for (path, methods) in document["paths"].as_object().unwrap() {
        let path = path.trim_start_matches("/api/v1");
        if methods.get("get").is_none() || path == "/events" {
            continue;
        }
        for who in ["root", "rita", "hugo", "ines", "aiko", "rafa"] {
            for id in &ids {
                let reply = w.get(who, &path.replace("{id}", id)).await;
                assert!(!reply.text().contains(CANARY), "{who} reads a draft at {path}");
                read += u32::from(reply.status == 200);
                if !path.contains("{id}") {
                    break;
                }
            }
        }
    }
    assert!(read > 40, "{read} answers prove little");
}

on_both_engines! {
    evidence_first => super::evidence_comes_first;
    s10_undo_of_ten_seconds => super::s10_undo;
    s10_withdrawal => super::s10_withdraw;
    s11_b09_amended => super::s11_b09_amendments;
    s18_draft_merge => super::s18_two_windows;
    b02_byte_equal => super::b02_another_card_is_no_card;
    b07_drafts => super::b07_drafts_are_read_by_their_author_alone;
}
