//! S6 to S9 and S16: what releases a loop, whom a release reaches, and what the packet computes.

use evenhand_shared::time::SECOND;
use evenhand_tests::{Engine, Organisation, PANEL, World, on_both_engines};
use serde_json::{Value, json};

const NOOR: &str = "Noor Haddad";

async fn begin(engine: Engine, reveal: &str) -> (World, Organisation, Value, String) {
    let (w, org) = World::organisation(engine).await;
    let started = w.start_loop(&org, NOOR, reveal).await;
    let id = started["id"].as_str().unwrap().to_owned();
    (w, org, started, id)
}

async fn submit(w: &World, who: &str, level: i64) {
    let card = w.card(who, NOOR).await;
    w.submit(who, &card, level, "yes").await;
}

async fn released(w: &World, id: &str) -> bool {
    w.get("hugo", &format!("/loops/{id}")).await.expect(200)["release"] != Value::Null
}

/// S6: the last required card releases; the ten seconds for undo come first.
async fn s06_panel_complete(engine: Engine) {
    let (w, _, _, id) = begin(engine, "panel_complete").await;
    for name in &PANEL[..3] {
        submit(&w, name, 3).await;
        assert!(!released(&w, &id).await, "after {name}");
    }
    let card = w.card("dele", NOOR).await;
    w.fill("dele", &card, 3, "yes").await;
    w.post("dele", &format!("/scorecards/{card}/submission"), json!({})).await.is(202);
    assert!(!released(&w, &id).await, "until the seal falls nothing was submitted");
    w.advance(11 * SECOND).await;
    let detail = w.get("hugo", &format!("/loops/{id}")).await.expect(200);
    assert_eq!(detail["release"]["kind"], "panel_complete");
    assert_eq!(detail["may"], json!({"manage": true, "open": false, "packet": true}));
    for name in PANEL {
        w.get(name, &format!("/loops/{id}/packet")).await.is(200);
    }
}

/// S6: changes of the roster and withdrawals never release; the loop is then opened with a reason.
async fn s06_roster_changes_never_release(engine: Engine) {
    let (w, _, started, id) = begin(engine, "panel_complete").await;
    for name in ["ines", "tomas"] {
        submit(&w, name, 3).await;
    }
    let dele = w.card("dele", NOOR).await;
    w.post("dele", &format!("/assignments/{dele}/decline"), json!({})).await.is(200);
    assert!(!released(&w, &id).await, "a decline");
    w.post("rita", &format!("/assignments/{dele}/removal"), json!({})).await.is(200);
    assert!(!released(&w, &id).await, "a removal");
    let third = started["interviews"][2]["id"].as_str().unwrap();
    w.post("rita", &format!("/interviews/{third}/cancellation"), json!({})).await.is(200);
    w.advance(60 * SECOND).await;
    let detail = w.get("hugo", &format!("/loops/{id}")).await.expect(200);
    assert_eq!(detail["row"]["progress"], json!({"submitted": 2, "required": 2, "overdue": 0}));
    assert_eq!(
        detail["release"],
        Value::Null,
        "everything that is owed is in, and still only an opening releases"
    );
    let tomas = w.card("tomas", NOOR).await;
    w.post("tomas", &format!("/scorecards/{tomas}/withdrawal"), json!({"reason": "I know them privately."}))
        .await
        .is(200);
    assert!(!released(&w, &id).await, "a withdrawal");
    let body = json!({"reason": "Two of four is what we will get."});
    w.post("hugo", &format!("/loops/{id}/opening"), body).await.is(200);
    let packet = w.get("hugo", &format!("/loops/{id}/packet")).await.expect(200);
    let authors: Vec<&str> =
        packet["cards"].as_array().unwrap().iter().map(|c| c["author"].as_str().unwrap()).collect();
    assert_eq!(authors, ["Ines"], "a withdrawn card is out of the packet");
    assert_eq!(packet["release"]["reason"], "Two of four is what we will get.");
}

/// S7: an opening reaches closed people only; who is open stays blind, submits late, and counts.
async fn s07_late_and_blind(engine: Engine) {
    let (w, _, _, id) = begin(engine, "panel_complete").await;
    for name in ["tomas", "aiko", "dele"] {
        submit(&w, name, 4).await;
    }
    let card = w.card("ines", NOOR).await;
    let page = w.get("ines", &format!("/scorecards/{card}")).await;
    let body = json!({"reason": "The candidate has another offer."});
    w.post("hugo", &format!("/loops/{id}/opening"), body).await.is(200);
    assert_eq!(w.get("ines", &format!("/scorecards/{card}")).await, page);
    w.get("ines", &format!("/loops/{id}/packet")).await.is_problem(404, "not_found");
    let packet = w.get("hugo", &format!("/loops/{id}/packet")).await.expect(200);
    assert_eq!(packet["missing"], json!(["Ines"]));
    assert_eq!(packet["release"]["kind"], "opened");
    w.submit("ines", &card, 2, "no").await;
    let packet = w.get("ines", &format!("/loops/{id}/packet")).await.expect(200);
    let hers = packet["cards"].as_array().unwrap().iter().find(|c| c["author"] == "Ines").unwrap();
    assert_eq!((&hers["late"], &hers["exposed"]), (&json!(true), &json!(false)));
    assert_eq!((&packet["composite"]["people"], &packet["missing"]), (&json!(4), &json!([])));
}

/// S8, debrief opened: a complete panel waits for the hiring manager.
async fn s08_debrief_opened(engine: Engine) {
    let (w, _, _, id) = begin(engine, "debrief_opened").await;
    for name in PANEL {
        submit(&w, name, 3).await;
    }
    for who in ["ines", "hugo", "rita"] {
        w.get(who, &format!("/loops/{id}/packet")).await.is_problem(404, "not_found");
    }
    w.post("hugo", &format!("/loops/{id}/opening"), json!({"reason": "All four are in."})).await.is(200);
    for who in ["ines", "hugo", "rita"] {
        w.get(who, &format!("/loops/{id}/packet")).await.is(200);
    }
}

/// S8, own submitted: between panelists, each after their own, without means; everyone else waits for the complete panel.
async fn s08_own_submitted(engine: Engine) {
    let (w, _, _, id) = begin(engine, "own_submitted").await;
    let path = format!("/loops/{id}/packet");
    submit(&w, "tomas", 4).await;
    submit(&w, "aiko", 2).await;
    for who in ["ines", "hugo", "rita"] {
        w.get(who, &path).await.is_problem(404, "not_found");
    }
    let partial = w.get("aiko", &path).await.expect(200);
    assert_eq!(partial["partial"], true);
    assert_eq!(partial["cards"].as_array().unwrap().len(), 2);
    assert_eq!(
        (&partial["composite"], &partial["release"], &partial["missing"]),
        (&Value::Null, &Value::Null, &json!([]))
    );
    for row in partial["rows"].as_array().unwrap() {
        assert_eq!(
            (&row["mean"], &row["low"], &row["high"]),
            (&Value::Null, &Value::Null, &Value::Null),
            "{row}"
        );
    }
    assert!(partial["cards"].as_array().unwrap().iter().all(|card| card["composite"] == Value::Null));
    // Tomas submitted before he could read anything; what he amends after reading is marked so.
    submit(&w, "ines", 3).await;
    submit(&w, "dele", 3).await;
    let whole = w.get("hugo", &path).await.expect(200);
    assert_eq!(whole["partial"], false);
    assert_eq!(whole["composite"]["people"], 4, "reading after the own card exposes nobody");
}

/// S9: opening always asks for a reason and answers open people with the constant 404; submitting answers a constant.
async fn s09_no_oracles(engine: Engine) {
    let (w, _, _, id) = begin(engine, "panel_complete").await;
    for reason in ["", "short", "aaaaaaaaaaaaaaa"] {
        let refused = w.post("hugo", &format!("/loops/{id}/opening"), json!({"reason": reason})).await;
        refused.is_problem(422, "invalid");
        assert_eq!(refused.json()["errors"][0]["pointer"], "/reason");
    }
    w.post("rita", &format!("/loops/{id}/opening"), json!({"reason": "I would like to know."}))
        .await
        .is_problem(403, "forbidden");
    let nothing = "00000000-0000-4000-8000-000000000000";
    let body = json!({"reason": "I would like to know."});
    let real = w.post("ines", &format!("/loops/{id}/opening"), body.clone()).await;
    assert_eq!(real, w.post("ines", &format!("/loops/{nothing}/opening"), body).await);
    for name in PANEL {
        let card = w.card(name, NOOR).await;
        w.fill(name, &card, 3, "yes").await;
        let answer = w.post(name, &format!("/scorecards/{card}/submission"), json!({})).await;
        let at = w.clock.now().plus(10 * SECOND).to_rfc3339();
        assert_eq!(answer.expect(202), json!({"seals_at": at}), "the last one is answered like the first");
        w.advance(11 * SECOND).await;
    }
}

/// S16: the composite by hand: levels 2 and 4 of 5 on every competency are 0.25 and 0.75.
async fn s16_composite(engine: Engine) {
    let (w, _, _, id) = begin(engine, "panel_complete").await;
    for (name, level) in PANEL.iter().zip([2, 4, 2, 4]) {
        submit(&w, name, level).await;
    }
    let packet = w.get("hugo", &format!("/loops/{id}/packet")).await.expect(200);
    // Competency by competency, from the cards alone.
    let (mut weighted, mut weights) = (0.0, 0.0);
    for row in packet["rows"].as_array().unwrap() {
        let key = row["competency"].as_str().unwrap();
        let levels: Vec<f64> = packet["cards"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|card| card["first"]["marks"].as_array().unwrap().clone())
            .filter(|mark| mark["competency"] == key)
            .map(|mark| mark["mark"]["level"].as_f64().unwrap())
            .collect();
        assert_eq!(row["n"], levels.len());
        if levels.is_empty() {
            continue;
        }
        let mean = levels.iter().sum::<f64>() / f64::from(u32::try_from(levels.len()).unwrap());
        assert!((row["mean"].as_f64().unwrap() - mean).abs() < 1e-9);
        let weight = row["weight"].as_f64().unwrap();
        weighted += weight * (mean - 1.0) / 4.0;
        weights += weight;
    }
    let composite = &packet["composite"];
    assert!((composite["value"].as_f64().unwrap() - weighted / weights).abs() < 1e-9, "{composite}");
    assert!((composite["low"].as_f64().unwrap() - 0.25).abs() < 1e-9);
    assert!((composite["high"].as_f64().unwrap() - 0.75).abs() < 1e-9);
    assert_eq!(composite["people"], 4);
}

on_both_engines! {
    s06 => super::s06_panel_complete;
    s06_roster => super::s06_roster_changes_never_release;
    s07 => super::s07_late_and_blind;
    s08_opened => super::s08_debrief_opened;
    s08_own => super::s08_own_submitted;
    s09 => super::s09_no_oracles;
    s16 => super::s16_composite;
}
