//! S6 and S8: what releases a loop, what never does, and what is read before and after.

use crate::rules_scene::Scene;
use evenhand_tests::{Engine, PANEL, on_both_engines};
use serde_json::{Value, json};

async fn demand_sealed(s: &Scene, after: &str) {
    s.seal().await;
    assert_eq!(s.detail("rita").await["release"], Value::Null, "{after}");
    for who in ["rita", "hugo", "ines"] {
        assert_eq!(s.packet_status(who).await, 404, "{after}");
    }
}

/// The last required card releases; the ten seconds for undo come first.
async fn s06_panel_complete(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    for name in &PANEL[..3] {
        s.submit(&[(name, 3)]).await;
        demand_sealed(&s, name).await;
    }
    let card = s.card("dele").await;
    s.world.fill("dele", &card, 3, "yes").await;
    s.world.post("dele", &format!("/scorecards/{card}/submission"), json!({})).await.is(202);
    assert_eq!(s.detail("hugo").await["release"], Value::Null, "until the seal falls nothing was submitted");
    s.seal().await;
    let detail = s.detail("hugo").await;
    assert_eq!(detail["release"]["kind"], "panel_complete");
    assert_eq!(detail["may"], json!({"manage": true, "open": false, "packet": true}));
    for name in PANEL {
        assert_eq!(s.packet_status(name).await, 200);
    }
}

/// A refusal, a removal and a cancellation may leave nothing owed: still only an opening with a reason releases.
async fn s06_roster_changes_never_release(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    s.submit(&[("ines", 3), ("tomas", 3)]).await;
    let dele = s.card("dele").await;
    s.on_place("dele", &dele, "decline", json!({})).await;
    demand_sealed(&s, "a refusal").await;
    s.on_place("rita", &dele, "removal", json!({})).await;
    demand_sealed(&s, "a removal").await;
    let third = s.detail("rita").await["interviews"][2]["id"].as_str().unwrap().to_owned();
    s.world.post("rita", &format!("/interviews/{third}/cancellation"), json!({})).await.is(200);
    let progress = s.detail("hugo").await["row"]["progress"].clone();
    assert_eq!(progress, json!({"submitted": 2, "required": 2, "overdue": 0}));
    demand_sealed(&s, "a cancellation").await;
    let path = format!("/scorecards/{}/withdrawal", s.card("tomas").await);
    s.world.post("tomas", &path, json!({"reason": "I know them privately."})).await.is(200);
    demand_sealed(&s, "a withdrawal").await;
    let body = json!({"reason": "Two of four is what we will get."});
    s.world.post("hugo", &format!("/loops/{}/opening", s.id), body).await.is(200);
    let packet = s.packet("hugo").await;
    let authors: Vec<&str> =
        packet["cards"].as_array().unwrap().iter().map(|c| c["author"].as_str().unwrap()).collect();
    assert_eq!(authors, ["Ines"], "a withdrawn card is out of the packet");
    assert_eq!(packet["release"]["reason"], "Two of four is what we will get.");
}

async fn s06_replacements_and_no_shows_never_release(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    s.submit(&[("ines", 3), ("tomas", 3), ("aiko", 3)]).await;
    let otto = json!({"person_id": s.world.person("otto").await});
    s.on_place("rita", &s.card("dele").await, "replacement", otto).await;
    demand_sealed(&s, "a replacement").await;
    let fourth = s.detail("rita").await["interviews"][3]["id"].as_str().unwrap().to_owned();
    s.world.post("rita", &format!("/interviews/{fourth}/no-show"), json!({})).await.is(200);
    demand_sealed(&s, "a no-show").await;
    s.open().await;
    assert_eq!(s.detail("rita").await["release"]["kind"], "opened");
    assert_eq!(s.packet("rita").await["missing"], json!([]));
}

/// A card that is in stays in the packet, whoever is taken off the panel afterwards.
async fn s06_nobody_is_taken_out_of_the_packet(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    let ines = s.card("ines").await;
    s.submit(&PANEL.map(|who| (who, 3))).await;
    let before = s.packet("hugo").await;
    s.on_place("rita", &ines, "removal", json!({})).await;
    let second = s.detail("rita").await["interviews"][1]["id"].as_str().unwrap().to_owned();
    s.world.post("rita", &format!("/interviews/{second}/cancellation"), json!({})).await.is(200);
    let after = s.packet("hugo").await;
    assert_eq!(after["cards"], before["cards"]);
    assert_eq!(after["composite"], before["composite"]);
}

/// A complete panel waits for the hiring manager.
async fn s08_debrief_opened(engine: Engine) {
    let s = Scene::begin(engine, "debrief_opened").await;
    s.submit(&PANEL.map(|who| (who, 3))).await;
    demand_sealed(&s, "a complete panel").await;
    s.open().await;
    for who in ["ines", "hugo", "rita"] {
        assert_eq!(s.packet_status(who).await, 200);
    }
}

/// Between panelists, each after their own, without means; everyone else waits for the complete panel.
async fn s08_own_submitted(engine: Engine) {
    let s = Scene::begin(engine, "own_submitted").await;
    s.submit(&[("tomas", 4), ("aiko", 2)]).await;
    for who in ["ines", "hugo", "rita"] {
        assert_eq!(s.packet_status(who).await, 404);
    }
    let partial = s.packet("aiko").await;
    assert_eq!(partial["partial"], true);
    assert_eq!(partial["cards"].as_array().unwrap().len(), 2);
    for field in ["composite", "release"] {
        assert_eq!(partial[field], Value::Null, "{field}");
    }
    assert_eq!(partial["missing"], json!([]), "who is missing is not told");
    for row in partial["rows"].as_array().unwrap() {
        for field in ["mean", "low", "high"] {
            assert_eq!(row[field], Value::Null, "{field} of {row}");
        }
    }
    assert!(partial["cards"].as_array().unwrap().iter().all(|card| card["composite"] == Value::Null));
    s.submit(&[("ines", 3), ("dele", 3)]).await;
    let whole = s.packet("hugo").await;
    assert_eq!(whole["partial"], false);
    assert_eq!(whole["composite"]["people"], 4, "reading after the own card exposes nobody");
}

on_both_engines! {
    s06 => super::s06_panel_complete;
    s06_roster => super::s06_roster_changes_never_release;
    s06_replaced => super::s06_replacements_and_no_shows_never_release;
    s06_kept => super::s06_nobody_is_taken_out_of_the_packet;
    s08_opened => super::s08_debrief_opened;
    s08_own => super::s08_own_submitted;
}
