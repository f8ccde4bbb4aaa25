//! Interviews and places: times, who sits there, and what panelists are told of it.

use crate::rules_scene::{NOBODY, NOOR, Scene};
use evenhand_shared::time::{DAY, MINUTE};
use evenhand_tests::{Engine, on_both_engines};
use serde_json::{Value, json};

async fn interview(s: &Scene, n: usize) -> Value {
    s.detail("rita").await["interviews"][n].clone()
}

async fn schedules(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    let w = &s.world;
    let before = interview(&s, 0).await;
    let path = format!("/interviews/{}/schedule", before["id"].as_str().unwrap());
    let others = w.get("tomas", "/my/interviews").await;
    let at = |time: Value, zone: Value, place: &str, version: i64| json!({"starts_at": time, "zone": zone, "place": place, "version": version});
    let (time, zone) = (json!("2030-01-10T14:00:00.000000Z"), json!("America/New_York"));
    for who in ["ines", "tomas", "otto", "root", "rafa"] {
        let body = at(time.clone(), zone.clone(), "Room 3", 1);
        w.post(who, &path, body).await.is_problem(404, "not_found");
    }
    for (body, pointer, code) in [
        (at(time.clone(), Value::Null, "", 1), "/zone", "required"),
        (at(time.clone(), json!("Mars/Base"), "", 1), "/zone", "unknown_zone"),
        (at(time.clone(), zone.clone(), &"x".repeat(201), 1), "/place", "too_long"),
    ] {
        let refused = w.post("rita", &path, body).await;
        refused.is_problem(422, "invalid");
        assert_eq!(
            (&refused.json()["errors"][0]["pointer"], &refused.json()["errors"][0]["code"]),
            (&json!(pointer), &json!(code))
        );
    }
    assert_eq!(interview(&s, 0).await, before);
    w.post("rita", &path, at(time.clone(), zone.clone(), " Room 3 ", 1)).await.is(200);
    let after = interview(&s, 0).await;
    for (field, value) in
        [("starts_at", &time), ("zone", &zone), ("place", &json!("Room 3")), ("version", &json!(2))]
    {
        assert_eq!(&after[field], value, "{field}");
    }
    // Somebody else had seen the old time: their change is refused as a whole.
    w.post("hugo", &path, at(time.clone(), zone.clone(), "Room 4", 1)).await.is_problem(409, "stale");
    assert_eq!(interview(&s, 0).await, after);
    // The panelist is told, with the time that the card is due; nobody else is.
    let mine = w.get("ines", "/my/interviews").await.expect(200)[0].clone();
    assert_eq!((&mine["starts_at"], &mine["zone"], &mine["place"]), (&time, &zone, &json!("Room 3")));
    assert_eq!(mine["due_at"], "2030-01-11T15:15:00.000000Z", "75 minutes and a day later");
    assert_eq!(w.get("tomas", "/my/interviews").await, others);
    w.post("rita", &path, at(Value::Null, Value::Null, "", 2)).await.is(200);
    let mine = w.get("ines", "/my/interviews").await.expect(200)[0].clone();
    assert_eq!((&mine["starts_at"], &mine["due_at"]), (&Value::Null, &Value::Null));
}

async fn two_people_set_one_time(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    let path = format!("/interviews/{}/schedule", interview(&s, 0).await["id"].as_str().unwrap());
    drop((s.world.token("rita").await, s.world.token("hugo").await));
    let body = |place: &str| json!({"starts_at": null, "zone": null, "place": place, "version": 1});
    let (one, two) = futures_util::future::join(
        s.world.post("rita", &path, body("Room 3")),
        s.world.post("hugo", &path, body("Room 4")),
    )
    .await;
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
}

async fn cancelled_interviews(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    let w = &s.world;
    let (id, place) = (interview(&s, 0).await["id"].as_str().unwrap().to_owned(), s.card("ines").await);
    let cancel = format!("/interviews/{id}/cancellation");
    for _ in 0..2 {
        w.post("rita", &cancel, json!({})).await.is(200);
        let now = interview(&s, 0).await;
        assert_eq!((&now["cancelled"], &now["version"]), (&json!(true), &json!(2)), "called off once");
        assert_eq!(
            (&now["panel"][0]["state"], &now["panel"][0]["card"]),
            (&json!("cancelled"), &json!("none"))
        );
    }
    let mine = w.get("ines", "/my/interviews").await.expect(200)[0].clone();
    assert_eq!((&mine["slot"], &mine["card"]), (&json!("cancelled"), &json!("void")));
    let otto = w.person("otto").await;
    let slot = json!({"person_id": otto, "kind": "interviewer", "required": true});
    w.post("rita", &format!("/interviews/{id}/panel"), slot).await.is_problem(409, "conflict");
    for (act, body) in [("replacement", json!({"person_id": otto})), ("removal", json!({}))] {
        w.post("rita", &format!("/assignments/{place}/{act}"), body).await.is_problem(409, "conflict");
    }
    // Nobody writes on what was called off, and what was written stays the author's.
    let change = json!({"fields": [{"field": "takeaways", "base": 0, "value": "x"}]});
    w.act("ines", "PATCH", &format!("/scorecards/{place}"), change).await.is_problem(409, "conflict");
    w.post("ines", &format!("/scorecards/{place}/submission"), json!({})).await.is_problem(409, "conflict");
    w.get("ines", &format!("/scorecards/{place}")).await.is(200);
}

async fn places(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    let w = &s.world;
    let (id, ines) = (interview(&s, 0).await["id"].as_str().unwrap().to_owned(), s.card("ines").await);
    let panel = format!("/interviews/{id}/panel");
    let replace = format!("/assignments/{ines}/replacement");
    let (rafa, otto) = (w.person("rafa").await, w.person("otto").await);
    for (person, code) in [
        (w.person("ines").await, "already_there"),
        (rafa, "not_an_interviewer"),
        (NOBODY.to_owned(), "not_an_interviewer"),
    ] {
        let slot = json!({"person_id": person, "kind": "interviewer", "required": false});
        for (path, body) in [(&panel, slot), (&replace, json!({"person_id": person}))] {
            let refused = w.post("rita", path, body).await;
            refused.is_problem(422, "invalid");
            let refused = refused.json();
            assert_eq!(
                (&refused["errors"][0]["pointer"], &refused["errors"][0]["code"]),
                (&json!("/person_id"), &json!(code))
            );
        }
    }
    assert_eq!(interview(&s, 0).await["panel"].as_array().unwrap().len(), 1);
    w.post("rita", &replace, json!({"person_id": otto})).await.is(200);
    let now = interview(&s, 0).await["panel"].clone();
    let states: Vec<(&Value, &Value, &Value)> =
        now.as_array().unwrap().iter().map(|p| (&p["name"], &p["state"], &p["required"])).collect();
    assert!(states.contains(&(&json!("Ines"), &json!("replaced"), &json!(true))), "{states:?}");
    assert!(states.contains(&(&json!("Otto"), &json!("assigned"), &json!(true))), "{states:?}");
    for (act, body) in [("replacement", json!({"person_id": w.person("aiko").await})), ("removal", json!({}))]
    {
        w.post("rita", &format!("/assignments/{ines}/{act}"), body).await.is_problem(409, "conflict");
    }
    let mine = w.get("otto", "/my/interviews").await.expect(200)[0].clone();
    assert_eq!((&mine["candidate_name"], &mine["slot"]), (&json!(NOOR), &json!("assigned")));
    // Taken off, they may be put there again: a new place with a card of its own.
    let otto_place = s.card("otto").await;
    w.post("rita", &format!("/assignments/{otto_place}/removal"), json!({})).await.is(200);
    let slot = json!({"person_id": otto, "kind": "interviewer", "required": true});
    w.post("rita", &panel, slot).await.is(201);
    let panel = interview(&s, 0).await["panel"].clone();
    let again = panel.as_array().unwrap().iter().find(|p| p["state"] == "assigned").unwrap();
    assert_ne!(again["id"], json!(otto_place));
}

/// Due until a day after the interview's end, then overdue for the team; nothing of it is told to others.
async fn overdue_cards(engine: Engine) {
    let s = Scene::with(engine, "panel_complete", &[("ines", "interviewer")]).await;
    let progress = async || {
        let detail = s.detail("rita").await;
        (detail["row"]["progress"]["overdue"].clone(), detail["interviews"][0]["panel"][0]["card"].clone())
    };
    let due = s.world.get("ines", "/my/interviews").await.expect(200)[0]["due_at"].clone();
    assert_eq!(due, json!(s.world.clock.now().plus(75 * MINUTE + DAY).to_rfc3339()));
    s.world.advance(75 * MINUTE + DAY).await;
    assert_eq!(progress().await, (json!(0), json!("due")), "until the last moment");
    s.world.advance(1).await;
    assert_eq!(progress().await, (json!(1), json!("overdue")));
    s.submit(&[("ines", 3)]).await;
    assert_eq!(progress().await, (json!(0), json!("submitted")));
    assert_eq!(s.packet("rita").await["cards"][0]["late"], false, "late is who submits after the release");
}

/// Soonest first, and what has no time last.
async fn my_interviews_in_order(engine: Engine) {
    let s = Scene::with(engine, "panel_complete", &[("ines", "interviewer"); 3]).await;
    let time = |n: usize| json!(["2030-01-12T09:00:00.000000Z", "2030-01-10T09:00:00.000000Z"].get(n));
    for n in 0..3 {
        let row = interview(&s, n).await;
        let body = json!({"starts_at": time(n), "zone": "Etc/UTC", "place": "", "version": row["version"]});
        let path = format!("/interviews/{}/schedule", row["id"].as_str().unwrap());
        s.world.post("rita", &path, body).await.is(200);
    }
    let mine = s.world.get("ines", "/my/interviews").await.expect(200);
    let times: Vec<&Value> = mine.as_array().unwrap().iter().map(|i| &i["starts_at"]).collect();
    assert_eq!(times, [&time(1), &time(0), &Value::Null]);
    assert_eq!(s.world.get("otto", "/my/interviews").await.expect(200), json!([]));
}

on_both_engines! {
    interviews_schedule => super::schedules;
    c02_schedule => super::two_people_set_one_time;
    interviews_cancelled => super::cancelled_interviews;
    interviews_places => super::places;
    interviews_overdue => super::overdue_cards;
    interviews_mine => super::my_interviews_in_order;
}
