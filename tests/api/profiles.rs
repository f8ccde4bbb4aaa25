//! One's own profile, working hours and leave: who may say what, and who sees why somebody is away.

use evenhand_shared::time::DAY;
use evenhand_tests::{Engine, World, on_both_engines};
use serde_json::{Value, json};

const NOOR: &str = "Noor Haddad";

async fn row(world: &World, who: &str, of: &str) -> Value {
    let all = world.get(who, "/people").await.expect(200);
    let email = format!("{of}@example.org");
    all.as_array().unwrap().iter().find(|p| p["email"] == *email).unwrap().clone()
}

fn faults(body: &Value) -> Vec<(&str, &str)> {
    let errors = body["errors"].as_array().unwrap();
    errors.iter().map(|e| (e["pointer"].as_str().unwrap(), e["code"].as_str().unwrap())).collect()
}

async fn hours_and_zone_are_ones_own(engine: Engine) {
    let (world, _) = World::organisation(engine).await;
    let ines = world.get("ines", "/profile").await.expect(200)["person"].clone();
    assert_eq!((&ines["hours"], &ines["level"]), (&Value::Null, &Value::Null), "nothing was told");
    let hours = json!({"monday": {"from": 540, "until": 1020}, "friday": {"from": 480, "until": 720}});
    let change = json!({"version": ines["version"], "zone": "Asia/Tokyo", "hours": hours});
    let changed = world.act("ines", "PATCH", "/profile", change.clone()).await.expect(200);
    assert_eq!(changed["zone"], "Asia/Tokyo");
    assert_eq!(changed["hours"]["friday"], hours["friday"]);
    assert_eq!(row(&world, "rita", "ines").await["hours"], changed["hours"], "whoever plans sees them");
    world.act("ines", "PATCH", "/profile", change).await.is_problem(409, "stale");
    let bad = json!({"version": changed["version"], "zone": "Mars/Base", "hours": {"monday": {"from": 600, "until": 500}}});
    let refused = world.act("ines", "PATCH", "/profile", bad).await.expect(422);
    assert_eq!(faults(&refused), [("/zone", "unknown_zone"), ("/hours/monday", "not_a_span")]);
    // What is the administrator's stays theirs.
    for field in ["roles", "function", "level", "seniority", "name", "active"] {
        let change = json!({"version": changed["version"], field: "admin"});
        world.act("ines", "PATCH", "/profile", change).await.is_problem(400, "bad_request");
    }
    let path = format!("/people/{}", ines["id"].as_str().unwrap());
    let change = json!({"version": changed["version"], "level": " L5 ", "hours": {}});
    let levelled = world.act("root", "PATCH", &path, change).await.expect(200);
    assert_eq!((&levelled["level"], &levelled["hours"]), (&json!("L5"), &Value::Null));
    let change = json!({"version": levelled["version"], "level": "x".repeat(41)});
    assert_eq!(
        faults(&world.act("root", "PATCH", &path, change).await.expect(422)),
        [("/level", "too_long")]
    );
}

async fn leave_is_seen_without_its_kind(engine: Engine) {
    let (world, _) = World::organisation(engine).await;
    let leave = json!({"from": "2030-01-06", "until": "2030-01-08", "kind": "illness"});
    let made = world.post("ines", "/profile/leaves", leave.clone()).await.expect(201);
    assert_eq!(made["kind"], "illness");
    let away = json!([{"from": "2030-01-06", "until": "2030-01-08"}]);
    let seen = world.get("rita", "/people").await;
    assert_eq!(row(&world, "rita", "ines").await["away"], away);
    assert!(!seen.text().contains("illness"), "why is not the recruiter's to know");
    let ines = world.person("ines").await;
    assert_eq!(world.get("root", &format!("/people/{ines}")).await.expect(200)["leaves"], json!([made]));
    assert_eq!(world.get("ines", "/profile").await.expect(200)["leaves"], json!([made]));
    // Nobody else can take it away, or tell that it is there.
    let path = format!("/leaves/{}", made["id"].as_str().unwrap());
    for who in ["tomas", "rita"] {
        world.act(who, "DELETE", &path, json!({})).await.is_problem(404, "not_found");
    }
    world.act("ines", "DELETE", &path, json!({})).await.is(204);
    world.act("ines", "DELETE", &path, json!({})).await.is_problem(404, "not_found");
    // The next one is another one, also when an administrator writes it down.
    let again = world.post("root", &format!("/people/{ines}/leaves"), leave).await.expect(201);
    assert_ne!(again["id"], made["id"]);
    // What is over is not shown.
    world.advance(3 * DAY).await;
    assert_eq!(row(&world, "rita", "ines").await["away"], Value::Null);
    assert_eq!(world.get("ines", "/profile").await.expect(200)["leaves"], json!([]));
    let bad = json!({"from": "2030-01-06", "until": "2030-01-05", "kind": "other"});
    let refused = world.post("ines", "/profile/leaves", bad).await.expect(422);
    assert_eq!(faults(&refused), [("/until", "before_start")]);
}

/// The profile is made of the caller's own rows: parts on teams and places on panels, and nobody else's.
async fn s30_the_profile_is_ones_own(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    world.start_loop(&org, NOOR, "panel_complete").await;
    let ines = world.get("ines", "/profile").await.expect(200);
    assert_eq!(ines["panels"], world.get("ines", "/my/interviews").await.expect(200));
    assert_eq!(ines["teams"], json!([]));
    let rita = world.get("rita", "/profile").await.expect(200);
    assert_eq!(rita["panels"], json!([]));
    assert_eq!(rita["teams"].as_array().unwrap().len(), 1);
    assert_eq!(
        (&rita["teams"][0]["job_id"], &rita["teams"][0]["part"], &rita["teams"][0]["counts"]),
        (&json!(org.job), &json!("recruiter"), &json!(true))
    );
    // Without the role the part stands and does not count.
    let path = format!("/people/{}", world.person("rita").await);
    world.act("root", "PATCH", &path, json!({"version": 2, "roles": ["interviewer"]})).await.is(200);
    assert_eq!(world.get("rita", "/profile").await.expect(200)["teams"][0]["counts"], false);
    world.get("rita", &path).await.is_problem(404, "not_found");
}

on_both_engines! {
    hours => super::hours_and_zone_are_ones_own;
    leave => super::leave_is_seen_without_its_kind;
    s30_own => super::s30_the_profile_is_ones_own;
}
