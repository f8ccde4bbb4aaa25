//! S7, S9, S12 and S13: whom an opening reaches, what nobody learns from asking, and what a running loop keeps.

use crate::rules_scene::{NOBODY, Scene, keys};
use evenhand_shared::time::SECOND;
use evenhand_tests::{Engine, PANEL, on_both_engines};
use serde_json::json;

async fn s07_late_and_blind(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    s.submit(&[("ines", 3), ("tomas", 3)]).await;
    let path = format!("/scorecards/{}", s.card("aiko").await);
    let before = s.world.get("aiko", &path).await;
    s.open().await;
    assert_eq!(s.world.get("aiko", &path).await, before, "an open panelist sees nothing of the release");
    assert_eq!(s.packet_status("aiko").await, 404);
    let packet = s.packet("hugo").await;
    assert_eq!(packet["missing"], json!(["Aiko", "Dele"]));
    assert_eq!(packet["release"]["kind"], "opened");
    assert_eq!(packet["composite"]["people"], 2);
    s.submit(&[("aiko", 5)]).await;
    let packet = s.packet("aiko").await;
    assert_eq!(packet["missing"], json!(["Dele"]));
    assert_eq!(packet["composite"]["people"], 3, "late but blind counts");
    let late = packet["cards"].as_array().unwrap().iter().find(|c| c["author"] == "Aiko").unwrap();
    assert_eq!((&late["late"], &late["exposed"]), (&json!(true), &json!(false)));
    assert_eq!(s.packet_status("dele").await, 404, "released while one is open");
}

async fn s09_opening_is_no_oracle(engine: Engine) {
    let s = Scene::begin(engine, "debrief_opened").await;
    let path = format!("/loops/{}/opening", s.id);
    let ask = async |body: serde_json::Value| s.world.post("hugo", &path, body).await;
    let (none, short) = (ask(json!({})).await, ask(json!({"reason": "now"})).await);
    assert!(matches!(none.status, 400 | 422), "{}", none.text());
    short.is(422);
    for reason in ["", "aaaaaaaaaaaaaaa"] {
        let refused = ask(json!({"reason": reason})).await;
        refused.is_problem(422, "invalid");
        assert_eq!(refused.json()["errors"][0]["pointer"], "/reason");
    }
    s.submit(&PANEL.map(|who| (who, 3))).await;
    assert_eq!(ask(json!({})).await, none, "asked the same when all are in");
    assert_eq!(ask(json!({"reason": "now"})).await, short);
    let reason = json!({"reason": "The offer deadline is tomorrow."});
    s.world.post("rita", &path, reason.clone()).await.is_problem(403, "forbidden");
    ask(reason).await.is(200);
}

async fn s09_open_people_are_refused_alike(engine: Engine) {
    let s = Scene::with(engine, "panel_complete", &[("hugo", "interviewer"), ("ines", "interviewer")]).await;
    let reason = json!({"reason": "The offer deadline is tomorrow."});
    let random = s.world.post("hugo", &format!("/loops/{NOBODY}/opening"), reason.clone()).await;
    random.is_problem(404, "not_found");
    let path = format!("/loops/{}/opening", s.id);
    assert_eq!(s.world.post("hugo", &path, reason.clone()).await, random);
    s.submit(&[("ines", 3)]).await;
    assert_eq!(s.world.post("hugo", &path, reason).await, random);
}

async fn s09_submitting_answers_a_constant(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    for name in PANEL {
        let card = s.card(name).await;
        s.world.fill(name, &card, 3, "yes").await;
        let answer = s.world.post(name, &format!("/scorecards/{card}/submission"), json!({})).await;
        let at = s.world.clock.now().plus(10 * SECOND).to_rfc3339();
        assert_eq!(answer.expect(202), json!({"seals_at": at}), "the last one is answered like the first");
        s.seal().await;
    }
}

async fn s12_adaptive(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    assert_eq!(s.detail("rita").await["adaptive"], false);
    s.submit(&[("ines", 3), ("tomas", 3), ("aiko", 3)]).await;
    let page = s.page("dele").await;
    let body = json!({"kit": "system-design", "panel": [
        {"person_id": s.world.person("otto").await, "kind": "interviewer", "required": true}]});
    s.world.post("rita", &format!("/loops/{}/interviews", s.id), body).await.is(201);
    assert_eq!(s.detail("rita").await["adaptive"], true);
    assert_eq!(s.page("dele").await, page, "nothing of it shows to open people");
    // The later round's page is made like that of the first.
    let otto = s.page("otto").await;
    let tomas = s.page("tomas").await;
    assert_eq!(keys(&otto), keys(&tomas));
    assert_eq!((&otto["kit"], &otto["competencies"]), (&tomas["kit"], &tomas["competencies"]));
    assert!(!otto.to_string().contains("adaptive"));
    s.submit(&[("dele", 3)]).await;
    assert_eq!(s.packet_status("rita").await, 404, "the added interview is awaited");
    s.submit(&[("otto", 3)]).await;
    assert_eq!(s.packet("otto").await["adaptive"], true);
}

async fn s13_a_running_loop_keeps_its_plan(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    let toml = s.world.get("rita", &format!("/plans/{}/toml", s.org.plan)).await.text();
    let other = toml.replacen("bar = 0.6", "bar = 0.75", 1);
    assert_ne!(toml, other);
    let page = s.page("ines").await;
    let version = s.world.post("rita", "/plans", json!({"toml": other})).await.expect(201);
    assert_eq!(version["number"], 2);
    assert_eq!(version["job_id"], s.org.job);
    assert_eq!(s.page("ines").await, page);
    assert_eq!(s.detail("rita").await["plan_number"], 1);
    s.submit(&PANEL.map(|who| (who, 3))).await;
    let packet = s.packet("rita").await;
    assert_eq!((&packet["plan_number"], &packet["bar"]), (&json!(1), &json!(0.6)));
}

on_both_engines! {
    s07_late_blind => super::s07_late_and_blind;
    s09_reason_always => super::s09_opening_is_no_oracle;
    s09_constant_refusal => super::s09_open_people_are_refused_alike;
    s09_constant_answer => super::s09_submitting_answers_a_constant;
    s12_adaptive_loops => super::s12_adaptive;
    s13_locks => super::s13_a_running_loop_keeps_its_plan;
}
