//! Members: adding, changing, importing; who may, and what is refused.

use evenhand_tests::{Engine, World, on_both_engines};
use serde_json::{Value, json};

async fn organisation(engine: Engine) -> World {
    let world = World::empty(engine).await;
    world.set_up().await;
    world
}

fn ann() -> Value {
    json!({"name": " Ann Ito ", "email": "Ann@Example.org", "roles": ["recruiter", "interviewer"], "function": "People",
        "seniority": 4, "zone": "Asia/Tokyo"})
}

async fn all(world: &World) -> Vec<Value> {
    world.get("root", "/people").await.expect(200).as_array().unwrap().clone()
}

/// Pointers and codes of the faults of a refused body.
fn faults(body: &Value) -> Vec<(&str, &str)> {
    let errors = body["errors"].as_array().unwrap();
    errors.iter().map(|e| (e["pointer"].as_str().unwrap(), e["code"].as_str().unwrap())).collect()
}

async fn adding(engine: Engine) {
    let world = organisation(engine).await;
    let created = world.post("root", "/people", ann()).await.expect(201);
    let person = &created["person"];
    assert_eq!(person["name"], "Ann Ito");
    assert_eq!((&person["state"], &person["version"]), (&json!("invited"), &json!(1)));
    assert!(created["link"]["path"].as_str().unwrap().starts_with("/set-password#"));
    assert_eq!(all(&world).await.iter().filter(|p| *p == person).count(), 1);
    // The same address in other letters is taken.
    let mut again = ann();
    again["email"] = json!("aNN@example.ORG");
    let taken = world.post("root", "/people", again).await;
    taken.is_problem(422, "invalid");
    assert_eq!(faults(&taken.json()), [("/email", "taken")]);
    // Every fault is told at once, and nothing is kept.
    let bad = json!({"name": "A\nB", "email": "nobody", "roles": [], "function": "x".repeat(81), "seniority": 11, "zone": "Mars/Base"});
    let refused = world.post("root", "/people", bad).await.expect(422);
    let mut found = faults(&refused);
    found.sort_unstable();
    let expected = [
        ("/email", "malformed"),
        ("/function", "too_long"),
        ("/name", "control_character"),
        ("/roles", "required"),
        ("/seniority", "out_of_range"),
        ("/zone", "unknown_zone"),
    ];
    assert_eq!(found, expected);
    assert_eq!(all(&world).await.len(), 2);
}

async fn changing(engine: Engine) {
    let world = organisation(engine).await;
    let id = world.add_person("rita", &["recruiter"], 5).await;
    let path = format!("/people/{id}");
    let change = json!({"version": 2, "name": "Rita Lo", "roles": ["recruiter", "interviewer"], "function": "Talent",
        "seniority": 6, "zone": "Europe/Paris"});
    let row = world.act("root", "PATCH", &path, change.clone()).await.expect(200);
    assert_eq!(row["version"], 3);
    for field in ["name", "roles", "function", "seniority", "zone"] {
        assert_eq!(row[field], change[field], "{field}");
    }
    assert_eq!(all(&world).await.into_iter().find(|p| p["id"] == *id).unwrap(), row);
    // Somebody else's change stays: an older version is refused as a whole.
    world.act("root", "PATCH", &path, change).await.is_problem(409, "stale");
    // What is left out stays.
    let row = world.act("root", "PATCH", &path, json!({"version": 3, "seniority": 7})).await.expect(200);
    assert_eq!((&row["name"], &row["seniority"]), (&json!("Rita Lo"), &json!(7)));
    let refused = world
        .act("root", "PATCH", &path, json!({"version": 4, "seniority": 0, "roles": []}))
        .await
        .expect(422);
    assert_eq!(faults(&refused).len(), 2);
    let unknown = "/people/00000000-0000-4000-8000-000000000000";
    world.act("root", "PATCH", unknown, json!({"version": 1})).await.is_problem(404, "not_found");
}

async fn two_administrators_change_one_person(engine: Engine) {
    let world = organisation(engine).await;
    let id = world.add_person("rita", &["recruiter"], 5).await;
    world.add_person("adam", &["admin"], 5).await;
    let path = format!("/people/{id}");
    drop(world.token("root").await);
    drop(world.token("adam").await);
    let (one, two) = futures_util::future::join(
        world.act("root", "PATCH", &path, json!({"version": 2, "seniority": 6})),
        world.act("adam", "PATCH", &path, json!({"version": 2, "seniority": 7})),
    )
    .await;
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
}

async fn z04_roles_count_from_the_next_request(engine: Engine) {
    let world = organisation(engine).await;
    let id = world.add_person("rita", &["recruiter"], 5).await;
    let path = format!("/people/{id}");
    world.get("rita", "/people").await.is(200);
    world.act("root", "PATCH", &path, json!({"version": 2, "roles": ["interviewer"]})).await.is(200);
    world.get("rita", "/people").await.is_problem(404, "not_found");
    world.act("root", "PATCH", &path, json!({"version": 3, "roles": ["admin"]})).await.is(200);
    world.post("rita", "/people", ann()).await.is(201);
}

async fn the_last_administrator_stays(engine: Engine) {
    let world = organisation(engine).await;
    let root = world.person("root").await;
    let path = format!("/people/{root}");
    let deactivation = format!("{path}/deactivation");
    world.post("root", &deactivation, json!({"version": 1})).await.is_problem(409, "conflict");
    let change = json!({"version": 1, "roles": ["recruiter"]});
    world.act("root", "PATCH", &path, change).await.is_problem(409, "conflict");
    // Somebody who was only asked cannot administer yet.
    let mut asked = ann();
    asked["roles"] = json!(["admin"]);
    world.post("root", "/people", asked).await.is(201);
    world.post("root", &deactivation, json!({"version": 1})).await.is_problem(409, "conflict");
    world.add_person("adam", &["admin"], 5).await;
    world.act("root", "PATCH", &path, json!({"version": 1, "roles": ["recruiter"]})).await.is(200);
    world.get("adam", "/people").await.is(200);
}

async fn importing(engine: Engine) {
    let world = organisation(engine).await;
    let send = async |csv: &str, dry_run: bool| {
        world.post("root", "/people/import", json!({"csv": csv, "dry_run": dry_run})).await.expect(200)
    };
    let good = "Name,Nickname,email,roles,seniority,zone,Shoe size\n\
        Ann Ito,x,ann@example.org,recruiter; hiring manager,4,Asia/Tokyo,38\n\
        Root,x,ROOT@example.org,admin,5,,40\n\
        Ben Ode,x,ben@example.org,interviewer,10,,44\n";
    let trial = send(good, true).await;
    assert_eq!(trial["faults"], json!([]));
    assert_eq!(
        (&trial["rows"], &trial["importable"], &trial["dry_run"]),
        (&json!(3), &json!(2), &json!(true))
    );
    assert_eq!(trial["preview"], json!(["Ann Ito", "Ben Ode"]));
    assert_eq!(trial.get("links"), None, "a trial makes no links");
    assert_eq!(all(&world).await.len(), 1, "and nobody");
    let notes = trial["notes"].to_string();
    assert!(notes.contains("Line 3") && notes.contains("already here"), "{notes}");
    assert!(notes.contains("Shoe size"), "{notes}");

    let done = send(good, false).await;
    assert_eq!(done["links"].as_array().unwrap().len(), 2);
    let everyone = all(&world).await;
    assert_eq!(everyone.len(), 3);
    let person = everyone.iter().find(|p| p["email"] == "ann@example.org").unwrap();
    assert_eq!(person["roles"], json!(["recruiter", "hiring_manager"]));
    assert_eq!(person["zone"], "Asia/Tokyo");
    let again = send(good, false).await;
    assert_eq!(again["importable"], 0, "the same file again adds nobody");
    assert_eq!(all(&world).await.len(), 3);
}

async fn bad_rows_are_named_by_line_and_nothing_is_imported(engine: Engine) {
    let world = organisation(engine).await;
    let csv = "name,email,roles,seniority,zone\n\
        Ann,ann@example.org,recruiter,4,\n\
        ,no name,chef,eleven,Mars/Base\n\
        Ben,ben@example.org,,11,\n\
        Cat,ann@example.org,admin,3,\n";
    for dry_run in [true, false] {
        let report =
            world.post("root", "/people/import", json!({"csv": csv, "dry_run": dry_run})).await.expect(200);
        let found: Vec<(u64, &str)> = report["faults"]
            .as_array()
            .unwrap()
            .iter()
            .map(|f| (f["line"].as_u64().unwrap(), f["column"].as_str().unwrap()))
            .collect();
        for expected in [
            (3, "name"),
            (3, "email"),
            (3, "roles"),
            (3, "seniority"),
            (3, "zone"),
            (4, "roles"),
            (4, "seniority"),
            (5, "email"),
        ] {
            assert!(found.contains(&expected), "{expected:?} in {found:?}");
        }
        assert!(found.iter().all(|(line, _)| *line > 2), "{found:?}");
        assert_eq!(report["importable"], 0);
        assert_eq!(all(&world).await.len(), 1, "nothing half imported");
    }
    let headless =
        world.post("root", "/people/import", json!({"csv": "who,where\nAnn,here\n", "dry_run": false})).await;
    assert_eq!(headless.expect(200)["faults"][0]["line"], 1);
}

on_both_engines! {
    people_adding => super::adding;
    people_changing => super::changing;
    c02_people => super::two_administrators_change_one_person;
    z04_roles => super::z04_roles_count_from_the_next_request;
    people_last_admin => super::the_last_administrator_stays;
    people_import => super::importing;
    people_import_faults => super::bad_rows_are_named_by_line_and_nothing_is_imported;
}
