//! Candidates: importing, stages, rejections, and B06: rows that stand still while one is open.

use evenhand_tests::{Engine, Organisation, World, on_both_engines};
use serde_json::{Value, json};

const NOOR: &str = "Noor Haddad";

async fn import(world: &World, who: &str, job: &str, csv: &str, dry_run: bool) -> evenhand_tests::Reply {
    let file = json!({"csv": csv, "dry_run": dry_run});
    world.post(who, &format!("/jobs/{job}/candidates/import"), file).await
}

async fn rows(world: &World, who: &str) -> Vec<Value> {
    world.get(who, "/candidates").await.expect(200)["rows"].as_array().unwrap().clone()
}

/// The candidate's page for somebody of the team.
async fn page(world: &World, org: &Organisation, who: &str, name: &str) -> Value {
    let row = world.application("rita", &org.job, name).await;
    world.get(who, &format!("/candidates/{}", row["candidate_id"].as_str().unwrap())).await.expect(200)
}

async fn importing(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let csv = "name,email,phone,source,zone,CV,Portfolio\n\
        Noor Haddad,NOOR@example.net,,,,,\n\
        \"Okoro, Zed\",zed@example.net,+1 555,fair,America/New_York,\"Line one\nLine two\",\n";
    let trial = import(&world, "rita", &org.job, csv, true).await.expect(200);
    assert_eq!(trial["faults"], json!([]));
    assert_eq!(
        (&trial["rows"], &trial["importable"], &trial["dry_run"]),
        (&json!(2), &json!(1), &json!(true))
    );
    assert_eq!(trial["preview"], json!(["Okoro, Zed"]));
    assert!(
        trial["notes"].to_string().contains("Line 2: NOOR@example.net already applied"),
        "{}",
        trial["notes"]
    );
    assert_eq!(rows(&world, "rita").await.len(), 3, "a trial keeps nothing");
    let done = import(&world, "rita", &org.job, csv, false).await.expect(200);
    assert_eq!((&done["importable"], &done["dry_run"]), (&json!(1), &json!(false)));
    assert_eq!(rows(&world, "rita").await.len(), 4);
    let zed = page(&world, &org, "hugo", "Okoro, Zed").await;
    assert_eq!(
        (&zed["phone"], &zed["source"], &zed["zone"]),
        (&json!("+1 555"), &json!("fair"), &json!("America/New_York"))
    );
    assert_eq!(zed["answers"], json!([["CV", "Line one\nLine two"]]), "empty answers are none");
    assert_eq!(zed["applications"][0]["row"]["stage"], "Applied");
    assert_eq!(
        page(&world, &org, "hugo", NOOR).await["zone"],
        "Europe/Berlin",
        "who is known stays as they are"
    );
    let again = import(&world, "rita", &org.job, csv, false).await.expect(200);
    assert_eq!(again["importable"], 0);
    assert_eq!(rows(&world, "rita").await.len(), 4, "the same file again adds nobody");
}

async fn bad_rows_are_named_and_nothing_is_half_imported(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let csv = "name,email,zone\n\
        Zed,zed@example.net,\n\
        ,nothing,Mars/Base\n\
        Yan,yan@example.net,\n\
        Yan Two,YAN@example.net,\n";
    for dry_run in [true, false] {
        let report = import(&world, "rita", &org.job, csv, dry_run).await.expect(200);
        let found: Vec<(u64, &str)> = report["faults"]
            .as_array()
            .unwrap()
            .iter()
            .map(|f| (f["line"].as_u64().unwrap(), f["column"].as_str().unwrap()))
            .collect();
        for expected in [(3, "name"), (3, "email"), (3, "zone"), (5, "email")] {
            assert!(found.contains(&expected), "{expected:?} in {found:?}");
        }
        assert_eq!(found.len(), 4, "{found:?}");
        assert_eq!(report["importable"], 0);
        assert_eq!(rows(&world, "rita").await.len(), 3, "not even the good rows");
    }
}

async fn only_recruiters_of_the_job_import(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let csv = "name,email\nZed,zed@example.net\n";
    import(&world, "hugo", &org.job, csv, false).await.is_problem(403, "forbidden");
    for who in ["rafa", "mara", "ines", "root"] {
        import(&world, who, &org.job, csv, false).await.is_problem(404, "not_found");
    }
    assert_eq!(rows(&world, "rita").await.len(), 3);
    // S33: the same address on another job is another candidate, as long as nobody knows of both.
    let (here, there) = (
        world.application("rita", &org.job, NOOR).await,
        world.application("rafa", &org.other_job, NOOR).await,
    );
    assert_ne!(here["candidate_id"], there["candidate_id"]);
    let path = format!("/candidates/{}", there["candidate_id"].as_str().unwrap());
    world.get("rita", &path).await.is_problem(404, "not_found");
    let elsewhere = world.get("rita", &format!("/candidates?job={}", org.other_job)).await.expect(200);
    assert_eq!(
        elsewhere,
        json!({"rows": [], "total": 0, "after": null}),
        "the rows of other jobs are nobody's business"
    );
}

async fn stages(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let row = world.application("rita", &org.job, NOOR).await;
    let path = format!("/applications/{}/stage", row["id"].as_str().unwrap());
    let to = |stage: &str, version: i64| json!({"stage": stage, "version": version});
    let moved = world.post("rita", &path, to("Screening", 1)).await.expect(200);
    assert_eq!(moved["stage"], "Screening");
    let listed = async || {
        let row = world.application("hugo", &org.job, NOOR).await;
        moved.as_object().unwrap().iter().all(|(name, value)| row[name] == *value)
    };
    assert!(listed().await, "the list says the same and more");
    world.post("hugo", &path, to("Offer", 1)).await.is_problem(409, "stale");
    let refused = world.post("hugo", &path, to("Hired", 2)).await.expect(422);
    assert_eq!(refused["errors"][0]["pointer"], "/stage");
    for who in ["rafa", "mara", "ines", "root"] {
        world.post(who, &path, to("Offer", 2)).await.is_problem(404, "not_found");
    }
    assert!(listed().await, "refusals change nothing");
    world.post("hugo", &path, to("Offer", 2)).await.is(200);
    assert_eq!(page(&world, &org, "rita", NOOR).await["applications"][0]["version"], 3);
}

async fn two_people_move_one_application(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let row = world.application("rita", &org.job, NOOR).await;
    drop(world.token("hugo").await);
    let path = format!("/applications/{}/stage", row["id"].as_str().unwrap());
    let (one, two) = futures_util::future::join(
        world.post("rita", &path, json!({"stage": "Screening", "version": 1})),
        world.post("hugo", &path, json!({"stage": "Offer", "version": 1})),
    )
    .await;
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
}

async fn rejections(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let row = world.application("rita", &org.job, NOOR).await;
    let id = row["id"].as_str().unwrap();
    let path = format!("/applications/{id}/rejection");
    let reason = |reason: &str, version: i64| json!({"reason": reason, "version": version});
    for bad in ["", "  a ", &"x".repeat(2_001)] {
        let refused = world.post("rita", &path, reason(bad, 1)).await.expect(422);
        assert_eq!(refused["errors"][0]["pointer"], "/reason");
    }
    world.post("rita", &path, reason("Others were closer.", 0)).await.is_problem(409, "stale");
    for who in ["rafa", "ines", "root"] {
        world.post(who, &path, reason("Others were closer.", 1)).await.is_problem(404, "not_found");
    }
    assert_eq!(world.application("rita", &org.job, NOOR).await, row);
    let rejected = world.post("rita", &path, reason("Others were closer.", 1)).await.expect(200);
    assert_eq!(rejected["rejected"], true);
    let detail = page(&world, &org, "hugo", NOOR).await;
    assert_eq!(detail["applications"][0]["rejection_reason"], "Others were closer.");
    world.post("hugo", &path, reason("Once more.", 2)).await.is_problem(409, "conflict");
    let stage = json!({"stage": "Offer", "version": 2});
    world.post("hugo", &format!("/applications/{id}/stage"), stage).await.is_problem(409, "conflict");
}

/// A hiring manager on the panel is open: row, page and acts are those of a panelist.
async fn b06_the_row_stands_still_while_open(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let panel = [("hugo", "interviewer"), ("tomas", "interviewer")];
    let before = world.application("hugo", &org.job, NOOR).await;
    assert_eq!(before["frozen"], false);
    world.start_loop_with(&org, NOOR, "panel_complete", &panel).await;
    let frozen = world.application("hugo", &org.job, NOOR).await;
    assert_eq!((&frozen["frozen"], &frozen["stage"]), (&json!(true), &json!("Applied")));
    assert_eq!(frozen["loop_id"], Value::Null);
    let list = world.get("hugo", "/candidates").await;
    let id = before["id"].as_str().unwrap();
    let candidate = format!("/candidates/{}", before["candidate_id"].as_str().unwrap());
    let acts = async || {
        for (act, body) in [
            ("stage", json!({"stage": "Offer", "version": 2})),
            ("rejection", json!({"reason": "Others were closer.", "version": 2})),
        ] {
            world.post("hugo", &format!("/applications/{id}/{act}"), body).await.is_problem(404, "not_found");
        }
        world.get("hugo", &candidate).await.is_problem(404, "not_found");
    };
    acts().await;
    world
        .post("rita", &format!("/applications/{id}/stage"), json!({"stage": "Debrief", "version": 1}))
        .await
        .is(200);
    assert_eq!(world.get("hugo", "/candidates").await, list, "a stage is moved behind his back");
    let tomas = world.card("tomas", NOOR).await;
    world.submit("tomas", &tomas, 1, "no").await;
    assert_eq!(world.get("hugo", "/candidates").await, list, "a card is submitted");
    let rejection = json!({"reason": "Others were closer.", "version": 2});
    world.post("rita", &format!("/applications/{id}/rejection"), rejection).await.is(200);
    assert_eq!(world.get("hugo", "/candidates").await, list, "a candidate is rejected");
    acts().await;
    let own = world.card("hugo", NOOR).await;
    world.submit("hugo", &own, 4, "yes").await;
    let after = world.application("hugo", &org.job, NOOR).await;
    assert_eq!(
        (&after["frozen"], &after["stage"], &after["rejected"]),
        (&json!(false), &json!("Debrief"), &json!(true))
    );
    world.get("hugo", &candidate).await.is(200);
}

on_both_engines! {
    candidates_import => super::importing;
    candidates_faults => super::bad_rows_are_named_and_nothing_is_half_imported;
    candidates_who => super::only_recruiters_of_the_job_import;
    candidates_stage => super::stages;
    c02_stage => super::two_people_move_one_application;
    candidates_reject => super::rejections;
    b06_row => super::b06_the_row_stands_still_while_open;
}
