//! S14, S16, S17, B22 and the serving ledger: whose card counts, how much, and what panelists say about their places.

use crate::rules_scene::{NOBODY, Scene};
use evenhand_tests::{Engine, on_both_engines};
use serde_json::{Value, json};

fn close(value: &Value, expected: f64) {
    let value = value.as_f64().unwrap();
    assert!((value - expected).abs() < 1e-9, "{value} instead of {expected}");
}

async fn s14_shadow(engine: Engine) {
    let s = Scene::with(engine, "panel_complete", &[("ines", "interviewer"), ("tomas", "shadow")]).await;
    let detail = s.detail("rita").await;
    assert_eq!(detail["interviews"][1]["panel"][0]["required"], false);
    assert_eq!(detail["row"]["progress"]["required"], 1);
    s.submit(&[("ines", 4)]).await;
    assert_eq!(s.packet_status("rita").await, 200, "nobody waits for a shadow");
    assert_eq!(s.packet_status("tomas").await, 404, "a shadow is blind like a panelist");
    let before = s.packet("rita").await;
    s.submit(&[("tomas", 1)]).await;
    assert_eq!(s.packet("rita").await, before, "a shadow's card never enters the packet");
    assert_eq!(before["cards"].as_array().unwrap().len(), 1);
}

async fn s14_required_shadow(engine: Engine) {
    let s = Scene::with(engine, "panel_complete", &[("ines", "interviewer")]).await;
    let interview = s.detail("rita").await["interviews"][0]["id"].as_str().unwrap().to_owned();
    let slot = json!({"person_id": s.world.person("otto").await, "kind": "shadow", "required": true});
    let added = s.world.post("rita", &format!("/interviews/{interview}/panel"), slot).await.expect(201);
    let panel = added["detail"]["interviews"][0]["panel"].as_array().unwrap().clone();
    assert_eq!(panel.iter().find(|p| p["name"] == "Otto").unwrap()["required"], false);
}

async fn s14_reverse_shadow(engine: Engine) {
    let s = Scene::with(engine, "panel_complete", &[("ines", "interviewer")]).await;
    let interview = s.detail("rita").await["interviews"][0]["id"].as_str().unwrap().to_owned();
    let slot =
        json!({"person_id": s.world.person("tomas").await, "kind": "reverse_shadow", "required": true});
    s.world.post("rita", &format!("/interviews/{interview}/panel"), slot).await.is(201);
    s.submit(&[("ines", 1)]).await;
    assert_eq!(s.packet_status("rita").await, 404);
    s.submit(&[("tomas", 5)]).await;
    let packet = s.packet("rita").await;
    close(&packet["composite"]["value"], 1.0);
    assert_eq!(packet["composite"]["people"], 1, "the observer's card is the one that counts");
}

/// Who has read the packet cannot change whose card counts: not by taking the observer off the interview, not by adding one.
async fn s14_observers_after_the_release(engine: Engine) {
    let s = Scene::with(engine, "panel_complete", &[("ines", "interviewer")]).await;
    let interview = s.detail("rita").await["interviews"][0]["id"].as_str().unwrap().to_owned();
    let slot =
        json!({"person_id": s.world.person("tomas").await, "kind": "reverse_shadow", "required": true});
    s.world.post("rita", &format!("/interviews/{interview}/panel"), slot).await.is(201);
    s.submit(&[("tomas", 5), ("ines", 1)]).await;
    let before = s.packet("rita").await["composite"].clone();
    s.on_place("rita", &s.card("tomas").await, "removal", json!({})).await;
    assert_eq!(s.packet("rita").await["composite"], before, "exactly one card of an interview counts");

    let s = Scene::with(engine, "panel_complete", &[("ines", "interviewer"), ("aiko", "interviewer")]).await;
    s.submit(&[("ines", 1), ("aiko", 5)]).await;
    let before = s.packet("rita").await["composite"].clone();
    let interview = s.detail("rita").await["interviews"][0]["id"].as_str().unwrap().to_owned();
    let slot =
        json!({"person_id": s.world.person("tomas").await, "kind": "reverse_shadow", "required": false});
    s.world.post("rita", &format!("/interviews/{interview}/panel"), slot).await.is(201);
    assert_eq!(
        s.packet("rita").await["composite"],
        before,
        "a card does not cease to count by an invitation"
    );
}

/// By hand, from the plan's weights 20, 20, 20, 15, 15, 10 and five levels: 57.5 of 100.
async fn s16_composite(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    s.submit(&[("ines", 4), ("tomas", 2), ("aiko", 3), ("dele", 5)]).await;
    let packet = s.packet("rita").await;
    let composite = &packet["composite"];
    close(&composite["value"], 0.575);
    close(&composite["low"], 0.25);
    close(&composite["high"], 1.0);
    assert_eq!(composite["people"], 4);
    assert_eq!(composite["ratings"], 12);
    assert_eq!(composite["weight_assessed"], 100);
    assert_eq!(composite["recommendations"], json!([["no", 1], ["yes", 3]]));
    let row = |key: &str| packet["rows"].as_array().unwrap().iter().find(|r| r["competency"] == key).unwrap();
    close(&row("problem-solving")["mean"], 3.5);
    assert_eq!((&row("problem-solving")["n"], &row("problem-solving")["planned"]), (&json!(2), &json!(2)));
    assert_eq!((&row("collaboration")["low"], &row("collaboration")["high"]), (&json!(4), &json!(5)));
    assert_eq!(row("working-with-ambiguity")["group"], "differently");
}

async fn s16_weights_are_renormalised(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    s.submit(&[("dele", 4)]).await;
    s.open().await;
    let packet = s.packet("rita").await;
    close(&packet["composite"]["value"], 0.75);
    assert_eq!(packet["composite"]["weight_assessed"], 25);
    let rows = packet["rows"].as_array().unwrap();
    assert_eq!(rows[0]["group"], "gap", "what nobody assessed comes first");
    assert_eq!(rows.iter().filter(|r| r["group"] == "gap").count(), 4);
}

async fn s17_answers(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    let place = |detail: &Value, n: usize| detail["interviews"][n]["panel"][0]["state"].clone();
    let (ines, tomas, aiko) = (s.card("ines").await, s.card("tomas").await, s.card("aiko").await);
    assert_eq!(s.on_place("ines", &ines, "acceptance", json!({})).await["slot"], "accepted");
    let declined = s.on_place("tomas", &tomas, "decline", json!({})).await;
    assert_eq!((&declined["slot"], &declined["card"]), (&json!("declined"), &json!("void")));
    assert_eq!(s.on_place("aiko", &aiko, "no-show", json!({})).await["slot"], "no_show");
    let detail = s.detail("rita").await;
    assert_eq!(
        [place(&detail, 0), place(&detail, 1), place(&detail, 2)],
        ["accepted", "declined", "no_show"]
    );
    assert_eq!(detail["row"]["progress"]["required"], 3, "a declined place waits, a no-show does not");
    // Declining carries no text, and nobody answers for another.
    let path = format!("/assignments/{}/decline", s.card("dele").await);
    let told = s.world.post("dele", &path, json!({"text": "x"})).await;
    assert!(matches!(told.status, 400 | 422));
    for who in ["tomas", "rita", "root"] {
        for act in ["acceptance", "decline", "no-show"] {
            let there = s.world.post(who, &format!("/assignments/{ines}/{act}"), json!({})).await;
            assert_eq!(there, s.world.post(who, &format!("/assignments/{NOBODY}/{act}"), json!({})).await);
            there.is_problem(404, "not_found");
        }
    }
    s.submit(&[("ines", 3)]).await;
    s.world
        .post("ines", &format!("/assignments/{ines}/decline"), json!({}))
        .await
        .is_problem(409, "conflict");
    s.submit(&[("dele", 3)]).await;
    assert_eq!(s.packet_status("rita").await, 404, "a refusal does not make a panel complete");
    let otto = json!({"person_id": s.world.person("otto").await});
    s.on_place("rita", &tomas, "replacement", otto).await;
    s.submit(&[("otto", 3)]).await;
    assert_eq!(s.packet_status("rita").await, 200);
}

async fn b22_removing_what_one_cannot_see(engine: Engine) {
    let s = Scene::with(engine, "panel_complete", &[("rita", "interviewer"), ("ines", "interviewer")]).await;
    let other = s.card("ines").await;
    for who in ["rita", "ines", "rafa"] {
        for (act, body) in
            [("removal", json!({})), ("replacement", json!({"person_id": s.world.person("otto").await}))]
        {
            let there = s.world.post(who, &format!("/assignments/{other}/{act}"), body.clone()).await;
            let random = s.world.post(who, &format!("/assignments/{NOBODY}/{act}"), body).await;
            assert_eq!(there, random, "{who} {act}");
            assert!(there.status >= 400);
        }
    }
    assert_eq!(s.detail("hugo").await["interviews"][1]["panel"][0]["state"], "assigned");
}

async fn s04_s09_exposure(engine: Engine) {
    let mut s =
        Scene::with(engine, "panel_complete", &[("ines", "interviewer"), ("tomas", "interviewer")]).await;
    s.submit(&[("ines", 3), ("tomas", 3)]).await;
    // Ines reads what Tomas wrote; Tomas could, and does not.
    s.packet("ines").await;
    s.id = s.second_loop(&[("ines", "interviewer"), ("tomas", "interviewer")]).await;
    assert_eq!(s.page("ines").await["exposed"], true, "from birth");
    assert_eq!(s.page("tomas").await["exposed"], false, "lateness or a right to read alone is not exposure");
    s.submit(&[("ines", 1), ("tomas", 5)]).await;
    let packet = s.packet("rita").await;
    let cards = packet["cards"].as_array().unwrap();
    assert_eq!(cards.len(), 2, "an exposed card is shown");
    for card in cards {
        assert_eq!(card["exposed"], card["author"] == "Ines");
    }
    close(&packet["composite"]["value"], 1.0);
    assert_eq!(packet["composite"]["people"], 1, "and not counted");
}

on_both_engines! {
    s14_shadows => super::s14_shadow;
    s14_never_required => super::s14_required_shadow;
    s14_reverse => super::s14_reverse_shadow;
    s14_observer => super::s14_observers_after_the_release;
    s16_by_hand => super::s16_composite;
    s16_renormalised => super::s16_weights_are_renormalised;
    s17_interviewers_acts => super::s17_answers;
    b22_same_answer => super::b22_removing_what_one_cannot_see;
    s04_exposed_by_the_ledger => super::s04_s09_exposure;
}
