//! Jobs and their hiring teams: rights come from the team alone.

use evenhand_tests::{Engine, World, on_both_engines};
use serde_json::{Value, json};

fn names(list: &Value) -> Vec<String> {
    let mut names: Vec<String> = list
        .as_array()
        .unwrap()
        .iter()
        .map(|m| format!("{} {}", m["name"].as_str().unwrap(), m["role"].as_str().unwrap()))
        .collect();
    names.sort();
    names
}

async fn a_job_is_seen_by_its_team(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let detail = world.get("rita", &format!("/jobs/{}", org.job)).await.expect(200);
    assert_eq!(names(&detail["team"]), ["Hugo hiring_manager", "Rita recruiter"]);
    assert_eq!(detail["job"]["key"], "backend-engineer");
    assert_eq!(detail["job"]["my_roles"], json!(["recruiter"]));
    assert_eq!((&detail["plan_id"], &detail["plan_number"]), (&json!(org.plan), &json!(1)));
    assert_eq!(detail["stages"], json!(["Applied", "Screening", "Interviews", "Debrief", "Offer"]));
    assert_eq!(detail["band"], json!({"currency": "EUR", "low": 68_000, "high": 86_000}));
    let as_manager = world.get("hugo", &format!("/jobs/{}", org.job)).await.expect(200);
    assert_eq!(as_manager["job"]["my_roles"], json!(["hiring_manager"]));
    for who in ["rafa", "mara", "ines", "root"] {
        world.get(who, &format!("/jobs/{}", org.job)).await.is_problem(404, "not_found");
    }
    for (who, jobs) in [("rita", 1), ("rafa", 1), ("ines", 0), ("root", 0)] {
        let list = world.get(who, "/jobs").await.expect(200);
        assert_eq!(list.as_array().unwrap().len(), jobs, "{who}");
    }
}

async fn the_team_keeps_itself(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let path = format!("/jobs/{}/team", org.job);
    let member = async |name: &str, role: &str| json!({"person_id": world.person(name).await, "role": role});
    // By people outside: nothing is there.
    for who in ["rafa", "mara", "ines", "root"] {
        world.post(who, &path, member(who, "recruiter").await).await.is_problem(404, "not_found");
    }
    // Only people who hold the role.
    for (name, role) in [("ines", "recruiter"), ("rafa", "hiring_manager"), ("root", "recruiter")] {
        let refused = world.post("rita", &path, member(name, role).await).await;
        refused.is_problem(422, "invalid");
        assert_eq!(refused.json()["errors"][0]["code"], "wrong_role", "{name}");
    }
    let nobody = json!({"person_id": "00000000-0000-4000-8000-000000000000", "role": "recruiter"});
    assert_eq!(world.post("rita", &path, nobody).await.expect(422)["errors"][0]["code"], "unknown");
    world.get("rafa", &format!("/jobs/{}", org.job)).await.is(404);
    let added = world.post("hugo", &path, member("rafa", "recruiter").await).await.expect(200);
    assert_eq!(names(&added["team"]), ["Hugo hiring_manager", "Rafa recruiter", "Rita recruiter"]);
    let again = world.post("rita", &path, member("rafa", "recruiter").await).await.expect(200);
    assert_eq!(again["team"], added["team"], "twice is once");
    world.get("rafa", &format!("/jobs/{}", org.job)).await.is(200);
    // Z04: taken off, gone at the next request.
    world.post("rita", &format!("{path}/remove"), member("rafa", "recruiter").await).await.is(200);
    world.get("rafa", &format!("/jobs/{}", org.job)).await.is_problem(404, "not_found");
}

async fn a_job_is_never_left_alone(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let path = format!("/jobs/{}/team/remove", org.job);
    let member = async |name: &str, role: &str| json!({"person_id": world.person(name).await, "role": role});
    // Whoever is not in that part is left alone.
    let same = world.post("rita", &path, member("rita", "hiring_manager").await).await.expect(200);
    assert_eq!(same["team"].as_array().unwrap().len(), 2);
    world.post("rita", &path, member("hugo", "hiring_manager").await).await.is_problem(409, "conflict");
    world.post("rita", &path, member("rita", "recruiter").await).await.is_problem(409, "conflict");
    let detail = world.get("rita", &format!("/jobs/{}", org.job)).await.expect(200);
    assert_eq!(names(&detail["team"]), ["Hugo hiring_manager", "Rita recruiter"], "refusals changed nothing");
    let add = format!("/jobs/{}/team", org.job);
    for (name, part) in [("mara", "hiring_manager"), ("rafa", "recruiter")] {
        world.post("rita", &add, member(name, part).await).await.is(200);
    }
    world.post("rita", &path, member("hugo", "hiring_manager").await).await.is(200);
    // A successor who lost the role is none.
    let rafa = world.person("rafa").await;
    let change = json!({"version": 2, "roles": ["interviewer"]});
    world.act("root", "PATCH", &format!("/people/{rafa}"), change).await.is(200);
    world.post("rita", &path, member("rita", "recruiter").await).await.is_problem(409, "conflict");
    let change = json!({"version": 3, "roles": ["recruiter"]});
    world.act("root", "PATCH", &format!("/people/{rafa}"), change).await.is(200);
    world.post("rita", &path, member("rita", "recruiter").await).await.is(200);
    world.get("rita", &format!("/jobs/{}", org.job)).await.is_problem(404, "not_found");
}

/// Z04: the role counts as well as the place on the team.
async fn a_lost_role_takes_the_team_with_it(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let id = world.person("rita").await;
    let change = json!({"version": 2, "roles": ["interviewer"]});
    world.act("root", "PATCH", &format!("/people/{id}"), change).await.is(200);
    world.get("rita", &format!("/jobs/{}", org.job)).await.is_problem(404, "not_found");
    assert_eq!(world.get("rita", "/jobs").await.expect(200), json!([]));
    // As hiring manager she is nobody there: she stood on the team as its recruiter.
    let change = json!({"version": 3, "roles": ["hiring_manager"]});
    world.act("root", "PATCH", &format!("/people/{id}"), change).await.is(200);
    world.get("rita", &format!("/jobs/{}", org.job)).await.is_problem(404, "not_found");
}

/// The job's row is the authority: a plan for a known key keeps its own copy, and the answer says where the two differ.
async fn a_later_plan_leaves_the_job_alone(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let before = world.get("rita", &format!("/jobs/{}", org.job)).await.expect(200);
    let toml = world.get("rita", &format!("/plans/{}/toml", org.plan)).await.text();
    let same = world.post("rita", "/plans", json!({"toml": toml})).await.expect(201);
    assert_eq!((&same["number"], &same["differs"]), (&json!(2), &json!([])));
    world.publish_draft("hugo", &org.job).await;
    let other = toml.replacen("title = \"Backend engineer\"", "title = \"Server engineer\"", 1);
    let other = other.replacen("\"Screening\"", "\"Telephone\"", 1);
    assert_ne!(toml, other);
    let differs = world.post("rita", "/plans", json!({"toml": other})).await.expect(201);
    assert_eq!(differs["differs"], json!(["title", "stages"]));
    assert_eq!(differs["plan"]["job"]["title"], "Server engineer", "the plan keeps its copy");
    world.publish_draft("hugo", &org.job).await;
    let after = world.get("rita", &format!("/jobs/{}", org.job)).await.expect(200);
    for field in ["job", "summary", "stages", "band", "outcomes", "version"] {
        assert_eq!(after[field], before[field], "{field}");
    }
    assert_eq!((&after["plan_number"], &after["job"]["status"]), (&json!(3), &json!("open")));
    assert_eq!(world.application("rita", &org.job, "Ada Park").await["job_title"], before["job"]["title"]);
}

/// A plan's file names a level by its words; where the ladder has exactly one of that name, the new job stands on it.
async fn a_plan_names_its_level(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let toml = world.get("rita", &format!("/plans/{}/toml", org.plan)).await.text();
    let level = |function: &str| {
        json!({"function": function, "position": 4, "name": "Level 4", "summary": "", "bands": [],
        "criteria": ["Leads work that takes a quarter."]})
    };
    let named = |key: &str| {
        let at = toml.replacen("key = \"backend-engineer\"", &format!("key = \"{key}\""), 1);
        let words = at.lines().find(|line| line.starts_with("level = ")).unwrap().to_owned();
        json!({"toml": at.replacen(&words, "level = \"level 4\"", 1)})
    };
    let job = async |key: &str| {
        let made = world.post("rita", "/plans", named(key)).await.expect(201);
        world.get("rita", &format!("/jobs/{}", made["job_id"].as_str().unwrap())).await.expect(200)
    };
    let before = job("before").await;
    assert_eq!((&before["ladder_level"], &before["job"]["level"]), (&Value::Null, &json!("level 4")));
    let engineering = world.post("root", "/ladder", level("Engineering")).await.expect(201);
    let one = job("one").await;
    assert_eq!((&one["ladder_level"], &one["job"]["level"]), (&engineering["id"], &json!("Level 4")));
    assert_eq!(one["level"]["criteria"], json!(["Leads work that takes a quarter."]));
    world.post("root", "/ladder", level("Design")).await.is(201);
    let two = job("two").await;
    assert_eq!(
        (&two["ladder_level"], &two["level"], &two["job"]["level"]),
        (&Value::Null, &Value::Null, &json!("level 4"))
    );
}

/// Whoever takes a second part for themselves is seen doing so by the job's hiring manager.
async fn a_part_for_oneself_is_told(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let rita = world.person("rita").await;
    let change = json!({"version": 2, "roles": ["recruiter", "hiring_manager"]});
    world.act("root", "PATCH", &format!("/people/{rita}"), change).await.is(200);
    let member = json!({"person_id": rita, "role": "hiring_manager"});
    world.post("rita", &format!("/jobs/{}/team", org.job), member).await.is(200);
    let told = world.get("hugo", "/my/notices").await.expect(200);
    assert_eq!(told[0]["kind"], "joined_team", "{told}");
    assert_eq!(told[0]["path"], format!("/jobs/{}", org.job));
    assert_eq!(world.get("rita", "/my/notices").await.expect(200), json!([]));
}

on_both_engines! {
    jobs_oneself => super::a_part_for_oneself_is_told;
    jobs_level_by_name => super::a_plan_names_its_level;
    jobs_own_words => super::a_later_plan_leaves_the_job_alone;
    jobs_seen => super::a_job_is_seen_by_its_team;
    jobs_team => super::the_team_keeps_itself;
    jobs_alone => super::a_job_is_never_left_alone;
    z04_lost_role => super::a_lost_role_takes_the_team_with_it;
}
