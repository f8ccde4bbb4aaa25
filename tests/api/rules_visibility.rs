//! S1 to S5: what someone with an open scorecard sees, and what does not reach them.

use crate::rules_scene::{NOBODY, NOOR, Scene, keys};
use evenhand_tests::{Engine, on_both_engines};
use serde_json::json;

async fn s01_whitelist(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    s.submit(&[("tomas", 4)]).await;
    let page = s.page("ines").await;
    let expected = [
        "amendments",
        "answers",
        "brief",
        "competencies",
        "exposed",
        "fields",
        "files",
        "interview",
        "kit",
        "packet_path",
        "plan_number",
        "planned_kits",
        "reveal",
        "seals_at",
        "stage",
        "submitted_at",
    ];
    assert_eq!(keys(&page), expected);
    let expected = [
        "candidate_name",
        "card",
        "due_at",
        "id",
        "job",
        "kind",
        "kit_name",
        "minutes",
        "place",
        "slot",
        "starts_at",
        "zone",
    ];
    assert_eq!(keys(&page["interview"]), expected);
    assert_eq!(page["interview"]["candidate_name"], NOOR);
    assert_eq!(page["answers"], json!([["CV", "Ten years of payments"]]), "the kit lists the CV");
    assert_eq!(s.page("dele").await["answers"], json!([]), "this kit lists no CV");
    assert_eq!(page["packet_path"], json!(null));
    let mine = s.world.get("ines", "/my/interviews").await.text();
    for text in [page.to_string(), mine] {
        for hidden in ["noor@", "+49", "referral", "Tomas", "Aiko", "Dele", "Rita", "Hugo", "tomas saw"] {
            assert!(!text.contains(hidden), "{hidden} in {text}");
        }
    }
}

async fn s02_s03_no_cascade(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    let path = format!("/scorecards/{}", s.card("ines").await);
    let look = async || (s.world.get("ines", &path).await, s.world.get("ines", "/my/interviews").await);
    let before = look().await;
    s.move_stage().await;
    assert_eq!(look().await, before, "a stage move touches nobody's interview");
    s.reject().await;
    assert_eq!(look().await, before, "a rejection touches nobody's interview");
    // Cancelling is an act of its own, carries no text of anybody's, and says only that.
    let detail = s.detail("hugo").await;
    let interview = detail["interviews"][0]["id"].as_str().unwrap();
    let cancel = format!("/interviews/{interview}/cancellation");
    let told = s.world.post("hugo", &cancel, json!({"reason": "Rejected."})).await;
    assert!(matches!(told.status, 400 | 422), "no text goes along: {}", told.text());
    s.world.post("hugo", &cancel, json!({})).await.is(200);
    let mut expected = before.0.json();
    expected["interview"]["slot"] = json!("cancelled");
    expected["interview"]["card"] = json!("void");
    assert_eq!(look().await.0.json(), expected, "only cancelled");
    // Those who have interviewed still owe their cards, and the loop completes by S6.
    s.submit(&[("tomas", 3), ("aiko", 3)]).await;
    assert_eq!(s.packet_status("hugo").await, 404);
    s.submit(&[("dele", 3)]).await;
    assert_eq!(s.packet_status("hugo").await, 200);
}

async fn s04_per_person(engine: Engine) {
    let s = Scene::with(engine, "panel_complete", &[("ines", "interviewer"), ("tomas", "interviewer")]).await;
    s.submit(&[("ines", 3), ("tomas", 4)]).await;
    assert_eq!(s.packet_status("ines").await, 200);
    s.second_loop(&[("ines", "interviewer")]).await;
    assert_eq!(s.packet_status("ines").await, 404, "an open card hides every loop of that candidate");
    assert_eq!(s.packet_status("tomas").await, 200);
    s.submit(&[("ines", 3)]).await;
    assert_eq!(s.packet_status("ines").await, 200);
}

async fn s05_recruiter_on_the_panel(engine: Engine) {
    let s = Scene::with(engine, "panel_complete", &[("rita", "interviewer"), ("ines", "interviewer")]).await;
    let w = &s.world;
    let row = w.application("rita", &s.org.job, NOOR).await;
    let application = row["id"].as_str().unwrap();
    let candidate = row["candidate_id"].as_str().unwrap();
    for (path, random) in [
        (format!("/loops/{}", s.id), format!("/loops/{NOBODY}")),
        (format!("/loops/{}/packet", s.id), format!("/loops/{NOBODY}/packet")),
        (format!("/candidates/{candidate}"), format!("/candidates/{NOBODY}")),
    ] {
        w.get("rita", &path).await.is_problem(404, "not_found");
        assert_eq!(w.get("rita", &path).await, w.get("rita", &random).await);
    }
    let moves = json!({"stage": row["stage"], "version": 1});
    let rejects = json!({"reason": "Others were closer to what we need.", "version": 1});
    for (act, body) in [("stage", moves), ("rejection", rejects)] {
        let there = w.post("rita", &format!("/applications/{application}/{act}"), body.clone()).await;
        there.is_problem(404, "not_found");
        assert_eq!(there, w.post("rita", &format!("/applications/{NOBODY}/{act}"), body).await);
    }
    let list = format!("/candidates?job={}", s.org.job);
    let before = w.get("rita", &list).await;
    assert!(!w.get("rita", "/loops").await.text().contains(&s.id));
    s.move_stage().await;
    s.submit(&[("ines", 4)]).await;
    s.reject().await;
    assert_eq!(w.get("rita", &list).await, before, "the row stands as it was at assignment");
    // Her own card in, her rights return.
    s.submit(&[("rita", 3)]).await;
    assert_eq!(s.detail("rita").await["row"]["progress"]["submitted"], 2);
    assert_ne!(w.get("rita", &list).await, before);
    w.get("rita", &format!("/candidates/{candidate}")).await.is(200);
}

async fn s05_progress_returns_before_the_release(engine: Engine) {
    let s = Scene::with(engine, "panel_complete", &[("rita", "interviewer"), ("ines", "interviewer")]).await;
    s.submit(&[("rita", 3)]).await;
    let detail = s.detail("rita").await;
    assert_eq!(detail["row"]["progress"], json!({"submitted": 1, "required": 2, "overdue": 0}));
    assert_eq!(s.packet_status("rita").await, 404);
}

async fn s05_b10_removed_people_stay_blind(engine: Engine) {
    let s = Scene::with(engine, "panel_complete", &[("rita", "interviewer"), ("ines", "interviewer")]).await;
    let w = &s.world;
    let place = s.card("rita").await;
    s.on_place("hugo", &place, "removal", json!({})).await;
    let path = format!("/loops/{}", s.id);
    w.get("rita", &path).await.is_problem(404, "not_found");
    // Added again, and removed again: still blind.
    let interview = s.detail("hugo").await["interviews"][0]["id"].as_str().unwrap().to_owned();
    let slot = json!({"person_id": w.person("rita").await, "kind": "interviewer", "required": false});
    w.post("hugo", &format!("/interviews/{interview}/panel"), slot).await.is(201);
    w.get("rita", &path).await.is_problem(404, "not_found");
    let panel = s.detail("hugo").await["interviews"][0]["panel"].as_array().unwrap().clone();
    let again = panel.iter().find(|place| place["state"] == "assigned").unwrap();
    s.on_place("hugo", again["id"].as_str().unwrap(), "removal", json!({})).await;
    w.get("rita", &path).await.is_problem(404, "not_found");
    assert_eq!(s.packet_status("rita").await, 404);
    s.submit(&[("ines", 4)]).await;
    w.get("rita", &path).await.is(200);
    assert_eq!(s.packet_status("rita").await, 200);
}

async fn s05_self_assignment(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    let w = &s.world;
    let interview = s.detail("rita").await["interviews"][0]["id"].as_str().unwrap().to_owned();
    let slot = json!({"person_id": w.person("rita").await, "kind": "interviewer", "required": true});
    let added = w.post("rita", &format!("/interviews/{interview}/panel"), slot).await.expect(201);
    assert_eq!(added, json!({"loop_id": s.id, "detail": null, "cover_needed": false}));
    w.get("rita", &format!("/loops/{}", s.id)).await.is_problem(404, "not_found");
}

async fn s05_unblinding(engine: Engine) {
    let s = Scene::with(engine, "panel_complete", &[("rita", "interviewer"), ("ines", "interviewer")]).await;
    let w = &s.world;
    let path = format!("/scorecards/{}/unblinding", s.card("rita").await);
    w.post("rita", &path, json!({"confirm": false})).await.is(422);
    w.get("rita", &format!("/loops/{}", s.id)).await.is(404);
    w.post("rita", &path, json!({"confirm": true})).await.is(204);
    assert_eq!(s.detail("rita").await["row"]["progress"]["required"], 2);
    assert_eq!(s.page("rita").await["exposed"], true);
    s.submit(&[("rita", 1), ("ines", 5)]).await;
    let packet = s.packet("ines").await;
    let exposed: Vec<bool> =
        packet["cards"].as_array().unwrap().iter().map(|c| c["exposed"].as_bool().unwrap()).collect();
    assert_eq!(exposed, [true, false], "Rita's kit comes first");
    assert_eq!(packet["composite"]["people"], 1);
    assert_eq!(packet["composite"]["value"], 1.0, "her low marks do not count");
}

async fn s05_b10_b11_later_roles_open_nothing(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    s.submit(&[("tomas", 4)]).await;
    let w = &s.world;
    let member = json!({"person_id": w.person("ines").await, "role": "recruiter"});
    s.roles("ines", &["admin", "recruiter", "interviewer"]).await;
    w.post("rita", &format!("/jobs/{}/team", s.org.job), member).await.is(200);
    w.get("ines", "/people").await.is(200);
    w.get("ines", &format!("/jobs/{}", s.org.job)).await.is(200);
    w.get("ines", &format!("/loops/{}", s.id)).await.is_problem(404, "not_found");
    assert_eq!(s.packet_status("ines").await, 404);
    let other = s.card("tomas").await;
    w.get("ines", &format!("/scorecards/{other}")).await.is_problem(404, "not_found");
    s.submit(&[("aiko", 4), ("dele", 4)]).await;
    assert_eq!(s.packet_status("ines").await, 404);
    s.submit(&[("ines", 4)]).await;
    assert_eq!(s.packet_status("ines").await, 200);
}

/// Under "own submitted" whoever left without a card waits for the release, and whoever comes back waits for the own card.
async fn b10_own_submitted(engine: Engine) {
    let s = Scene::begin(engine, "own_submitted").await;
    let w = &s.world;
    s.submit(&[("tomas", 4)]).await;
    assert_eq!(s.packet_status("tomas").await, 200);
    let interview = s.detail("rita").await["interviews"][0]["id"].as_str().unwrap().to_owned();
    s.on_place("rita", &s.card("ines").await, "removal", json!({})).await;
    assert_eq!(s.packet_status("ines").await, 404, "removed");
    s.roles("ines", &["admin", "recruiter", "interviewer"]).await;
    let member = json!({"person_id": w.person("ines").await, "role": "recruiter"});
    w.post("rita", &format!("/jobs/{}/team", s.org.job), member).await.is(200);
    assert_eq!(s.packet_status("ines").await, 404, "removed, and recruiter now");
    w.get("ines", &format!("/loops/{}", s.id)).await.is_problem(404, "not_found");
    let slot = json!({"person_id": w.person("ines").await, "kind": "interviewer", "required": true});
    let added = w.post("rita", &format!("/interviews/{interview}/panel"), slot).await.expect(201);
    let panel = added["detail"]["interviews"][0]["panel"].as_array().unwrap();
    let again = panel.iter().find(|place| place["state"] == "assigned").unwrap()["id"].as_str().unwrap();
    assert_eq!(s.packet_status("ines").await, 404, "added again");
    w.submit("ines", again, 3, "yes").await;
    let partial = s.packet("ines").await;
    assert_eq!((&partial["partial"], partial["cards"].as_array().unwrap().len()), (&json!(true), 2));
}

async fn b11_manager_and_admin_on_the_panel(engine: Engine) {
    let s = Scene::with(engine, "panel_complete", &[("hugo", "interviewer"), ("ines", "interviewer")]).await;
    let w = &s.world;
    s.roles("root", &["admin", "interviewer"]).await;
    let interview = s.detail("rita").await["interviews"][1]["id"].as_str().unwrap().to_owned();
    let slot = json!({"person_id": w.person("root").await, "kind": "interviewer", "required": true});
    w.post("rita", &format!("/interviews/{interview}/panel"), slot).await.is(201);
    s.submit(&[("ines", 4)]).await;
    let other = s.card("ines").await;
    for who in ["hugo", "root"] {
        for path in
            [format!("/loops/{}", s.id), format!("/loops/{}/packet", s.id), format!("/scorecards/{other}")]
        {
            w.get(who, &path).await.is_problem(404, "not_found");
        }
    }
    let reason = json!({"reason": "The offer deadline is tomorrow."});
    w.post("hugo", &format!("/loops/{}/opening", s.id), reason).await.is_problem(404, "not_found");
}

on_both_engines! {
    s01_the_page_is_a_whitelist => super::s01_whitelist;
    s02_s03_no_cascades => super::s02_s03_no_cascade;
    s04_blind_per_person => super::s04_per_person;
    s05_recruiter => super::s05_recruiter_on_the_panel;
    s05_progress => super::s05_progress_returns_before_the_release;
    s05_b10_removed => super::s05_b10_removed_people_stay_blind;
    s05_self => super::s05_self_assignment;
    s05_unblind => super::s05_unblinding;
    s05_b10_b11_roles => super::s05_b10_b11_later_roles_open_nothing;
    b10_own_card_first => super::b10_own_submitted;
    b11_manager_admin => super::b11_manager_and_admin_on_the_panel;
}
