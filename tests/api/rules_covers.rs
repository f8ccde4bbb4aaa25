//! S5 and S35: whoever acts for a member of the team who is open on a candidate.

use crate::rules_scene::{NOBODY, Scene};
use evenhand_tests::{Engine, on_both_engines};
use serde_json::{Value, json};

const PANEL: [(&str, &str); 3] = [("hugo", "interviewer"), ("ines", "interviewer"), ("tomas", "interviewer")];

/// Rita names who covers for somebody.
async fn name(s: &Scene, person: &str, cover: &str) -> Value {
    let body = json!({"person_id": s.world.person(person).await, "cover_id": s.world.person(cover).await});
    s.world.post("rita", &format!("/jobs/{}/covers", s.org.job), body).await.expect(200)
}

async fn told(s: &Scene, who: &str) -> Vec<Value> {
    s.world.get(who, "/my/notices").await.expect(200).as_array().unwrap().clone()
}

async fn s05_a_cover_acts_while_it_lasts(engine: Engine) {
    let s = Scene::with(engine, "panel_complete", &PANEL).await;
    let w = &s.world;
    let (loop_path, noor) =
        (format!("/loops/{}", s.id), w.application("rita", &s.org.job, "Noor Haddad").await);
    let ada = w.application("rita", &s.org.job, "Ada Park").await;
    let candidate = format!("/candidates/{}", noor["candidate_id"].as_str().unwrap());
    for who in ["mara", "hugo"] {
        w.get(who, &loop_path).await.is_problem(404, "not_found");
        w.get(who, &candidate).await.is_problem(404, "not_found");
    }
    assert_eq!(s.detail("rita").await["last_to_act"], true);
    let job = name(&s, "hugo", "mara").await;
    let hugo = job["team"].as_array().unwrap().iter().find(|m| m["name"] == "Hugo").unwrap().clone();
    assert_eq!(hugo["cover"]["name"], "Mara");
    assert_eq!(s.detail("rita").await["last_to_act"], false);

    let begun = told(&s, "mara").await;
    assert_eq!((&begun[0]["kind"], &begun[0]["path"]), (&json!("cover_begins"), &json!(loop_path)));
    assert_eq!(
        begun[0]["text"],
        "You stand in for Hugo, who interviews Noor Haddad: until they have submitted, what is theirs to do there is yours."
    );
    let detail = w.get("mara", &loop_path).await.expect(200);
    assert_eq!(detail["may"], json!({"manage": true, "open": true, "packet": false}));
    let page = w.get("mara", &candidate).await.expect(200);
    assert_eq!(page["applications"].as_array().unwrap().len(), 1);
    w.get("mara", &format!("{candidate}/timeline")).await.is(200);
    let path = format!("/applications/{}", noor["id"].as_str().unwrap());
    w.post("mara", &format!("{path}/notes"), json!({"text": "Rang twice."})).await.is(201);
    let stage = json!({"stage": "Offer", "version": page["applications"][0]["version"]});
    w.post("mara", &format!("{path}/stage"), stage).await.is(200);
    let interview = &detail["interviews"][1];
    let schedule =
        json!({"starts_at": null, "zone": null, "place": "Elsewhere", "version": interview["version"]});
    let schedule_path = format!("/interviews/{}/schedule", interview["id"].as_str().unwrap());
    w.post("mara", &schedule_path, schedule).await.is(200);
    // S35: what the team would be told goes to the cover.
    let tomas = s.card("tomas").await;
    s.on_place("tomas", &tomas, "decline", json!({})).await;
    assert_eq!(told(&s, "mara").await[0]["kind"], "declined");

    // Nothing else of the job.
    let others = format!("/candidates/{}", ada["candidate_id"].as_str().unwrap());
    for path in [others, format!("/jobs/{}", s.org.job), format!("/jobs/{}/board", s.org.job)] {
        w.get("mara", &path).await.is_problem(404, "not_found");
    }
    let covers = format!("/jobs/{}/covers", s.org.job);
    let nobody = json!({"person_id": w.person("hugo").await, "cover_id": null});
    w.post("mara", &covers, nobody).await.is_problem(404, "not_found");

    // It ends when he has submitted.
    w.submit("hugo", &s.card("hugo").await, 4, "yes").await;
    w.get("mara", &loop_path).await.is_problem(404, "not_found");
    w.get("mara", &candidate).await.is_problem(404, "not_found");
    assert!(told(&s, "mara").await.iter().all(|row| row["kind"] != "cover_begins"));
    s.detail("hugo").await;
}

async fn s05_a_cover_who_is_open_is_blind(engine: Engine) {
    let s = Scene::with(engine, "panel_complete", &PANEL).await;
    let w = &s.world;
    s.roles("ines", &["hiring_manager", "interviewer"]).await;
    s.roles("otto", &["hiring_manager", "interviewer"]).await;
    name(&s, "hugo", "ines").await;
    let path = format!("/loops/{}", s.id);
    w.get("ines", &path).await.is_problem(404, "not_found");
    assert!(told(&s, "ines").await.iter().all(|row| row["kind"] != "cover_begins"));
    assert_eq!(s.detail("rita").await["last_to_act"], true);
    // In the order of their closing: ines is closed and hugo still open.
    w.submit("ines", &s.card("ines").await, 4, "yes").await;
    w.get("ines", &path).await.is(200);
    assert!(told(&s, "ines").await.iter().any(|row| row["kind"] == "cover_begins"));
    assert_eq!(s.packet_status("ines").await, 404);
    // Another one in her place.
    name(&s, "hugo", "otto").await;
    w.get("ines", &path).await.is_problem(404, "not_found");
    w.get("otto", &path).await.is(200);
    // Without the role nothing is left of it.
    s.roles("otto", &["interviewer", "recruiter"]).await;
    w.get("otto", &path).await.is_problem(404, "not_found");
    let ended = json!({"person_id": w.person("hugo").await, "cover_id": null});
    let job = w.post("rita", &format!("/jobs/{}/covers", s.org.job), ended).await.expect(200);
    assert!(job["team"].as_array().unwrap().iter().all(|m| m["cover"].is_null()));
}

async fn s05_who_can_cover(engine: Engine) {
    let s = Scene::with(engine, "panel_complete", &PANEL).await;
    let w = &s.world;
    let path = format!("/jobs/{}/covers", s.org.job);
    let (hugo, mara) = (w.person("hugo").await, w.person("mara").await);
    for (person, cover, code) in [
        (&hugo, hugo.as_str(), "yourself"),
        (&hugo, NOBODY, "unknown"),
        (&hugo, w.person("rafa").await.as_str(), "wrong_role"),
        (&mara, hugo.as_str(), "not_on_team"),
    ] {
        let refused = w.post("rita", &path, json!({"person_id": person, "cover_id": cover})).await;
        assert_eq!(refused.expect(422)["errors"][0]["code"], code);
    }
    // Whoever leaves the team or the product leaves no cover behind.
    name(&s, "hugo", "mara").await;
    let version = w.get("root", &format!("/people/{mara}")).await.expect(200)["person"]["version"].clone();
    let successor = json!({"version": version, "hiring_manager": hugo});
    w.post("root", &format!("/people/{mara}/deactivation"), successor).await.is(200);
    let job = w.get("rita", &format!("/jobs/{}", s.org.job)).await.expect(200);
    assert!(job["team"].as_array().unwrap().iter().all(|m| m["cover"].is_null()));
}

/// The answer points out that a request takes the whole team away; it says so from the request and the team alone.
async fn s05_a_cover_is_needed(engine: Engine) {
    let s = Scene::with(engine, "panel_complete", &PANEL).await;
    let w = &s.world;
    let ada = w.application("rita", &s.org.job, "Ada Park").await;
    let kit = s.detail("rita").await["interviews"][0]["kit"].clone();
    let (rita, hugo) = (w.person("rita").await, w.person("hugo").await);
    let slot = |person: &str| json!({"person_id": person, "kind": "interviewer", "required": true});
    let start = |panel: Value| {
        let body = json!({"plan_id": s.org.plan, "interviews": [{"kit": kit, "panel": panel}]});
        let path = format!("/applications/{}/loops", ada["id"].as_str().unwrap());
        async move { w.post("rita", &path, body).await.expect(201) }
    };
    let one = start(json!([slot(&hugo)])).await;
    assert_eq!((&one["cover_needed"], &one["detail"]["last_to_act"]), (&json!(false), &json!(true)));
    let both = start(json!([slot(&hugo), slot(&rita)])).await;
    assert_eq!((&both["cover_needed"], &both["detail"]), (&json!(true), &Value::Null));
    name(&s, "hugo", "mara").await;
    let loop_path = format!("/loops/{}", both["loop_id"].as_str().unwrap());
    w.get("mara", &loop_path).await.is(200);
}

on_both_engines! {
    s05_cover_acts => super::s05_a_cover_acts_while_it_lasts;
    s05_open_cover => super::s05_a_cover_who_is_open_is_blind;
    s05_who_covers => super::s05_who_can_cover;
    s05_cover_needed => super::s05_a_cover_is_needed;
}
