//! Drafts that a second person publishes: plans and the library (semantics §7, S13).

use evenhand_tests::{Engine, Organisation, World, on_both_engines};
use serde_json::{Value, json};

async fn start(world: &World, who: &str, org: &Organisation, from: Value) -> Value {
    world.post(who, &format!("/jobs/{}/plan-draft", org.job), from).await.expect(201)
}

async fn save(world: &World, who: &str, draft: &Value, plan: &Value) -> evenhand_tests::Reply {
    let path = format!("/jobs/{}/plan-draft", draft["job_id"].as_str().unwrap());
    world.act(who, "PATCH", &path, json!({"version": draft["head"]["version"], "plan": plan})).await
}

async fn publish(world: &World, who: &str, draft: &Value, reason: &str) -> evenhand_tests::Reply {
    let path = format!("/jobs/{}/plan-draft/publication", draft["job_id"].as_str().unwrap());
    world.post(who, &path, json!({"version": draft["head"]["version"], "reason": reason})).await
}

async fn s13_a_draft_locks_nothing_and_a_second_person_publishes(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let job = world.get("rita", &format!("/jobs/{}", org.job)).await;
    let path = format!("/jobs/{}/plan-draft", org.job);
    assert_eq!(world.get("rita", &path).await.expect(200), Value::Null, "nobody writes one yet");
    let draft = start(&world, "rita", &org, json!({"plan": org.plan})).await;
    assert_eq!(draft["head"]["publishing"], "another");
    assert_eq!((&draft["head"]["number"], &draft["head"]["based_on"]), (&json!(2), &json!(1)));
    let mut plan = draft["plan"].clone();
    plan["kits"][0]["name"] = json!("Coding in a pair");
    plan["job"]["title"] = json!("Something else");
    let draft = save(&world, "rita", &draft, &plan).await.expect(200);
    // The job's own words are not the draft's to change, and nothing anywhere has changed.
    assert_eq!(draft["plan"]["job"]["title"], "Backend engineer");
    assert_eq!(world.get("rita", &format!("/jobs/{}", org.job)).await, job);
    let loop_now = world.start_loop(&org, "Noor Haddad", "panel_complete").await;
    assert_eq!(loop_now["plan_number"], 1);
    // Its author does not publish it, with or without a reason; somebody of another team does not even see it.
    publish(&world, "rita", &draft, "I would like to go on quickly.").await.is_problem(403, "forbidden");
    world.get("rafa", &format!("/jobs/{}/plan-draft", org.job)).await.is_problem(404, "not_found");
    publish(&world, "rafa", &draft, "").await.is_problem(404, "not_found");
    let seen = world.get("hugo", &format!("/jobs/{}/plan-draft", org.job)).await.expect(200);
    assert_eq!(seen["head"]["publishing"], "you");
    let version = publish(&world, "hugo", &draft, "").await.expect(201);
    assert_eq!((&version["number"], &version["alone_reason"]), (&json!(2), &Value::Null));
    assert_eq!(version["plan"]["kits"][0]["name"], "Coding in a pair");
    let history = world.get("rita", &format!("/jobs/{}/plan-history", org.job)).await.expect(200);
    let newest = &history["versions"][0];
    assert_eq!(
        (&newest["written_by"]["name"], &newest["published_by"]["name"]),
        (&json!("Rita"), &json!("Hugo"))
    );
    assert_eq!((&newest["loops"], &history["versions"][1]["loops"]), (&json!(0), &json!(1)));
    assert_eq!(history["draft"], Value::Null);
    // Published once, it is gone as a draft.
    publish(&world, "hugo", &draft, "").await.is_problem(404, "not_found");
}

async fn s13_the_last_author_counts(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let draft = start(&world, "rita", &org, json!({"plan": org.plan})).await;
    let changed = save(&world, "hugo", &draft, &draft["plan"]).await.expect(200);
    publish(&world, "hugo", &changed, "").await.is_problem(403, "forbidden");
    // What was read before the last change is not what would be published.
    publish(&world, "rita", &draft, "").await.is_problem(409, "stale");
    save(&world, "rita", &draft, &draft["plan"]).await.is_problem(409, "stale");
    let path = format!("/jobs/{}/plan-draft", org.job);
    world
        .post("rita", &format!("{path}/discard"), json!({"version": draft["head"]["version"]}))
        .await
        .is_problem(409, "stale");
    world.post("rita", &path, json!({})).await.is_problem(409, "conflict");
    publish(&world, "rita", &changed, "").await.is(201);
}

async fn s13_faults_stand_beside_their_field(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let empty = start(&world, "rita", &org, json!({})).await;
    let codes = |draft: &Value| -> Vec<String> {
        draft["faults"].as_array().unwrap().iter().map(|f| f["code"].as_str().unwrap().to_owned()).collect()
    };
    // An empty draft begins with the job's own outcomes, which nothing serves yet.
    let mut found = codes(&empty);
    found.dedup();
    assert_eq!(found, ["outcome_not_assessed", "no_kits", "no_competencies"]);
    let refused = publish(&world, "hugo", &empty, "").await;
    refused.is_problem(422, "invalid");
    assert_eq!(refused.json()["errors"][0]["pointer"], "/outcomes/0/competencies");
    let mut plan = world.get("rita", &format!("/plans/{}", org.plan)).await.expect(200)["plan"].clone();
    plan["kits"][1]["minutes"] = json!(3);
    plan["competencies"][0]["rubric"]["anchors"][0] = json!("Other words under the same number.");
    let draft = save(&world, "rita", &empty, &plan).await.expect(200);
    let paths: Vec<&str> =
        draft["faults"].as_array().unwrap().iter().map(|f| f["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["kits.1.minutes", "kits.1.minutes", "competencies.0.rubric.anchors"]);
    publish(&world, "hugo", &draft, "").await.is_problem(422, "invalid");
    // Under the next number the other words are a rubric of their own, and the library has both.
    plan["kits"][1]["minutes"] = json!(90);
    plan["competencies"][0]["rubric"]["version"] = json!(2);
    let draft = save(&world, "rita", &draft, &plan).await.expect(200);
    assert_eq!(codes(&draft), Vec::<String>::new());
    publish(&world, "hugo", &draft, "").await.is(201);
    let key = plan["competencies"][0]["key"].clone();
    let library = world.get("rafa", "/library").await.expect(200);
    let row = library.as_array().unwrap().iter().find(|row| row["key"] == key).unwrap().clone();
    assert_eq!((&row["number"], &row["jobs"]), (&json!(2), &json!(1)));
    let path = format!("/library/{}", row["id"].as_str().unwrap());
    let item = world.get("rita", &path).await.expect(200);
    assert_eq!(item["jobs"][0]["uses"], json!([{"number": 1, "plans": [1]}, {"number": 2, "plans": [2]}]));
    assert_eq!(item["jobs"][0]["job_id"], json!(org.job));
    // Others know the title, and not the way.
    let item = world.get("rafa", &path).await.expect(200);
    assert_eq!(
        (&item["jobs"][0]["title"], &item["jobs"][0]["job_id"]),
        (&json!("Backend engineer"), &Value::Null)
    );
}

async fn an_author_alone_gives_a_reason(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let hugo = world.person("hugo").await;
    // Rita is the whole team: its recruiter and its hiring manager.
    let rita = world.person("rita").await;
    let roles = json!({"version": 2, "roles": ["recruiter", "hiring_manager", "interviewer"]});
    world.act("root", "PATCH", &format!("/people/{rita}"), roles).await.is(200);
    let team = format!("/jobs/{}/team", org.job);
    world.post("rita", &team, json!({"person_id": rita, "role": "hiring_manager"})).await.is(200);
    let member = json!({"person_id": hugo, "role": "hiring_manager"});
    world.post("rita", &format!("{team}/remove"), member).await.is(200);
    let draft = start(&world, "rita", &org, json!({"template": "product-designer"})).await;
    assert_eq!(draft["head"]["publishing"], "you_alone");
    assert_eq!(draft["plan"]["job"]["key"], "backend-engineer");
    // The outcomes are the job's; what serves them is said here.
    let mut plan = draft["plan"].clone();
    let serves: Vec<Value> =
        plan["competencies"].as_array().unwrap().iter().map(|c| c["key"].clone()).collect();
    for outcome in plan["outcomes"].as_array_mut().unwrap() {
        outcome["competencies"] = json!(serves);
    }
    let draft = save(&world, "rita", &draft, &plan).await.expect(200);
    publish(&world, "rita", &draft, " ").await.is_problem(422, "invalid");
    let version = publish(&world, "rita", &draft, "Nobody else is on the team yet.").await.expect(201);
    assert_eq!(version["alone_reason"], "Nobody else is on the team yet.");
}

async fn the_library_is_written_by_two(engine: Engine) {
    let (world, _) = World::organisation(engine).await;
    let text = |name: &str, anchors: &[&str]| json!({"kind": "competency", "text": {"name": name, "description": "", "anchors": anchors}});
    let made = json!({"text": text("Clear writing", &["Unclear."])});
    let item = world.post("rita", "/library", made.clone()).await.expect(201);
    assert_eq!((&item["key"], &item["versions"]), (&json!("clear-writing"), &json!([])));
    assert_eq!(item["draft"]["faults"][0]["path"], "anchors");
    world.post("mara", "/library", made).await.is_problem(422, "invalid");
    let path = format!("/library/{}/draft", item["id"].as_str().unwrap());
    let act = async |who: &str, method: &str, tail: &str, body: Value| {
        world.act(who, method, &format!("{path}{tail}"), body).await
    };
    let seen = |item: &Value| item["draft"]["head"]["version"].clone();
    act("mara", "POST", "/publication", json!({"version": seen(&item)})).await.is_problem(422, "invalid");
    let full = text("Clear writing", &["Unclear.", "Clear with help.", "Clear.", "Others learn from it."]);
    let item = act("rita", "PATCH", "", json!({"version": seen(&item), "text": full})).await.expect(200);
    act("rita", "POST", "/publication", json!({"version": seen(&item)})).await.is_problem(403, "forbidden");
    let item = act("mara", "POST", "/publication", json!({"version": seen(&item)})).await.expect(201);
    assert_eq!((&item["versions"][0]["number"], &item["draft"]), (&json!(1), &Value::Null));
    // Nothing changes a version; a new one stands beside it.
    let item = act("hugo", "POST", "", json!({})).await.expect(201);
    act("rita", "POST", "", json!({})).await.is_problem(409, "conflict");
    let other = text("Clear writing", &["Unclear.", "Clear with help.", "Clear.", "Others copy it."]);
    let item = act("hugo", "PATCH", "", json!({"version": seen(&item), "text": other})).await.expect(200);
    let item = act("rita", "POST", "/publication", json!({"version": seen(&item)})).await.expect(201);
    assert_eq!(item["versions"][1]["text"], full);
    assert_eq!(item["versions"][0]["text"], other);
    // A kit that rates it; what is not in the library is a fault.
    let kit = json!({"kind": "kit", "text": {"key": "", "name": "Writing", "format": "exercise", "minutes": 60, "rates": ["clear-writing", "nothing"], "questions": []}});
    let kit = world.post("rita", "/library", json!({"text": kit})).await.expect(201);
    assert_eq!(kit["draft"]["faults"][0]["path"], "rates.1");
    // A draft of which nothing was published goes whole.
    let kit_path = format!("/library/{}", kit["id"].as_str().unwrap());
    world.post("rafa", &format!("{kit_path}/draft/discard"), json!({"version": seen(&kit)})).await.is(204);
    world.get("rita", &kit_path).await.is_problem(404, "not_found");
    for who in ["ines", "root"] {
        world.get(who, "/library").await.is_problem(404, "not_found");
    }
}

async fn s30_loops_are_counted_without_the_hidden(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let rosa = world.add_person("rosa", &["recruiter", "interviewer"], 5).await;
    let member = json!({"person_id": rosa, "role": "recruiter"});
    world.post("rita", &format!("/jobs/{}/team", org.job), member).await.is(200);
    world.start_loop_with(&org, "Noor Haddad", "panel_complete", &[("rosa", "interviewer")]).await;
    world.start_loop_with(&org, "Ada Park", "panel_complete", &[("ines", "interviewer")]).await;
    let path = format!("/jobs/{}/plan-history", org.job);
    assert_eq!(world.get("rita", &path).await.expect(200)["versions"][0]["loops"], 2);
    assert_eq!(world.get("rosa", &path).await.expect(200)["versions"][0]["loops"], 1);
}

/// Kits that come with a plan are the library's too, and "used by" says what is true of them.
async fn kits_come_with_their_plan(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let plan = world.get("rita", &format!("/plans/{}", org.plan)).await.expect(200)["plan"].clone();
    let kit = |library: &Value, key: &Value| {
        let rows = library.as_array().unwrap();
        rows.iter().find(|row| row["key"] == *key && row["text"]["kind"] == "kit").unwrap().clone()
    };
    let library = world.get("rita", "/library").await.expect(200);
    for own in plan["kits"].as_array().unwrap() {
        let row = kit(&library, &own["key"]);
        assert_eq!((&row["text"]["text"], &row["number"]), (own, &json!(1)), "{}", own["key"]);
    }
    let uses = async || {
        let row = kit(&world.get("rita", "/library").await.expect(200), &plan["kits"][0]["key"]);
        let item = world.get("rita", &format!("/library/{}", row["id"].as_str().unwrap())).await.expect(200);
        (item["versions"].as_array().unwrap().len(), item["jobs"][0]["uses"].clone())
    };
    assert_eq!(uses().await, (1, json!([{"number": 1, "plans": [1]}])));
    // Other words under a known key are the plan's alone; the same words are a use.
    let mut other = plan.clone();
    other["kits"][0]["instructions"] = json!("Let them choose the language.");
    for (number, words) in [(2, other), (3, plan.clone())] {
        let draft = start(&world, "rita", &org, json!({"plan": org.plan})).await;
        let draft = save(&world, "rita", &draft, &words).await.expect(200);
        let version = publish(&world, "hugo", &draft, "").await.expect(201);
        assert_eq!(version["number"], number);
    }
    assert_eq!(uses().await, (1, json!([{"number": 1, "plans": [1, 3]}])));
}

/// An outcome is the job's: a plan that names another is not published, whichever way it came.
async fn a_plan_serves_the_outcomes_of_its_job(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let draft = start(&world, "rita", &org, json!({"plan": org.plan})).await;
    let mut plan = draft["plan"].clone();
    plan["outcomes"][0]["key"] = json!("something-else");
    let draft = save(&world, "rita", &draft, &plan).await.expect(200);
    let fault = &draft["faults"][0];
    assert_eq!((&fault["path"], &fault["code"]), (&json!("outcomes.0.key"), &json!("unknown_outcome")));
    let refused = publish(&world, "hugo", &draft, "").await;
    refused.is_problem(422, "invalid");
    assert_eq!(refused.json()["errors"][0]["pointer"], "/outcomes/0/key");
    let toml = world.get("rita", &format!("/plans/{}/toml", org.plan)).await.text();
    let key = draft["plan"]["outcomes"][1]["key"].as_str().unwrap();
    let other = toml.replacen(&format!("key = \"{key}\""), "key = \"something-else\"", 1);
    let refused = world.post("rita", "/plans", json!({"toml": other})).await.expect(422);
    assert_eq!(refused["errors"][0]["code"], "unknown_outcome");
}

on_both_engines! {
    library_kits_of_plans => super::kits_come_with_their_plan;
    library_outcomes_of_jobs => super::a_plan_serves_the_outcomes_of_its_job;
    library_second_person => super::s13_a_draft_locks_nothing_and_a_second_person_publishes;
    library_last_author => super::s13_the_last_author_counts;
    library_faults => super::s13_faults_stand_beside_their_field;
    library_alone => super::an_author_alone_gives_a_reason;
    library_items => super::the_library_is_written_by_two;
    s30_library_counts => super::s30_loops_are_counted_without_the_hidden;
}
