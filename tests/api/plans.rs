//! Plans: faults by line, versions that never change (S13), and the way out and in again.

use evenhand_tests::{Engine, Organisation, World, on_both_engines};
use serde_json::{Value, json};

async fn template(world: &World) -> String {
    let templates = world.get("rita", "/plan-templates").await.expect(200);
    let found = templates.as_array().unwrap().iter().find(|t| t["key"] == "backend-engineer").unwrap();
    found["toml"].as_str().unwrap().to_owned()
}

async fn import(world: &World, who: &str, toml: &str) -> evenhand_tests::Reply {
    world.post(who, "/plans", json!({"toml": toml})).await
}

/// Imports the next version of the job of rita and hugo as one of them, and publishes it as the other.
async fn import_next(world: &World, org: &Organisation, who: &str, toml: &str) -> Value {
    let draft = import(world, who, toml).await.expect(201);
    assert_eq!((&draft["id"], &draft["job_id"]), (&Value::Null, &json!(org.job)), "a draft");
    world.publish_draft(if who == "rita" { "hugo" } else { "rita" }, &org.job).await
}

async fn versions(world: &World, org: &Organisation) -> Vec<Value> {
    let list = world.get("rita", &format!("/jobs/{}/plans", org.job)).await.expect(200);
    list.as_array().unwrap().clone()
}

/// The line, counted from 1, on which a text first stands.
fn line_of(toml: &str, text: &str) -> usize {
    toml.lines().position(|line| line.contains(text)).unwrap() + 1
}

async fn faults_are_named_by_line(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let good = template(&world).await;
    let checked = world.post("rita", "/plans/check", json!({"toml": good})).await.expect(200);
    assert_eq!(checked["faults"], json!([]));
    assert_eq!(checked["plan"]["job"]["key"], "backend-engineer");
    let bad = good.replacen("weight = 20", "weight = 21", 1).replacen("level = ", "levle = ", 1).replacen(
        "currency = \"EUR\"",
        "currency = \"euros\"",
        1,
    );
    let found = world.post("rita", "/plans/check", json!({"toml": bad})).await.expect(200)["faults"].clone();
    let lines: Vec<u64> = found.as_array().unwrap().iter().map(|f| f["line"].as_u64().unwrap()).collect();
    for text in ["levle = ", "currency = \"euros\""] {
        let line = u64::try_from(line_of(&bad, text)).unwrap();
        assert!(lines.contains(&line), "line {line} in {found}");
    }
    let mut sorted = lines.clone();
    sorted.sort_unstable();
    assert_eq!(lines, sorted, "in the order of the file");
    // The same on import, in words, and nothing is kept.
    let refused = import(&world, "rita", &bad).await;
    refused.is_problem(422, "invalid");
    let refused = refused.json();
    let errors = refused["errors"].as_array().unwrap();
    assert_eq!(errors.len(), lines.len());
    for (error, line) in errors.iter().zip(&lines) {
        assert_eq!(error["pointer"], "/toml");
        let message = error["message"].as_str().unwrap();
        assert!(*line == 0 || message.starts_with(&format!("Line {line}: ")), "{message}");
    }
    // Not even TOML: the line where it breaks off.
    let broken = good.replacen("title = \"Backend engineer\"", "title = \"Backend engineer", 1);
    let found = world.post("rita", "/plans/check", json!({"toml": broken})).await.expect(200);
    let line = line_of(&broken, "title = \"Backend engineer");
    assert_eq!(found["faults"][0]["line"], line, "{}", found["faults"]);
    assert_eq!(found["plan"], Value::Null);
    assert_eq!(versions(&world, &org).await.len(), 1, "nothing was kept");
    assert_eq!(world.get("rita", "/jobs").await.expect(200).as_array().unwrap().len(), 1);
}

async fn s13_versions_stay_as_they_are(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let good = template(&world).await;
    let first = world.get("rita", &format!("/plans/{}", org.plan)).await;
    let renamed = good.replacen("title = \"Backend engineer\"", "title = \"Service engineer\"", 1);
    let second = import_next(&world, &org, "hugo", &renamed).await;
    assert_eq!((&second["number"], &second["job_id"]), (&json!(2), &json!(org.job)));
    assert_eq!(second["created_by"], json!(world.person("hugo").await));
    assert_eq!(second["published_by"], json!(world.person("rita").await));
    assert_eq!(second["alone_reason"], Value::Null);
    assert_eq!(world.get("rita", &format!("/plans/{}", org.plan)).await, first, "the first stands as it was");
    let list = versions(&world, &org).await;
    assert_eq!(list.iter().map(|v| v["number"].as_i64().unwrap()).collect::<Vec<_>>(), [2, 1]);
    assert_eq!((&list[0]["id"], &list[0]["plan"]), (&second["id"], &second["plan"]));
    assert_eq!(list[1], first.json());
    let job = world.get("rita", &format!("/jobs/{}", org.job)).await.expect(200);
    assert_eq!((&job["job"]["title"], &job["plan_number"]), (&json!("Backend engineer"), &json!(2)));
    for (method, body) in [("PATCH", json!({"toml": good})), ("DELETE", Value::Null), ("POST", json!({}))] {
        world
            .act("rita", method, &format!("/plans/{}", org.plan), body)
            .await
            .is_problem(405, "method_not_allowed");
    }
}

async fn s13_a_loop_runs_on_the_version_it_began_with(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let started = world.start_loop(&org, "Noor Haddad", "panel_complete").await;
    let path = format!("/loops/{}", started["id"].as_str().unwrap());
    let before = world.get("rita", &path).await.expect(200);
    let card = world.card("ines", "Noor Haddad").await;
    let page = world.get("ines", &format!("/scorecards/{card}")).await;
    let changed =
        template(&world).await.replacen("name = \"Problem solving\"", "name = \"Solving problems\"", 1);
    import_next(&world, &org, "rita", &changed).await;
    let after = world.get("rita", &path).await.expect(200);
    assert_eq!((&after["plan_id"], &after["plan_number"]), (&before["plan_id"], &json!(1)));
    assert_eq!(world.get("ines", &format!("/scorecards/{card}")).await, page);
}

async fn s13_rubrics_change_by_version_only(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let good = template(&world).await;
    let anchor = "Starts typing without restating the problem.";
    let changed = good.replacen(anchor, "Begins before reading.", 1);
    assert_ne!(changed, good);
    let refused = import(&world, "rita", &changed).await;
    refused.is_problem(422, "invalid");
    let refused = refused.json();
    assert_eq!(refused["errors"][0]["code"], "rubric_changed");
    assert!(refused["errors"][0]["message"].as_str().unwrap().contains("problem-solving"), "{refused}");
    assert_eq!(versions(&world, &org).await.len(), 1);
    let next = changed.replacen("version = 1", "version = 2", 1);
    let second = import_next(&world, &org, "rita", &next).await;
    assert_eq!(second["plan"]["competencies"][0]["rubric"]["version"], 2);
    // Both versions are known from now on, and neither can be written over.
    import_next(&world, &org, "rita", &good).await;
    import(&world, "rita", &next.replacen("Begins before reading.", "Begins.", 1)).await.is(422);
    assert_eq!(versions(&world, &org).await.len(), 3);
}

async fn keys_belong_to_their_job(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let good = template(&world).await;
    let refused = import(&world, "rafa", &good).await;
    refused.is_problem(422, "invalid");
    assert_eq!(refused.json()["errors"][0]["code"], "key_taken");
    assert_eq!(versions(&world, &org).await.len(), 1);
    // Under another key it is a job of one's own.
    let own = good.replacen("key = \"backend-engineer\"", "key = \"service-engineer\"", 1);
    let made = import(&world, "mara", &own).await.expect(201);
    assert_eq!(made["number"], 1);
    let job = world.get("mara", &format!("/jobs/{}", made["job_id"].as_str().unwrap())).await.expect(200);
    assert_eq!(job["job"]["my_roles"], json!(["hiring_manager"]));
    for who in ["rafa", "rita", "ines", "root"] {
        for path in [
            format!("/plans/{}", made["id"].as_str().unwrap()),
            format!("/plans/{}/toml", made["id"].as_str().unwrap()),
        ] {
            world.get(who, &path).await.is_problem(404, "not_found");
        }
    }
}

async fn export_and_import_again(engine: Engine) {
    let (world, _) = World::organisation(engine).await;
    let templates = world.get("rita", "/plan-templates").await.expect(200);
    assert!(templates.as_array().unwrap().len() >= 3);
    for template in templates.as_array().unwrap() {
        let key = template["key"].as_str().unwrap();
        let own = template["toml"].as_str().unwrap().replacen(
            &format!("key = \"{key}\""),
            &format!("key = \"{key}-two\""),
            1,
        );
        let first = import(&world, "rita", &own).await.expect(201);
        let id = first["id"].as_str().unwrap();
        let file = world.get("rita", &format!("/plans/{id}/toml")).await;
        file.is(200);
        assert_eq!(file.header("content-type"), Some("text/plain; charset=utf-8"));
        let second = import(&world, "rita", &file.text()).await.expect(201);
        assert_eq!(second["plan"], first["plan"], "{key}");
        assert_eq!((&second["number"], &second["id"]), (&json!(2), &Value::Null));
        // Nobody else is on this team, so its author publishes, and says why.
        let path = format!("/jobs/{}/plan-draft", second["job_id"].as_str().unwrap());
        let draft = world.get("rita", &path).await.expect(200);
        assert_eq!(draft["head"]["publishing"], "you_alone");
        let alone = json!({"version": draft["head"]["version"], "reason": "I am the only one on this team."});
        let second = world.post("rita", &format!("{path}/publication"), alone).await.expect(201);
        let again = world.get("rita", &format!("/plans/{}/toml", second["id"].as_str().unwrap())).await;
        assert_eq!(again.text(), file.text(), "{key}");
    }
}

async fn a_file_has_a_largest_size(engine: Engine) {
    let (world, _) = World::organisation(engine).await;
    let toml = format!("{}\n# {}", template(&world).await, "x".repeat(256 * 1024));
    assert_eq!(
        world.post("rita", "/plans/check", json!({"toml": toml})).await.expect(200)["faults"][0]["code"],
        "too_large"
    );
    import(&world, "rita", &toml).await.is_problem(422, "invalid");
    let toml = "x".repeat(512 * 1024);
    import(&world, "rita", &toml).await.is_problem(413, "too_large");
}

on_both_engines! {
    plans_faults => super::faults_are_named_by_line;
    s13_versions => super::s13_versions_stay_as_they_are;
    s13_loop => super::s13_a_loop_runs_on_the_version_it_began_with;
    s13_rubrics => super::s13_rubrics_change_by_version_only;
    plans_keys => super::keys_belong_to_their_job;
    plans_round => super::export_and_import_again;
    plans_size => super::a_file_has_a_largest_size;
}
