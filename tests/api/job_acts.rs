//! Jobs from draft to closed: their words, stages, outcomes and level.

use evenhand_tests::{Engine, World, on_both_engines};
use serde_json::{Value, json};

fn about(title: &str, level: &Value) -> Value {
    json!({"title": title, "level": "Senior", "ladder_level": level, "summary": "Iron.", "flexibility": "Up to 5 % more.",
        "band": {"currency": "EUR", "low": 40_000, "high": 50_000}})
}

fn status(version: &Value, status: &str) -> Value {
    json!({"version": version, "status": status, "how": null, "reason": null})
}

const CSV: &str = "name,email\nZoe Quist,zoe@example.net\n";

async fn from_draft_to_closed(engine: Engine) {
    let (world, _) = World::organisation(engine).await;
    let new = json!({"key": "smith", "about": about("Smith", &Value::Null), "stages": ["Applied", "Offer"]});
    let job = world.post("rita", "/jobs", new.clone()).await.expect(201);
    assert_eq!((&job["job"]["status"], &job["plan_id"]), (&json!("draft"), &Value::Null));
    assert_eq!((&job["job"]["recruiters"], &job["job"]["hiring_managers"]), (&json!(["Rita"]), &json!([])));
    let taken = world.post("rafa", "/jobs", new).await.expect(422);
    assert_eq!(taken["errors"][0]["code"], "key_taken");
    let path = format!("/jobs/{}", job["job"]["id"].as_str().unwrap());
    world.get("rafa", &path).await.is_problem(404, "not_found");
    let import = async |dry_run: bool| {
        world
            .post("rita", &format!("{path}/candidates/import"), json!({"csv": CSV, "dry_run": dry_run}))
            .await
    };
    let go = async |body: Value| world.post("rita", &format!("{path}/status"), body).await;
    // A draft takes nobody, an open job does, a paused one does not.
    import(true).await.is_problem(409, "job_not_open");
    go(status(&json!(1), "paused")).await.is_problem(409, "conflict");
    let opened = go(status(&json!(1), "open")).await.expect(200);
    assert_eq!((&opened["job"]["status"], &opened["version"]), (&json!("open"), &json!(2)));
    import(true).await.is(200);
    go(status(&json!(1), "paused")).await.is_problem(409, "stale");
    go(status(&json!(2), "paused")).await.is(200);
    import(false).await.is_problem(409, "job_not_open");
    go(status(&json!(3), "open")).await.is(200);
    import(false).await.is(200);
    // Closing says how and why; the record of it goes when the job is reopened.
    let bare = go(status(&json!(4), "closed")).await.expect(422);
    assert_eq!(bare["errors"].as_array().unwrap().len(), 2, "{bare}");
    let close = json!({"version": 4, "status": "closed", "how": "filled", "reason": "Zoe starts in May."});
    let closed = go(close).await.expect(200);
    assert_eq!(closed["closing"]["how"], "filled");
    assert_eq!(closed["closing"]["reason"], "Zoe starts in May.");
    import(true).await.is_problem(409, "job_not_open");
    let reopened = go(status(&json!(5), "open")).await.expect(200);
    assert_eq!((&reopened["closing"], &reopened["opened_at"]), (&Value::Null, &opened["opened_at"]));
}

async fn s03_a_closed_job_starts_no_loop_and_stops_none(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let started = world.start_loop(&org, "Noor Haddad", "panel_complete").await;
    let close = json!({"version": 1, "status": "closed", "how": "called_off", "reason": "The budget went."});
    world.post("hugo", &format!("/jobs/{}/status", org.job), close).await.is(200);
    let row = world.application("rita", &org.job, "Ada Park").await;
    let new = json!({"plan_id": org.plan, "interviews": []});
    let path = format!("/applications/{}/loops", row["id"].as_str().unwrap());
    world.post("rita", &path, new).await.is_problem(409, "job_not_open");
    let card = world.card("ines", "Noor Haddad").await;
    world.submit("ines", &card, 3, "yes").await;
    let path = format!("/loops/{}", started["id"].as_str().unwrap());
    let after = world.get("rita", &path).await.expect(200);
    assert_eq!(after["row"]["progress"]["submitted"], json!(1), "{}", after["row"]);
    assert_eq!(after["interviews"][1]["cancelled"], json!(false));
}

async fn stages_are_edited(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let path = format!("/jobs/{}", org.job);
    let change = async |version: i64, stages: Value| {
        world.post("hugo", &format!("{path}/stages"), json!({"version": version, "stages": stages})).await
    };
    let keep = |name: &str| json!({"name": name, "was": name});
    // Two swap their names, one is new, two go; who stood in a renamed stage stands there still.
    let stages = json!([{"name": "Screening", "was": "Applied"}, {"name": "Applied", "was": "Screening"},
        {"name": "Take-home", "was": null}, keep("Interviews"), keep("Offer")]);
    let changed = change(1, stages).await.expect(200);
    assert_eq!(changed["stages"], json!(["Screening", "Applied", "Take-home", "Interviews", "Offer"]));
    let row = world.application("rita", &org.job, "Ada Park").await;
    assert_eq!(row["stage"], "Screening");
    let used = change(2, json!([keep("Offer")])).await.expect(422);
    assert_eq!(used["errors"][0]["code"], "stage_in_use");
    change(1, json!([keep("Offer")])).await.is_problem(409, "stale");
    let after = world.get("rita", &path).await.expect(200);
    assert_eq!((&after["stages"], &after["version"]), (&changed["stages"], &json!(2)));
}

/// S30: for somebody open on a candidate of the job a removal is refused alike, wherever the candidate stands.
async fn s30_removing_a_stage_is_no_oracle(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let panel = [("hugo", "interviewer"), ("ines", "interviewer")];
    world.start_loop_with(&org, "Noor Haddad", "panel_complete", &panel).await;
    let stages = format!("/jobs/{}/stages", org.job);
    let keep = |name: &str| json!({"name": name, "was": name});
    let without = |gone: &str| {
        let all = ["Applied", "Screening", "Interviews", "Debrief", "Offer"];
        let left: Vec<Value> = all.iter().filter(|name| **name != gone).map(|name| keep(name)).collect();
        json!({"version": 1, "stages": left})
    };
    let ask = async |gone: &str| world.post("hugo", &stages, without(gone)).await;
    let before = [ask("Offer").await, ask("Applied").await, ask("Debrief").await];
    before[0].is_problem(409, "conflict");
    assert!(before.iter().all(|reply| *reply == before[0]), "used or not");
    let row = world.application("rita", &org.job, "Noor Haddad").await;
    let to = json!({"stage": "Offer", "version": 1});
    world.post("rita", &format!("/applications/{}/stage", row["id"].as_str().unwrap()), to).await.is(200);
    let after = [ask("Offer").await, ask("Applied").await, ask("Debrief").await];
    assert_eq!(before, after, "wherever she stands");
    // Whoever is not open is told the truth, and once the card is in so is hugo.
    assert_eq!(
        world.post("rita", &stages, without("Offer")).await.expect(422)["errors"][0]["code"],
        "stage_in_use"
    );
    let card = world.card("hugo", "Noor Haddad").await;
    world.submit("hugo", &card, 3, "yes").await;
    assert_eq!(ask("Offer").await.expect(422)["errors"][0]["code"], "stage_in_use");
    ask("Debrief").await.is(200);
}

async fn words_outcomes_and_level(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let path = format!("/jobs/{}", org.job);
    let level = json!({"function": "Engineering", "position": 4, "name": "Level 4", "summary": "Leads.",
        "criteria": ["Plans work of several weeks"], "bands": [{"currency": "EUR", "low": 45_000, "high": 60_000}]});
    let added = world.post("root", "/ladder", level.clone()).await.expect(201);
    assert_eq!(world.post("root", "/ladder", level.clone()).await.expect(422)["errors"][0]["code"], "taken");
    for who in ["ines", "rita", "root"] {
        assert_eq!(world.get(who, "/ladder").await.expect(200), json!([added]), "{who}");
    }
    world.post("rita", "/ladder", level.clone()).await.is_problem(404, "not_found");
    let change = |version: i64, level: &Value| json!({"version": version, "about": about("Smith", level)});
    let unknown = world.act("rita", "PATCH", &path, change(1, &json!("nothing"))).await.expect(422);
    assert_eq!(unknown["errors"][0]["pointer"], "/about/ladder_level");
    let changed = world.act("hugo", "PATCH", &path, change(1, &added["id"])).await.expect(200);
    assert_eq!((&changed["job"]["title"], &changed["job"]["level"]), (&json!("Smith"), &json!("Level 4")));
    assert_eq!(changed["flexibility"], "Up to 5 % more.");
    assert_eq!((&changed["band_outside"], &changed["level_band"]["low"]), (&json!(true), &json!(45_000)));
    // Jobs show the ladder's words as they are now; a level in use stays.
    let id = added["id"].as_str().unwrap();
    let mut renamed = level;
    renamed["name"] = json!("Senior");
    renamed["bands"][0]["low"] = json!(40_000);
    let body = json!({"version": 1, "content": renamed});
    world.act("root", "PATCH", &format!("/ladder/{id}"), body).await.is(200);
    let detail = world.get("rita", &path).await.expect(200);
    assert_eq!((&detail["job"]["level"], &detail["band_outside"]), (&json!("Senior"), &json!(false)));
    assert_eq!(world.get("rita", "/jobs").await.expect(200)[0]["level"], "Senior");
    let removal = json!({"version": 2});
    world.post("root", &format!("/ladder/{id}/removal"), removal.clone()).await.is_problem(409, "conflict");
    world.act("hugo", "PATCH", &path, change(2, &Value::Null)).await.is(200);
    assert_eq!(world.post("root", &format!("/ladder/{id}/removal"), removal).await.expect(200), json!([]));
    let outcome = json!({"key": "forge", "text": "A forge that runs.", "measure": "Hours a week", "target": "30", "due": "in May"});
    let body = json!({"version": 3, "outcomes": [outcome]});
    let written = world.post("hugo", &format!("{path}/outcomes"), body).await.expect(200);
    assert_eq!(written["outcomes"], json!([outcome]));
}

/// Who is all of one kind is pointed out, and the loop starts all the same.
async fn a_panel_of_one_kind_is_pointed_out(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let alike = world.start_loop(&org, "Noor Haddad", "panel_complete").await;
    assert_eq!(alike["panel_hints"], json!([{"one_function": "Engineering"}]));
    let tomas = world.person("tomas").await;
    let change = json!({"version": 2, "function": "Design"});
    world.act("root", "PATCH", &format!("/people/{tomas}"), change).await.is(200);
    let path = format!("/loops/{}", alike["id"].as_str().unwrap());
    assert_eq!(world.get("rita", &path).await.expect(200)["panel_hints"], json!([]));
}

on_both_engines! {
    jobs_status => super::from_draft_to_closed;
    s03_closed_jobs => super::s03_a_closed_job_starts_no_loop_and_stops_none;
    jobs_stages => super::stages_are_edited;
    s30_stages => super::s30_removing_a_stage_is_no_oracle;
    jobs_words => super::words_outcomes_and_level;
    jobs_panel_mix => super::a_panel_of_one_kind_is_pointed_out;
}
