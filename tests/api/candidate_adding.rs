//! Adding a candidate by hand: who may, what is checked, who is known already, and taking it back.

use evenhand_shared::time::DAY;
use evenhand_tests::{Engine, Reply, World, on_both_engines};
use serde_json::{Value, json};

const NOOR: &str = "Noor Haddad";

async fn add(world: &World, who: &str, job: &str, new: Value) -> Reply {
    world.post(who, &format!("/jobs/{job}/candidates"), new).await
}

fn new(name: &str, email: &str) -> Value {
    json!({"name": name, "email": email})
}

async fn by_hand(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let zed = json!({"name": " Zed Okoro ", "email": "Zed@example.net", "source": "Met at the fair",
        "link": "https://example.net/zed", "note": "Wants to move in May."});
    let added = add(&world, "rita", &org.job, zed.clone()).await.expect(200);
    assert_eq!((&added["row"]["name"], &added["row"]["stage"]), (&json!("Zed Okoro"), &json!("Applied")));
    assert_eq!(added["known"], Value::Null);
    let candidate = format!("/candidates/{}", added["row"]["candidate_id"].as_str().unwrap());
    let page = world.get("hugo", &candidate).await.expect(200);
    assert_eq!((&page["email"], &page["source"]), (&json!("Zed@example.net"), &json!("Met at the fair")));
    assert_eq!(page["answers"], json!([["Link", "https://example.net/zed"]]));
    let application = &page["applications"][0];
    assert_eq!(application["notes"][0]["text"], "Wants to move in May.");
    assert!(application["take_back_until"].is_string(), "it can be taken back: {application}");
    // The same again is told, and nothing is added.
    let again = add(&world, "rita", &org.job, zed).await.expect(200);
    assert_eq!((&again["row"], &again["known"]["here"]), (&Value::Null, &json!(true)));
    assert_eq!(again["known"]["name"], "Zed Okoro");
    let mut chosen = new("Zed", "zed@example.net");
    chosen["known"] = again["known"]["id"].clone();
    assert_eq!(add(&world, "rita", &org.job, chosen).await.expect(200)["row"], Value::Null);
    assert_eq!(world.get("rita", "/candidates?q=zed").await.expect(200)["total"], 1);
    // Taken back, they can be added anew.
    let take_back = format!("/applications/{}/taking-back", application["row"]["id"].as_str().unwrap());
    world.post("rita", &take_back, json!({})).await.is(200);
    world.get("hugo", &candidate).await.is_problem(404, "not_found");
    assert!(
        add(&world, "rita", &org.job, new("Zed", "zed@example.net")).await.expect(200)["row"].is_object()
    );
    world.advance(31 * DAY).await;
    let late = world.get("rita", "/candidates?q=zed").await.expect(200)["rows"][0].clone();
    let page = world
        .get("rita", &format!("/candidates/{}", late["candidate_id"].as_str().unwrap()))
        .await
        .expect(200);
    assert_eq!(page["applications"][0]["take_back_until"], Value::Null, "30 days later they stay");
}

async fn refusals(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let good = new("Zed", "zed@example.net");
    add(&world, "hugo", &org.job, good.clone()).await.is_problem(403, "forbidden");
    for who in ["rafa", "mara", "ines", "root"] {
        add(&world, who, &org.job, good.clone()).await.is_problem(404, "not_found");
    }
    let faulty = json!({"name": "", "email": "zed", "source": "a\nb", "link": "javascript:alert(1)"});
    let refused = add(&world, "rita", &org.job, faulty).await.expect(422);
    let pointers: Vec<&str> =
        refused["errors"].as_array().unwrap().iter().map(|e| e["pointer"].as_str().unwrap()).collect();
    assert_eq!(pointers, ["/name", "/email", "/source", "/link"]);
    add(&world, "rita", &org.job, json!({"name": "Zed", "email": "z@e.x", "stage": "Offer"}))
        .await
        .is_problem(400, "bad_request");
    let mut of_nobody = good.clone();
    of_nobody["known"] = json!("00000000-0000-4000-8000-000000000000");
    add(&world, "rita", &org.job, of_nobody).await.is_problem(409, "stale");
    let job = world.get("rita", &format!("/jobs/{}", org.job)).await.expect(200);
    let pause = json!({"version": job["version"], "status": "paused", "how": null, "reason": null});
    world.post("rita", &format!("/jobs/{}/status", org.job), pause).await.is(200);
    add(&world, "rita", &org.job, good).await.is_problem(409, "job_not_open");
    assert_eq!(world.get("rita", "/candidates").await.expect(200)["total"], 3, "refusals add nobody");
}

async fn s33_known_among_ones_own_jobs(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    // Rafa does not know of rita's Ada: his is another person.
    let ada = new("Ada Park", "ADA@example.net");
    let other = add(&world, "rafa", &org.other_job, ada.clone()).await.expect(200);
    let here = world.application("rita", &org.job, "Ada Park").await;
    assert_ne!(other["row"]["candidate_id"], here["candidate_id"]);
    // On both teams, rita is told of Bo, and chooses.
    let member = json!({"person_id": world.person("rita").await, "role": "recruiter"});
    world.post("rafa", &format!("/jobs/{}/team", org.other_job), member).await.is(200);
    let mut bo = json!({"name": "B. Lind", "email": "bo@example.net", "source": "fair", "link": "https://example.net/bo"});
    let told = add(&world, "rita", &org.other_job, bo.clone()).await.expect(200);
    assert_eq!(told["row"], Value::Null);
    assert_eq!((&told["known"]["name"], &told["known"]["here"]), (&json!("Bo Lind"), &json!(false)));
    assert_eq!(told["known"]["jobs"].as_array().unwrap().len(), 1);
    bo["known"] = told["known"]["id"].clone();
    let added = add(&world, "rita", &org.other_job, bo).await.expect(200);
    assert_eq!(added["row"]["candidate_id"], told["known"]["id"]);
    let page = world
        .get("rita", &format!("/candidates/{}", told["known"]["id"].as_str().unwrap()))
        .await
        .expect(200);
    assert_eq!(
        (&page["name"], &page["source"]),
        (&json!("Bo Lind"), &json!("board")),
        "the record stays as it is"
    );
    let applications = page["applications"].as_array().unwrap();
    assert_eq!(applications.len(), 2);
    let notes: Vec<&str> = applications.iter().filter_map(|a| a["notes"][0]["text"].as_str()).collect();
    assert_eq!(notes, ["Link: https://example.net/bo"], "nothing typed is lost");
}

async fn s05_whoever_is_open_adds_them_nowhere(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let member = json!({"person_id": world.person("rita").await, "role": "recruiter"});
    world.post("rafa", &format!("/jobs/{}/team", org.other_job), member).await.is(200);
    world
        .start_loop_with(
            &org,
            "Bo Lind",
            "panel_complete",
            &[("rita", "interviewer"), ("ines", "interviewer")],
        )
        .await;
    let mut bo = new("Bo", "bo@example.net");
    let told = add(&world, "rita", &org.other_job, bo.clone()).await.expect(200);
    assert_eq!(told["known"]["frozen"], true);
    bo["known"] = told["known"]["id"].clone();
    assert_eq!(add(&world, "rita", &org.other_job, bo.clone()).await.expect(200), told);
    let row = world.application("hugo", &org.job, "Bo Lind").await;
    let path = format!("/applications/{}", row["id"].as_str().unwrap());
    world
        .post("hugo", &format!("{path}/rejection"), json!({"reason": "Others were closer.", "version": 1}))
        .await
        .is(200);
    assert_eq!(
        add(&world, "rita", &org.other_job, bo).await.expect(200),
        told,
        "whatever happened behind her back"
    );
    let noor = add(&world, "rita", &org.other_job, new("Noor", "noor@example.net")).await.expect(200);
    assert_eq!((&noor["known"]["name"], &noor["known"]["here"]), (&json!(NOOR), &json!(true)));
}

/// What was exported is imported elsewhere as it was; whoever the caller is open on is not in it (S34).
async fn s34_export(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let path = |job: &str| format!("/jobs/{job}/candidates/export");
    let file = world.get("rita", &path(&org.job)).await;
    file.is(200);
    let csv = file.text().to_owned();
    assert!(csv.starts_with("name,email,phone,source,zone,CV\r\n"), "{csv}");
    world.get("hugo", &path(&org.job)).await.is_problem(403, "forbidden");
    world.get("rafa", &path(&org.job)).await.is_problem(404, "not_found");
    world.import_candidates("rafa", &org.other_job, &csv).await;
    let there = world.get("rafa", &path(&org.other_job)).await.text().to_owned();
    let ada = |csv: &str| csv.lines().find(|line| line.starts_with("Ada")).map(str::to_owned);
    assert_eq!(ada(&there), ada(&csv), "as it was");
    world
        .start_loop_with(&org, NOOR, "panel_complete", &[("rita", "interviewer"), ("ines", "interviewer")])
        .await;
    let blind = world.get("rita", &path(&org.job)).await.text().to_owned();
    assert_eq!((blind.contains(NOOR), blind.contains("Ada Park")), (false, true));
}

on_both_engines! {
    s34_export_candidates => super::s34_export;
    candidates_add => super::by_hand;
    candidates_add_refused => super::refusals;
    s33_add_known => super::s33_known_among_ones_own_jobs;
    s05_add_open => super::s05_whoever_is_open_adds_them_nowhere;
}
