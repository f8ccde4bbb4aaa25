//! S17: exchanging interviews, and handing a place over.

use crate::rules_scene::Scene;
use evenhand_shared::time::{HOUR, MINUTE};
use evenhand_tests::{Engine, on_both_engines};
use serde_json::{Value, json};

async fn propose(s: &Scene, who: &str, colleague: &str) -> u16 {
    let body = json!({"person_id": s.world.person(colleague).await});
    s.world.post(who, &format!("/assignments/{}/exchange", s.card(who).await), body).await.status
}

async fn offers(s: &Scene, who: &str) -> Vec<Value> {
    let mine = s.world.get(who, "/my/requests").await.expect(200);
    mine["exchanges"].as_array().unwrap().clone()
}

fn states(detail: &Value, interview: usize) -> Vec<(Value, Value)> {
    let panel = detail["interviews"][interview]["panel"].as_array().unwrap().iter();
    panel.map(|place| (place["name"].clone(), place["state"].clone())).collect()
}

async fn s17_two_of_a_panel_exchange_their_interviews(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    let w = &s.world;
    let (tomas, dele) = (s.card("tomas").await, s.card("dele").await);
    let before = s.detail("rita").await;
    // Somebody from outside is not told, and the answer is the same.
    let outside = w.get("otto", "/my/notices").await;
    assert_eq!(propose(&s, "tomas", "otto").await, 204);
    assert_eq!(w.get("otto", "/my/notices").await, outside);
    assert_eq!(offers(&s, "otto").await, [Value::Null; 0]);

    w.advance(MINUTE).await;
    assert_eq!(propose(&s, "tomas", "dele").await, 204);
    let offered = offers(&s, "dele").await;
    assert_eq!((offered.len(), &offered[0]["gives"]), (1, &json!(dele)));
    assert_eq!(offered[0]["starts_at"], before["interviews"][1]["starts_at"]);
    let told = w.get("dele", "/my/notices").await;
    assert_eq!(
        told.json()[0]["text"],
        "Somebody on the panel asks you to exchange interviews with Noor Haddad."
    );
    assert!(!told.text().contains("Tomas") && !w.get("dele", "/my/requests").await.text().contains("Tomas"));
    // His own submission waits until he has taken it back: its end must not tell dele of it.
    w.fill("tomas", &tomas, 4, "yes").await;
    let submission = format!("/scorecards/{tomas}/submission");
    w.post("tomas", &submission, json!({})).await.is_problem(409, "conflict");

    // A no is not told to whoever asked.
    let id = offered[0]["id"].as_str().unwrap();
    let answer = format!("/requests/{id}/exchange");
    for who in ["aiko", "tomas", "rita", "otto"] {
        w.post(who, &answer, json!({"yes": true})).await.is_problem(404, "not_found");
    }
    let asker = (w.get("tomas", "/my/requests").await, w.get("tomas", "/my/notices").await);
    w.post("dele", &answer, json!({"yes": false})).await.is(204);
    assert_eq!((w.get("tomas", "/my/requests").await, w.get("tomas", "/my/notices").await), asker);
    assert_eq!(offers(&s, "dele").await, [Value::Null; 0]);
    w.post("dele", &answer, json!({"yes": true})).await.is_problem(404, "not_found");
    w.act("tomas", "DELETE", &format!("/assignments/{tomas}/exchange"), json!({})).await.is(204);
    // What is begun is not exchanged: he has written, and ines' interview has its time behind it.
    assert_eq!(propose(&s, "tomas", "dele").await, 409);
    assert_eq!(propose(&s, "ines", "dele").await, 409);

    // The stage moves; neither learns of it by the exchange.
    s.move_stage().await;
    let stage = s.page("aiko").await["stage"].clone();
    assert_eq!(propose(&s, "aiko", "dele").await, 204);
    let id = offers(&s, "dele").await[0]["id"].as_str().unwrap().to_owned();
    w.post("dele", &format!("/requests/{id}/exchange"), json!({"yes": true})).await.is(204);
    let after = s.detail("rita").await;
    let (aiko, dele) = (json!("Aiko"), json!("Dele"));
    let (replaced, accepted) = (json!("replaced"), json!("accepted"));
    assert_eq!(states(&after, 2), [(aiko.clone(), replaced.clone()), (dele.clone(), accepted.clone())]);
    assert_eq!(states(&after, 3), [(dele, replaced), (aiko, accepted)]);
    assert_eq!(s.page("aiko").await["stage"], stage);
    let kinds = async |who: &str| w.get(who, "/my/notices").await.expect(200).to_string();
    assert!(kinds("aiko").await.contains("exchange_taken"));
    assert!(kinds("rita").await.contains("\"exchanged\""));
    assert!(!kinds("tomas").await.contains("exchange"));
    let mine = w.get("aiko", "/my/requests").await.expect(200);
    assert_eq!(mine["mine"][0]["state"], "granted");
}

async fn s17_an_offer_ends_with_the_clock(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    assert_eq!(propose(&s, "tomas", "dele").await, 204);
    let id = offers(&s, "dele").await[0]["id"].as_str().unwrap().to_owned();
    s.world.advance(2 * HOUR).await;
    assert_eq!(offers(&s, "dele").await, [Value::Null; 0]);
    let answer = format!("/requests/{id}/exchange");
    s.world.post("dele", &answer, json!({"yes": true})).await.is_problem(404, "not_found");
    // Nothing stands in the way of his card then.
    s.submit(&[("tomas", 4)]).await;
    assert_eq!(states(&s.detail("rita").await, 1).len(), 1);
}

/// A draft stays its author's, void, when somebody else is put in their place.
async fn s17_a_drafted_place_is_handed_over(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    let w = &s.world;
    let card = s.card("dele").await;
    w.fill("dele", &card, 3, "yes").await;
    let body = json!({"person_id": w.person("otto").await});
    w.post("rita", &format!("/assignments/{card}/replacement"), body).await.is(200);
    let page = s.page("dele").await;
    assert_eq!(
        (&page["interview"]["card"], &page["interview"]["slot"]),
        (&json!("void"), &json!("replaced"))
    );
    assert_eq!(page["fields"]["recommendation"]["value"], "yes");
    let save = json!({"fields": [{"field": "takeaways", "base": 0, "value": "More."}]});
    w.act("dele", "PATCH", &format!("/scorecards/{card}"), save).await.is_problem(409, "conflict");
    assert_eq!(s.page("otto").await["fields"], json!({}));
    let owed = s.detail("rita").await["interviews"][3]["panel"].clone();
    assert_eq!((&owed[0]["card"], &owed[1]["card"]), (&json!("none"), &json!("due")));
    s.submit(&[("ines", 4), ("tomas", 4), ("aiko", 4), ("otto", 2)]).await;
    assert_eq!(s.packet("rita").await["cards"].as_array().unwrap().len(), 4);
}

on_both_engines! {
    s17_exchange => super::s17_two_of_a_panel_exchange_their_interviews;
    s17_offer_ends => super::s17_an_offer_ends_with_the_clock;
    s17_hand_over => super::s17_a_drafted_place_is_handed_over;
}
