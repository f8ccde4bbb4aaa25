//! S10, S11, S12 and S14: what can be read of a card afterwards, and of a loop that grew.

use crate::rules_scene::{Scene, amended};
use evenhand_tests::{Engine, on_both_engines};
use serde_json::{Value, json};

const TWO: [(&str, &str); 2] = [("ines", "interviewer"), ("tomas", "interviewer")];

async fn s11_amendments_and_withdrawals_are_readable(engine: Engine) {
    let s = Scene::with(engine, "panel_complete", &TWO).await;
    let w = &s.world;
    let (ines, tomas) = (s.card("ines").await, s.card("tomas").await);
    let history = |card: &str| format!("/scorecards/{card}/history");
    let amend = async |level: &str, reason: &str| {
        let mut body = amended(&s.page("tomas").await, level);
        body["reason"] = json!(reason);
        w.post("tomas", &format!("/scorecards/{tomas}/amendments"), body).await.is(201);
    };
    w.get("tomas", &history(&tomas)).await.is_problem(404, "not_found");
    w.submit("tomas", &tomas, 4, "yes").await;
    amend("3", "I mixed up two answers.").await;
    // Its author, and nobody else before the release.
    let own = w.get("tomas", &history(&tomas)).await.expect(200);
    assert_eq!(own["events"].as_array().unwrap().len(), 2);
    for who in ["ines", "rita", "hugo", "otto", "root"] {
        w.get(who, &history(&tomas)).await.is_problem(404, "not_found");
    }
    w.submit("ines", &ines, 4, "yes").await;
    s.packet("tomas").await;
    amend("2", "The packet reminded me of more.").await;
    let read = w.get("rita", &history(&tomas)).await.expect(200);
    let events = read["events"].as_array().unwrap();
    let short: Vec<_> =
        events.iter().map(|e| (e["what"].clone(), e["revision"].clone(), e["tag"].clone())).collect();
    assert_eq!(
        short,
        [
            (json!("submitted"), json!(1), Value::Null),
            (json!("amended"), json!(2), json!("sealed")),
            (json!("amended"), json!(3), json!("after_reveal")),
        ]
    );
    assert_eq!((&read["author"], &events[1]["reason"]), (&json!("Tomas"), &json!("I mixed up two answers.")));
    assert!(events.iter().all(|event| event["at"].is_string()));
    let change = &events[1]["changes"][0];
    assert_eq!((&change["before"], &change["after"]), (&json!("4"), &json!("3")));
    assert!(change["name"].as_str().unwrap().starts_with("Rating of "));
    assert_eq!(events[2]["changes"][0]["before"], "3");
    assert_eq!(w.get("rita", "/my/exposures").await.json()[0]["what"], "packet");

    let body = json!({"reason": "I know this person after all."});
    w.post("ines", &format!("/scorecards/{ines}/withdrawal"), body).await.is(200);
    let packet = s.packet("rita").await;
    assert_eq!(packet["cards"].as_array().unwrap().len(), 1);
    let gone = &packet["withdrawn"][0];
    assert_eq!((&gone["author"], &gone["reason"]), (&json!("Ines"), &json!("I know this person after all.")));
    let read = w.get("rita", &history(&ines)).await.expect(200);
    assert_eq!(read["events"][1]["what"], "withdrawn");
    assert!(read["events"][1]["at"].is_string() && !read.to_string().contains("saw something"));
}

async fn s12_a_loop_that_grew_is_marked_for_closed_people(engine: Engine) {
    let s = Scene::with(engine, "panel_complete", &TWO).await;
    let w = &s.world;
    let ines = format!("/scorecards/{}", s.card("ines").await);
    let before = (w.get("ines", &ines).await, w.get("ines", "/my/interviews").await);
    assert_eq!(s.detail("rita").await["adaptive"], false);
    let kit = s.detail("rita").await["interviews"][0]["kit"].clone();
    let slot = json!({"person_id": w.person("otto").await, "kind": "interviewer", "required": false});
    let body = json!({"kit": kit, "panel": [slot]});
    w.post("rita", &format!("/loops/{}/interviews", s.id), body).await.is(201);
    assert_eq!(s.detail("hugo").await["adaptive"], true);
    // Open panelists read nothing of it: neither those of before nor the one who was added.
    assert_eq!((w.get("ines", &ines).await, w.get("ines", "/my/interviews").await), before);
    for who in ["ines", "tomas", "otto"] {
        assert!(!s.page(who).await.to_string().contains("adaptive"));
        assert_eq!(s.packet_status(who).await, 404);
    }
    s.submit(&[("ines", 4), ("tomas", 4)]).await;
    for who in ["ines", "tomas", "rita"] {
        assert_eq!(s.packet(who).await["adaptive"], true);
    }
    assert_eq!(s.packet_status("otto").await, 404);
}

async fn s14_shadow_and_interviewer_compare(engine: Engine) {
    let s = Scene::with(engine, "panel_complete", &TWO).await;
    let w = &s.world;
    let interview = s.detail("rita").await["interviews"][1]["id"].as_str().unwrap().to_owned();
    for who in ["aiko", "dele"] {
        let shadow = json!({"person_id": w.person(who).await, "kind": "shadow", "required": false});
        w.post("rita", &format!("/interviews/{interview}/panel"), shadow).await.is(201);
    }
    let path = format!("/interviews/{interview}/comparison");
    let everybody = ["ines", "tomas", "aiko", "dele", "otto", "rita", "hugo", "root"];
    let nobody = async || {
        for who in everybody {
            w.get(who, &path).await.is_problem(404, "not_found");
        }
    };
    nobody().await;
    s.submit(&[("tomas", 4)]).await;
    nobody().await;
    s.submit(&[("aiko", 2)]).await;
    nobody().await;
    s.submit(&[("ines", 4)]).await;
    // Released: the two whose cards are in, and nobody else.
    for who in ["ines", "dele", "otto", "rita", "hugo", "root"] {
        w.get(who, &path).await.is_problem(404, "not_found");
    }
    let of_tomas = w.get("tomas", &path).await.expect(200);
    assert_eq!(
        (&of_tomas["mine"]["author"], of_tomas["others"].as_array().unwrap().len()),
        (&json!("Tomas"), 1)
    );
    let shadow = &of_tomas["others"][0];
    assert_eq!((&shadow["author"], &shadow["kind"]), (&json!("Aiko"), &json!("shadow")));
    assert_eq!(shadow["first"]["marks"][0]["mark"]["level"], 2);
    let of_aiko = w.get("aiko", &path).await.expect(200);
    assert_eq!(
        (&of_aiko["mine"]["author"], &of_aiko["others"][0]["author"]),
        (&json!("Aiko"), &json!("Tomas"))
    );
    assert_eq!(w.get("aiko", "/my/exposures").await.json()[0]["what"], "comparison");
    s.submit(&[("dele", 3)]).await;
    assert_eq!(w.get("tomas", &path).await.expect(200)["others"].as_array().unwrap().len(), 2);
    // Shadows are not compared with each other.
    assert_eq!(w.get("aiko", &path).await.expect(200)["others"].as_array().unwrap().len(), 1);
    // Whoever is open on the person again waits.
    s.second_loop(&[("tomas", "interviewer")]).await;
    w.get("tomas", &path).await.is_problem(404, "not_found");
    w.get("aiko", &path).await.is(200);
}

on_both_engines! {
    s11_history => super::s11_amendments_and_withdrawals_are_readable;
    s12_adaptive => super::s12_a_loop_that_grew_is_marked_for_closed_people;
    s14_comparison => super::s14_shadow_and_interviewer_compare;
}
