//! S10, S11, S18 and B02, B07, B08, B09: the life of a scorecard.

use evenhand_shared::{scorecards::DIVIDER, time::SECOND};
use evenhand_tests::{Engine, PANEL, World, on_both_engines};
use serde_json::{Value, json};

const NOOR: &str = "Noor Haddad";
const NOTHING: &str = "00000000-0000-4000-8000-000000000000";

async fn begin(engine: Engine) -> (World, String, String) {
    let (w, org) = World::organisation(engine).await;
    let started = w.start_loop(&org, NOOR, "panel_complete").await;
    let card = w.card("ines", NOOR).await;
    (w, started["id"].as_str().unwrap().to_owned(), card)
}

async fn first_competency(w: &World, card: &str) -> String {
    let page = w.get("ines", &format!("/scorecards/{card}")).await.expect(200);
    page["competencies"][0]["key"].as_str().unwrap().to_owned()
}

fn change(field: &str, base: i64, value: &str) -> Value {
    json!({"fields": [{"field": field, "base": base, "value": value}]})
}

/// A rating cannot be chosen before its evidence; what is refused changes nothing.
async fn evidence_comes_first(engine: Engine) {
    let (w, _, card) = begin(engine).await;
    let key = first_competency(&w, &card).await;
    let path = format!("/scorecards/{card}");
    let refused = w.act("ines", "PATCH", &path, change(&format!("rating:{key}"), 0, "4")).await;
    refused.is_problem(422, "invalid");
    assert_eq!(refused.json()["errors"][0]["code"], "evidence_first");
    for (field, value) in
        [(format!("rating:{key}"), "9"), ("recommendation".to_owned(), "maybe"), ("nonsense".to_owned(), "x")]
    {
        w.act("ines", "PATCH", &path, change(&field, 0, value)).await.is_problem(422, "invalid");
    }
    assert_eq!(w.get("ines", &path).await.expect(200)["fields"], json!({}));
    w.act("ines", "PATCH", &path, change(&format!("evidence:{key}"), 0, "Asked who the callers are."))
        .await
        .is(200);
    w.act("ines", "PATCH", &path, change(&format!("rating:{key}"), 0, "4")).await.is(200);
    // Not assessed needs a reason instead, at the latest when submitting.
    w.act("ines", "PATCH", &path, change(&format!("rating:{key}"), 1, "na")).await.is(200);
    let missing = w.post("ines", &format!("{path}/submission"), json!({})).await;
    missing.is_problem(422, "invalid");
    let pointers: Vec<String> = missing.json()["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| e["pointer"].as_str().unwrap().to_owned())
        .collect();
    assert!(
        pointers.contains(&format!("/fields/reason:{key}"))
            && pointers.contains(&"/fields/recommendation".to_owned()),
        "{pointers:?}"
    );
}

/// S18: two windows on one card: texts are both kept, of two choices the later stands with the other shown.
async fn s18_two_windows(engine: Engine) {
    let (w, _, card) = begin(engine).await;
    let key = first_competency(&w, &card).await;
    let (path, evidence, rating) =
        (format!("/scorecards/{card}"), format!("evidence:{key}"), format!("rating:{key}"));
    w.act("ines", "PATCH", &path, change(&evidence, 0, "From the first window.")).await.is(200);
    let merged =
        w.act("ines", "PATCH", &path, change(&evidence, 0, "From the second window.")).await.expect(200);
    let both = format!("From the first window.{DIVIDER}From the second window.");
    assert_eq!(merged["fields"][&evidence]["value"], both);
    // The same again changes nothing: a lost answer may be sent twice.
    let again =
        w.act("ines", "PATCH", &path, change(&evidence, 0, "From the second window.")).await.expect(200);
    assert_eq!(again["fields"][&evidence], merged["fields"][&evidence]);
    w.act("ines", "PATCH", &path, change(&rating, 0, "2")).await.is(200);
    let chosen = w.act("ines", "PATCH", &path, change(&rating, 0, "5")).await.expect(200);
    assert_eq!(
        (&chosen["fields"][&rating]["value"], &chosen["fields"][&rating]["other"]),
        (&json!("5"), &json!("2"))
    );
}

/// S10: ten seconds for second thoughts; until then nothing was submitted, afterwards it is final.
async fn s10_undo(engine: Engine) {
    let (w, id, card) = begin(engine).await;
    let submission = format!("/scorecards/{card}/submission");
    w.fill("ines", &card, 3, "yes").await;
    let first = w.post("ines", &submission, json!({})).await.expect(202);
    assert_eq!(w.post("ines", &submission, json!({})).await.expect(202), first, "sent twice, submitted once");
    w.act("ines", "PATCH", &format!("/scorecards/{card}"), change("takeaways", 0, "Late thought"))
        .await
        .is_problem(409, "sealed");
    w.advance(9 * SECOND).await;
    let detail = w.get("hugo", &format!("/loops/{id}")).await.expect(200);
    assert_eq!(detail["row"]["progress"]["submitted"], 0);
    w.act("ines", "DELETE", &submission, json!({})).await.is(204);
    w.advance(60 * SECOND).await;
    assert_eq!(w.get("ines", &format!("/scorecards/{card}")).await.expect(200)["interview"]["card"], "draft");
    w.post("ines", &submission, json!({})).await.is(202);
    w.advance(10 * SECOND).await;
    w.act("ines", "DELETE", &submission, json!({})).await.is_problem(409, "undo_over");
    assert_eq!(w.get("hugo", &format!("/loops/{id}")).await.expect(200)["row"]["progress"]["submitted"], 1);
}

/// S10: withdrawing spends the place; the content stays sealed for good.
async fn s10_withdraw(engine: Engine) {
    let (w, id, card) = begin(engine).await;
    w.post("ines", &format!("/scorecards/{card}/withdrawal"), json!({"reason": "I know this person."}))
        .await
        .is_problem(409, "conflict");
    w.submit("ines", &card, 3, "yes").await;
    w.post("ines", &format!("/scorecards/{card}/withdrawal"), json!({"reason": "no"}))
        .await
        .is_problem(422, "invalid");
    let page = w
        .post("ines", &format!("/scorecards/{card}/withdrawal"), json!({"reason": "I know this person."}))
        .await
        .expect(200);
    assert_eq!(page["interview"]["card"], "withdrawn");
    w.post("ines", &format!("/scorecards/{card}/submission"), json!({})).await.is_problem(409, "conflict");
    w.post("hugo", &format!("/loops/{id}/opening"), json!({"reason": "Let us look at it."})).await.is(200);
    let packet = w.get("hugo", &format!("/loops/{id}/packet")).await;
    assert!(!packet.text().contains("ines saw something"), "withdrawn content is nowhere");
}

/// S11, B09: a sealed card cannot be changed; amendments are appended, marked, and count nowhere.
async fn s11_b09_amendments(engine: Engine) {
    let (w, id, card) = begin(engine).await;
    w.submit("ines", &card, 2, "no").await;
    let path = format!("/scorecards/{card}");
    w.act("ines", "PATCH", &path, change("takeaways", 0, "Rewritten")).await.is_problem(409, "sealed");
    w.act("ines", "DELETE", &path, json!({})).await.is_problem(405, "method_not_allowed");
    let page = w.get("ines", &path).await.expect(200);
    let fields: serde_json::Map<String, Value> = page["fields"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(name, field)| {
            (name.clone(), if name.starts_with("rating") { json!("5") } else { field["value"].clone() })
        })
        .collect();
    let amendment = json!({"reason": "I had misread the scale.", "fields": fields});
    let amended = w.post("ines", &format!("{path}/amendments"), amendment.clone()).await.expect(201);
    assert_eq!(
        (&amended["amendments"][0]["revision"], &amended["amendments"][0]["tag"]),
        (&json!(2), &json!("sealed"))
    );
    for name in &PANEL[1..] {
        let card = w.card(name, NOOR).await;
        w.submit(name, &card, 2, "no").await;
    }
    w.get("ines", &format!("/loops/{id}/packet")).await.is(200);
    let amended = w.post("ines", &format!("{path}/amendments"), amendment).await.expect(201);
    assert_eq!(
        (&amended["amendments"][1]["revision"], &amended["amendments"][1]["tag"]),
        (&json!(3), &json!("after_reveal"))
    );
    let packet = w.get("hugo", &format!("/loops/{id}/packet")).await.expect(200);
    let hers = packet["cards"].as_array().unwrap().iter().find(|c| c["author"] == "Ines").unwrap();
    assert_eq!(hers["first"]["marks"][0]["mark"]["level"], 2, "the first version is shown");
    assert_eq!(hers["amendments"].as_array().unwrap().len(), 2, "beside the later ones");
    assert!((packet["composite"]["value"].as_f64().unwrap() - 0.25).abs() < 1e-9, "only the first counts");
}

/// B02, B07: another's card is absent for everybody, with every method, like an id that never existed.
async fn b02_b07_nobody_elses_card(engine: Engine) {
    let (w, _, card) = begin(engine).await;
    let canary = "a canary in the evidence";
    let key = first_competency(&w, &card).await;
    w.act("ines", "PATCH", &format!("/scorecards/{card}"), change(&format!("evidence:{key}"), 0, canary))
        .await
        .is(200);
    let calls = |id: &str| {
        vec![
            ("GET", format!("/scorecards/{id}"), Value::Null),
            ("HEAD", format!("/scorecards/{id}"), Value::Null),
            ("OPTIONS", format!("/scorecards/{id}"), Value::Null),
            ("DELETE", format!("/scorecards/{id}"), json!({})),
            ("PATCH", format!("/scorecards/{id}"), change("takeaways", 0, "x")),
            ("POST", format!("/scorecards/{id}/submission"), json!({})),
            ("DELETE", format!("/scorecards/{id}/submission"), json!({})),
            (
                "POST",
                format!("/scorecards/{id}/amendments"),
                json!({"reason": "A good reason.", "fields": {}}),
            ),
            ("POST", format!("/scorecards/{id}/withdrawal"), json!({"reason": "A good reason."})),
            ("POST", format!("/scorecards/{id}/unblinding"), json!({"confirm": true})),
            ("POST", format!("/assignments/{id}/acceptance"), json!({})),
        ]
    };
    for who in ["tomas", "root", "hugo", "rita", "otto"] {
        for ((method, path, body), (_, nothing, _)) in calls(&card).into_iter().zip(calls(NOTHING)) {
            let request = w.request_as(who, method, &path).await;
            let real = w.send(if body.is_null() { request } else { request.set_json(body.clone()) }).await;
            let request = w.request_as(who, method, &nothing).await;
            let absent = w.send(if body.is_null() { request } else { request.set_json(body) }).await;
            assert_eq!(real, absent, "{who} {method} {path}");
            assert!(real.status == 404 || real.status == 405, "{who} {method} {path}: {}", real.status);
            assert!(!real.text().contains(canary));
        }
    }
}

/// B08: both at once: each is sealed once, the loop is released once, and nobody reads the other before.
async fn b08_concurrent_submissions(engine: Engine) {
    let (w, org) = World::organisation(engine).await;
    let started = w
        .start_loop_with(&org, NOOR, "panel_complete", &[("ines", "interviewer"), ("tomas", "interviewer")])
        .await;
    let packet = format!("/loops/{}/packet", started["id"].as_str().unwrap());
    let (ines, tomas) = (w.card("ines", NOOR).await, w.card("tomas", NOOR).await);
    w.fill("ines", &ines, 3, "yes").await;
    w.fill("tomas", &tomas, 4, "no").await;
    let (path_i, path_t) =
        (format!("/scorecards/{ines}/submission"), format!("/scorecards/{tomas}/submission"));
    let submissions = futures_util::future::join_all([
        w.post("ines", &path_i, json!({})),
        w.post("tomas", &path_t, json!({})),
        w.post("ines", &path_i, json!({})),
        w.post("tomas", &path_t, json!({})),
    ]);
    for answer in submissions.await {
        answer.is(202);
    }
    for who in ["ines", "tomas", "hugo"] {
        w.get(who, &packet).await.is_problem(404, "not_found");
    }
    w.clock.advance(11 * SECOND);
    let seals =
        futures_util::future::join_all((0..4).map(|_| evenhand_server::jobs::sealing::seal_due(&w.app)));
    let fell: usize = seals.await.into_iter().map(|count| count.unwrap()).sum();
    assert_eq!(fell, 2, "each seal falls once, whoever lets it fall");
    for who in ["ines", "tomas", "hugo"] {
        let read = w.get(who, &packet).await.expect(200);
        assert_eq!(read["cards"].as_array().unwrap().len(), 2);
    }
}

on_both_engines! {
    evidence_first => super::evidence_comes_first;
    s18 => super::s18_two_windows;
    s10 => super::s10_undo;
    s10_withdrawal => super::s10_withdraw;
    s11_b09 => super::s11_b09_amendments;
    b02_b07 => super::b02_b07_nobody_elses_card;
    b08 => super::b08_concurrent_submissions;
}
