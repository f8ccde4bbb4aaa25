//! Z02: ids of another job in the place of one's own.

use crate::{
    contents::contents,
    matrix::ask,
    scene::{CALLERS, NOBODY, Scene, Things, of_a_job},
    table::{ROWS, Row},
};
use evenhand_tests::{Engine, on_both_engines};
use serde_json::{Value, json};

/// Bodies that would do something, for operations whose body in the matrix is refused once the caller is let in.
const GOOD: &[(&str, &str)] = &[
    ("jobs.team_add", r#"{"person_id": "{recruiter}", "role": "recruiter"}"#),
    (
        "jobs.change",
        r#"{"version": 1, "about": {"title": "A", "level": "B", "ladder_level": null, "summary": "", "band": {"currency": "EUR", "low": 1, "high": 2}, "flexibility": ""}}"#,
    ),
    ("jobs.status", r#"{"version": 1, "status": "paused", "how": null, "reason": null}"#),
    (
        "jobs.stages",
        r#"{"version": 1, "stages": [{"name": "Applied", "was": "Applied"}, {"name": "New", "was": "{stage}"}]}"#,
    ),
    (
        "jobs.outcomes",
        r#"{"version": 1, "outcomes": [{"key": "a", "text": "b", "measure": "", "target": "", "due": ""}]}"#,
    ),
    ("jobs.cover", r#"{"person_id": "{recruiter}", "cover_id": null}"#),
    ("loops.break_glass", r#"{"reason": "A threat was made in an interview.", "confirm": true}"#),
    ("jobs.team_remove", r#"{"person_id": "{recruiter}", "role": "recruiter"}"#),
    ("plans.draft_discard", r#"{"version": {draft}}"#),
    ("plans.publish", r#"{"version": {draft}}"#),
    ("candidates.import", r#"{"csv": "name,email\nA,a@b.example\n", "dry_run": false}"#),
    ("applications.stage", r#"{"stage": "{stage}", "version": 1}"#),
    ("applications.reject", r#"{"reason": "Not now.", "version": 1}"#),
    (
        "loops.start",
        r#"{"plan_id": "{plan}", "interviews": [{"kit": "{kit}", "panel": [{"person_id": "{person}", "kind": "interviewer", "required": true}]}]}"#,
    ),
    ("loops.open", r#"{"reason": "Everybody needs to know by tonight."}"#),
    (
        "loops.add_interview",
        r#"{"kit": "{kit}", "panel": [{"person_id": "{person}", "kind": "interviewer", "required": true}]}"#,
    ),
    ("interviews.schedule", r#"{"starts_at": null, "zone": null, "place": "Room 9", "version": 1}"#),
    ("interviews.add_panelist", r#"{"person_id": "{person}", "kind": "interviewer", "required": false}"#),
    ("assignments.replace", r#"{"person_id": "{person}"}"#),
    ("scorecards.save", r#"{"fields": [{"field": "recommendation", "base": 0, "value": "yes"}]}"#),
    ("scorecards.withdraw", r#"{"reason": "I know this person from before."}"#),
    ("scorecards.unblind", r#"{"confirm": true}"#),
];

/// Words that the bodies above use, as they are on the other job.
async fn with_words(scene: &Scene) -> Things {
    let w = &scene.world;
    let mut there = scene.there.clone();
    let plan = w.get("rafa", &format!("/plans/{}", scene.org.other_plan)).await.expect(200)["plan"].clone();
    there.insert("kit", plan["kits"][0]["key"].as_str().unwrap().to_owned());
    there.insert("stage", plan["job"]["stages"][1].as_str().unwrap().to_owned());
    there.insert("recruiter", w.person("rita").await);
    let draft = w.get("rafa", &format!("/jobs/{}/plan-draft", scene.org.other_job)).await.expect(200);
    there.insert("draft", draft["head"]["version"].to_string());
    there.insert("person", scene.here["person"].clone());
    there
}

/// The people of one job and everyone without any ask about the things of another, in every operation, with bodies that are refused
/// and with bodies that would do something: absent, byte for byte as if there were nothing; and not a row of any table changes.
async fn every_id_of_another_job(engine: Engine) {
    let scene = Scene::build(engine, true).await;
    let w = &scene.world;
    let there = with_words(&scene).await;
    let nothing: Things = there
        .iter()
        .map(|(name, id)| {
            (*name, if scene.there.contains_key(name) { NOBODY.to_owned() } else { id.clone() })
        })
        .collect();
    let before = contents(w).await;
    let strangers =
        CALLERS.iter().filter(|caller| !["nobody", "gone", "newt", "rafa", "mara"].contains(caller));
    let mut asked = 0;
    for caller in strangers {
        for row in ROWS.iter().filter(|row| of_a_job(row)) {
            let good = GOOD.iter().filter(|(id, _)| *id == row.id).map(|(_, body)| *body);
            for body in good.chain([row.body]) {
                let row = Row { body, ..*row };
                let reply = ask(&scene, caller, &row, &there).await;
                assert_eq!(reply.status, 404, "{} {body} as {caller}: {}", row.id, reply.text());
                reply.is_problem(404, "not_found");
                assert_eq!(reply, ask(&scene, caller, &row, &nothing).await, "{} as {caller}", row.id);
                asked += 1;
            }
            if row.method == "GET" {
                let head = Row { method: "HEAD", ..*row };
                let reply = ask(&scene, caller, &head, &there).await;
                assert_eq!(reply.status, 404, "HEAD {}", row.path);
                assert_eq!(reply, ask(&scene, caller, &head, &nothing).await, "HEAD {}", row.path);
            }
        }
    }
    assert!(asked > 400, "{asked}");
    assert!(contents(w).await == before, "not a row of any table changed");
}

/// The same ids where they are allowed do something: otherwise the test above would prove nothing.
#[actix_web::test]
async fn z02_the_same_ids_do_something_for_their_own() {
    for (id, body) in GOOD {
        let scene = Scene::build(Engine::Sqlite, false).await;
        let there = with_words(&scene).await;
        if *id == "jobs.team_remove" {
            // The last recruiter stays, so there are two.
            let member = json!({"person_id": there["recruiter"], "role": "recruiter"});
            scene.world.post("rafa", &format!("/jobs/{}/team", there["job"]), member).await.is(200);
        }
        let before = contents(&scene.world).await;
        let row = ROWS.iter().find(|row| row.id == *id).unwrap();
        let row = Row { body, ..*row };
        let caller = match *id {
            "scorecards.save" | "scorecards.unblind" => "aiko",
            "scorecards.withdraw" => "pia",
            "loops.open" => "mara",
            _ => "rafa",
        };
        let row = if *id == "scorecards.withdraw" {
            Row { path: "/scorecards/{closed}/withdrawal", ..row }
        } else {
            row
        };
        let reply = ask(&scene, caller, &row, &there).await;
        assert!(reply.status < 300, "{id}: {}", reply.text());
        assert!(contents(&scene.world).await != before, "{id} leaves something");
    }
}

/// Ids in bodies and queries: of another job and of nothing are answered with the same bytes.
async fn ids_in_bodies_and_queries(engine: Engine) {
    let scene = Scene::build(engine, false).await;
    let w = &scene.world;
    let before = contents(w).await;
    for caller in ["rita", "hugo", "rosa"] {
        for list in ["/candidates", "/loops"] {
            let other = w.get(caller, &format!("{list}?job={}", scene.there["job"])).await;
            assert_eq!(other, w.get(caller, &format!("{list}?job={NOBODY}")).await, "{list}");
            assert_eq!(other.expect(200), json!([]), "{list}");
        }
        let path = format!("/applications/{}/loops", scene.here["application"]);
        let start = async |plan: &str| {
            let new: Value = json!({"plan_id": plan, "interviews": []});
            w.post(caller, &path, new).await
        };
        let other = start(&scene.there["plan"]).await;
        assert_eq!(other, start(NOBODY).await, "{caller}");
        other.is_problem(
            if caller == "rosa" { 404 } else { 422 },
            if caller == "rosa" { "not_found" } else { "invalid" },
        );
    }
    assert!(contents(w).await == before, "not a row of any table changed");
}

on_both_engines! {
    z02 => super::every_id_of_another_job;
    z02_in_bodies_and_queries => super::ids_in_bodies_and_queries;
}
