//! Loops: what a start and an added interview must say, who may, and what the team is shown.

use crate::rules_scene::{NOBODY, NOOR, Scene};
use evenhand_tests::{Engine, Organisation, World, on_both_engines};
use serde_json::{Value, json};

fn slot(person: &str, kind: &str) -> Value {
    json!({"person_id": person, "kind": kind, "required": true})
}

/// A good interview; `change` spoils it.
fn interview(person: &str, change: Value) -> Value {
    let mut interview = json!({"kit": "past-work", "starts_at": "2030-01-10T09:00:00Z", "zone": "Europe/Berlin",
        "place": "Room 2", "panel": [slot(person, "interviewer")]});
    for (name, value) in change.as_object().unwrap() {
        interview[name] = value.clone();
    }
    interview
}

async fn start_path(world: &World, org: &Organisation) -> String {
    let row = world.application("rita", &org.job, NOOR).await;
    format!("/applications/{}/loops", row["id"].as_str().unwrap())
}

/// Pointers and codes of the faults of a refused body, in order.
fn faults(body: &Value) -> Vec<(&str, &str)> {
    let errors = body["errors"].as_array().unwrap();
    let mut found: Vec<_> =
        errors.iter().map(|e| (e["pointer"].as_str().unwrap(), e["code"].as_str().unwrap())).collect();
    found.sort_unstable();
    found
}

async fn starting(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let path = start_path(&world, &org).await;
    let ines = world.person("ines").await;
    let new =
        json!({"plan_id": org.plan, "brief": "  Be kind.  ", "interviews": [interview(&ines, json!({}))]});
    for who in ["ines", "root", "rafa", "mara"] {
        world.post(who, &path, new.clone()).await.is_problem(404, "not_found");
    }
    let started = world.post("hugo", &path, new).await.expect(201);
    let (id, detail) = (started["loop_id"].as_str().unwrap(), &started["detail"]);
    assert_eq!(world.get("hugo", &format!("/loops/{id}")).await.expect(200), *detail);
    let plan = world.get("rita", &format!("/plans/{}", org.plan)).await.expect(200);
    assert_eq!(detail["reveal"], plan["plan"]["decision"]["reveal"], "the plan's rule where none is chosen");
    assert_eq!((&detail["brief"], &detail["adaptive"]), (&json!("Be kind."), &json!(false)));
    assert_eq!(detail["may"], json!({"manage": true, "open": true, "packet": false}));
    assert_eq!(detail["row"]["progress"], json!({"submitted": 0, "required": 1, "overdue": 0}));
    let shown = &detail["interviews"][0];
    for (field, value) in [("kit", "past-work"), ("zone", "Europe/Berlin"), ("place", "Room 2")] {
        assert_eq!(shown[field], value, "{field}");
    }
    assert_eq!((&shown["minutes"], &shown["panel"][0]["name"]), (&json!(60), &json!("Ines")));
    assert_eq!(
        (&shown["panel"][0]["state"], &shown["panel"][0]["card"]),
        (&json!("assigned"), &json!("due"))
    );
    let for_rita = world.get("rita", &format!("/loops/{id}")).await.expect(200);
    assert_eq!(for_rita["may"]["open"], false, "opening is the hiring manager's");
}

async fn starting_faults(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let path = start_path(&world, &org).await;
    let (ines, rafa, gone) = (
        world.person("ines").await,
        world.person("rafa").await,
        world.add_person("gone", &["interviewer"], 5).await,
    );
    world.post("root", &format!("/people/{gone}/deactivation"), json!({"version": 2})).await.is(200);
    let newt = json!({"name": "Newt", "email": "newt@example.org", "roles": ["interviewer"], "function": "", "seniority": 5,
        "zone": "Etc/UTC"});
    let newt = world.post("root", "/people", newt).await.expect(201);
    let newt = newt["person"]["id"].as_str().unwrap().to_owned();
    let good = interview(&ines, json!({}));
    let one = |change: Value| json!([interview(&ines, change)]);
    let seat = |person: &str| json!([interview(person, json!({}))]);
    let crowd: Vec<Value> = (0..13).map(|_| slot(&ines, "interviewer")).collect();
    let cases: Vec<(Value, (&str, &str))> = vec![
        (json!({"plan_id": NOBODY}), ("/plan_id", "unknown")),
        (json!({"plan_id": org.other_plan}), ("/plan_id", "unknown")),
        (json!({"brief": "x".repeat(4_001)}), ("/brief", "too_long")),
        (json!({"interviews": []}), ("/interviews", "required")),
        (json!({"interviews": vec![good.clone(); 21]}), ("/interviews", "too_many")),
        (json!({"interviews": one(json!({"panel": []}))}), ("/interviews", "nobody_required")),
        (
            json!({"interviews": one(json!({"panel": [slot(&ines, "shadow")]}))}),
            ("/interviews", "nobody_required"),
        ),
        (json!({"interviews": one(json!({"kit": "chess"}))}), ("/interviews/0/kit", "unknown_kit")),
        (json!({"interviews": one(json!({"zone": null}))}), ("/interviews/0/zone", "required")),
        (json!({"interviews": one(json!({"zone": "Mars/Base"}))}), ("/interviews/0/zone", "unknown_zone")),
        (json!({"interviews": one(json!({"place": "x".repeat(201)}))}), ("/interviews/0/place", "too_long")),
        (json!({"interviews": one(json!({"panel": crowd}))}), ("/interviews/0/panel", "too_many")),
        (json!({"interviews": seat(&rafa)}), ("/interviews/0/panel/0/person_id", "not_an_interviewer")),
        (json!({"interviews": seat(&gone)}), ("/interviews/0/panel/0/person_id", "not_an_interviewer")),
        (json!({"interviews": seat(&newt)}), ("/interviews/0/panel/0/person_id", "not_here_yet")),
        (json!({"interviews": seat(NOBODY)}), ("/interviews/0/panel/0/person_id", "not_an_interviewer")),
        (
            json!({"interviews": one(json!({"panel": [slot(&ines, "interviewer"), slot(&ines, "shadow")]}))}),
            ("/interviews/0/panel/1/person_id", "twice_on_one_interview"),
        ),
    ];
    for (change, expected) in cases {
        let mut new = json!({"plan_id": org.plan, "brief": "", "interviews": [good]});
        for (name, value) in change.as_object().unwrap() {
            new[name] = value.clone();
        }
        let refused = world.post("rita", &path, new).await;
        refused.is_problem(422, "invalid");
        let refused = refused.json();
        assert!(faults(&refused).contains(&expected), "{expected:?} in {:?}", faults(&refused));
    }
    // All faults are told at once.
    let interviews =
        json!([interview(&rafa, json!({"kit": "chess"})), interview(&ines, json!({"zone": "Mars/Base"}))]);
    let refused =
        world.post("rita", &path, json!({"plan_id": org.plan, "interviews": interviews})).await.expect(422);
    let expected = [
        ("/interviews/0/kit", "unknown_kit"),
        ("/interviews/0/panel/0/person_id", "not_an_interviewer"),
        ("/interviews/1/zone", "unknown_zone"),
    ];
    assert_eq!(faults(&refused), expected);
    assert_eq!(world.get("rita", "/loops").await.expect(200), json!([]), "nothing was started");
    assert_eq!(world.get("ines", "/my/interviews").await.expect(200), json!([]), "nobody was asked");
}

async fn adding_an_interview(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    let (w, path) = (&s.world, format!("/loops/{}/interviews", s.id));
    let (otto, rafa) = (w.person("otto").await, w.person("rafa").await);
    for who in ["ines", "otto", "root", "rafa"] {
        w.post(who, &path, interview(&otto, json!({}))).await.is_problem(404, "not_found");
    }
    for (new, expected) in [
        (interview(&otto, json!({"kit": "chess"})), ("/kit", "unknown_kit")),
        (interview(&otto, json!({"zone": null})), ("/zone", "required")),
        (interview(&otto, json!({"zone": "Mars/Base"})), ("/zone", "unknown_zone")),
        (interview(&rafa, json!({})), ("/panel/0/person_id", "not_an_interviewer")),
    ] {
        let refused = w.post("rita", &path, new).await.expect(422);
        assert_eq!(faults(&refused), [expected]);
    }
    assert_eq!(s.detail("rita").await["interviews"].as_array().unwrap().len(), 4);
    // Without a time and without anybody yet: both may come later.
    let later = json!({"kit": "past-work", "panel": []});
    let added = w.post("rita", &path, later).await.expect(201)["detail"].clone();
    assert_eq!(added["interviews"][4]["starts_at"], Value::Null);
    for _ in 5..20 {
        w.post("rita", &path, interview(&otto, json!({}))).await.is(201);
    }
    let refused = w.post("rita", &path, interview(&otto, json!({}))).await.expect(422);
    assert_eq!(faults(&refused), [("", "too_many")]);
}

async fn listing(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    let w = &s.world;
    w.clock.advance(evenhand_shared::time::SECOND);
    let other = w.start_loop_with(&s.org, "Ada Park", "panel_complete", &[("otto", "interviewer")]).await;
    let list = async |who: &str, query: &str| {
        let rows = w.get(who, &format!("/loops{query}")).await.expect(200);
        let ids = rows.as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned());
        ids.collect::<Vec<String>>()
    };
    let both = [other["id"].as_str().unwrap().to_owned(), s.id.clone()];
    for who in ["rita", "hugo"] {
        assert_eq!(list(who, "").await, both, "the newest first");
        assert_eq!(list(who, &format!("?job={}", s.org.job)).await, both);
        assert_eq!(list(who, &format!("?job={}", s.org.other_job)).await, Vec::<String>::new());
        assert_eq!(list(who, "?job=nothing").await, Vec::<String>::new());
    }
    assert_eq!(list("rafa", "").await, Vec::<String>::new(), "another job's");
    let rows = w.get("rita", "/loops").await.expect(200);
    assert_eq!(rows[1], s.detail("rita").await["row"], "the list and the page say the same");
    assert_eq!((&rows[1]["candidate_name"], &rows[1]["released_at"]), (&json!(NOOR), &Value::Null));
}

on_both_engines! {
    loops_start => super::starting;
    loops_start_faults => super::starting_faults;
    loops_add_interview => super::adding_an_interview;
    loops_list => super::listing;
}
