//! S10, S11, S18, B02 and B07 beside `rules_cards`: what others see of a card while it changes, and who may touch it.

use crate::rules_scene::{NOBODY, Scene, amended};
use evenhand_shared::{scorecards::DIVIDER, time::SECOND};
use evenhand_tests::{Engine, on_both_engines};
use serde_json::{Value, json};

async fn s10_undo(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    let w = &s.world;
    let card = s.card("ines").await;
    let path = format!("/scorecards/{card}/submission");
    w.fill("ines", &card, 1, "no").await;
    let before = w.get("rita", &format!("/loops/{}", s.id)).await;
    let audit = s.page("tomas").await;
    w.post("ines", &path, json!({})).await.is(202);
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

async fn s11_amendments(engine: Engine) {
    let s = Scene::with(engine, "panel_complete", &[("ines", "interviewer"), ("tomas", "interviewer")]).await;
    let w = &s.world;
    let path = format!("/scorecards/{}/amendments", s.card("ines").await);
    s.submit(&[("ines", 2)]).await;
    let page = s.page("ines").await;
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
        let body = json!({"fields": [{"field": field, "base": base, "value": value}]});
        s.world.act("ines", "PATCH", &path, body).await
    };
    let refused = save("rating:problem-solving", 0, "3").await;
    refused.is(422);
    assert_eq!(refused.json()["errors"][0]["code"], "evidence_first");
    save("evidence:problem-solving", 0, "14:06").await.is(200);
    save("rating:problem-solving", 0, "3").await.is(422);
    save("evidence:problem-solving", 1, "Asked for the invariant first.").await.is(200);
    let other = save("evidence:problem-solving", 1, "Named two ways to fail.").await.expect(200);
    let both = format!("Asked for the invariant first.{DIVIDER}Named two ways to fail.");
    assert_eq!(other["fields"]["evidence:problem-solving"]["value"], both);
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

async fn b02_another_card_is_no_card(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    let other = s.card("tomas").await;
    for round in 0..2 {
        for who in ["ines", "rita", "hugo", "root", "rafa"] {
            for method in ["GET", "HEAD", "OPTIONS", "DELETE", "PATCH"] {
                let body = json!({"fields": [{"field": "takeaways", "base": 0, "value": "x"}]});
                let there = s.world.act(who, method, &format!("/scorecards/{other}"), body.clone()).await;
                let random = s.world.act(who, method, &format!("/scorecards/{NOBODY}"), body).await;
                assert_eq!(there, random, "{who} {method} in round {round}");
            }
            s.world.get(who, &format!("/scorecards/{other}")).await.is_problem(404, "not_found");
            for (method, act) in [("POST", "submission"), ("DELETE", "submission"), ("POST", "unblinding")] {
                let body = if act == "unblinding" { json!({"confirm": true}) } else { json!({}) };
                let there =
                    s.world.act(who, method, &format!("/scorecards/{other}/{act}"), body.clone()).await;
                let random = s.world.act(who, method, &format!("/scorecards/{NOBODY}/{act}"), body).await;
                assert_eq!(there, random, "{who} {method} {act} in round {round}");
                there.is_problem(404, "not_found");
            }
        }
        // And again when it is sealed.
        if round == 0 {
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
    s10_undo_of_ten_seconds => super::s10_undo;
    s10_withdrawal => super::s10_withdraw;
    s11_amended => super::s11_amendments;
    s18_draft_merge_evidence_first => super::s18_two_windows;
    b02_byte_equal => super::b02_another_card_is_no_card;
    b07_drafts => super::b07_drafts_are_read_by_their_author_alone;
}
