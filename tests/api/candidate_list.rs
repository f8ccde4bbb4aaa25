//! The list of candidates: search, filters, orders and pages; views that somebody keeps; and S30, B22: nothing of it moves for
//! somebody who is open.

use evenhand_shared::time::{DAY, HOUR};
use evenhand_tests::{Engine, Organisation, World, on_both_engines};
use serde_json::{Value, json};

const NOOR: &str = "Noor Haddad";

async fn page(world: &World, who: &str, query: &str) -> Value {
    world.get(who, &format!("/candidates?{query}")).await.expect(200)
}

async fn names(world: &World, who: &str, query: &str) -> Vec<String> {
    let page = page(world, who, query).await;
    page["rows"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
}

/// All pages of two rows each, put together.
async fn walk(world: &World, who: &str, query: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut address = format!("{query}&most=2");
    loop {
        let page = page(world, who, &address).await;
        all.extend(
            page["rows"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_owned()),
        );
        let Some(after) = page["after"].as_str() else { return all };
        address = format!("{query}&most=2&after={after}");
    }
}

async fn to_stage(world: &World, who: &str, org: &Organisation, name: &str, stage: &str) {
    let row = world.application(who, &org.job, name).await;
    let body = json!({"stage": stage, "version": row["version"]});
    world.post(who, &format!("/applications/{}/stage", row["id"].as_str().unwrap()), body).await.is(200);
}

/// Ada, Bo and Noor of the first hour; Łukasz and Zed a day later; Bo is in Screening, Ada is rejected, Zed is tagged.
async fn scene(engine: Engine) -> (World, Organisation) {
    let (world, org) = World::organisation(engine).await;
    world.advance(DAY).await;
    let csv = "name,email,source\nŁukasz ÜNAL,lu@example.net,fair\n\"Zed 100%_sure\",zed@example.com,fair\n";
    world.import_candidates("rita", &org.job, csv).await;
    world.advance(HOUR).await;
    to_stage(&world, "rita", &org, "Bo Lind", "Screening").await;
    let ada = world.application("rita", &org.job, "Ada Park").await;
    let rejection = json!({"reason": "Others were closer.", "version": 1});
    world
        .post("rita", &format!("/applications/{}/rejection", ada["id"].as_str().unwrap()), rejection)
        .await
        .is(200);
    let zed = world.application("rita", &org.job, "Zed 100%_sure").await;
    let tag = json!({"tag": "Payments"});
    world.post("rita", &format!("/applications/{}/tags", zed["id"].as_str().unwrap()), tag).await.is(200);
    (world, org)
}

async fn search_and_filters(engine: Engine) {
    let (world, org) = scene(engine).await;
    for (query, expected) in [
        ("", vec!["Ada Park", "Bo Lind", NOOR, "Zed 100%_sure", "Łukasz ÜNAL"]),
        ("q=noor", vec![NOOR]),
        ("q=had%20NOO", vec![NOOR]),
        ("q=%C3%BCnal", vec!["Łukasz ÜNAL"]),
        ("q=%C5%81UK", vec!["Łukasz ÜNAL"]),
        ("q=example.com", vec!["Zed 100%_sure"]),
        ("q=100%25", vec!["Zed 100%_sure"]),
        ("q=o%25_", vec![]),
        ("q=_", vec!["Zed 100%_sure"]),
        ("stage=Screening", vec!["Bo Lind"]),
        ("stage=Nowhere", vec![]),
        ("source=fair", vec!["Zed 100%_sure", "Łukasz ÜNAL"]),
        ("source=board&status=in_process", vec!["Bo Lind"]),
        ("tag=payments", vec!["Zed 100%_sure"]),
        ("status=rejected", vec!["Ada Park"]),
        ("status=in_process&q=u", vec!["Zed 100%_sure", "Łukasz ÜNAL"]),
        ("sort=-added&source=board", vec!["x", "x"]),
        ("sort=-since&status=in_process", vec!["Bo Lind", "x", "x", NOOR]),
        ("sort=since&status=in_process", vec![NOOR, "x", "x", "Bo Lind"]),
    ] {
        let found = names(&world, "rita", query).await;
        assert_eq!(found.len(), expected.len(), "{query}: {found:?}");
        for (name, expected) in found.iter().zip(&expected) {
            assert!(*expected == "x" || name == expected, "{query}: {found:?}");
        }
        let counted = page(&world, "rita", query).await["total"].as_u64().unwrap();
        assert_eq!(counted, u64::try_from(expected.len()).unwrap(), "{query}");
    }
    assert_eq!(names(&world, "rafa", "q=noor").await, [NOOR], "his own Noor");
    assert_eq!(names(&world, "rafa", &format!("job={}", org.job)).await, Vec::<String>::new());
    let row = page(&world, "hugo", "q=zed").await["rows"][0].clone();
    assert_eq!(
        (&row["email"], &row["source"], &row["tags"]),
        (&json!("zed@example.com"), &json!("fair"), &json!(["Payments"]))
    );
    assert_eq!(row["job_id"], json!(org.job), "a row of the list is the row of the application, and more");
    let ada = page(&world, "hugo", "status=rejected").await["rows"][0].clone();
    assert_eq!(
        (&ada["rejection"]["reason"], &ada["rejection"]["undo"]),
        (&json!("Others were closer."), &json!(true))
    );
    for (query, code) in [
        ("sort=score", "bad_request"),
        ("sort=submitted_at", "bad_request"),
        ("status=strong_no", "bad_request"),
        ("most=0", "bad_request"),
        ("most=501", "bad_request"),
        ("most=many", "bad_request"),
        ("recommendation=yes", "unknown_parameter"),
        ("after=abc", "bad_request"),
    ] {
        world.get("rita", &format!("/candidates?{query}")).await.is_problem(400, code);
    }
    let long = "x".repeat(201);
    world.get("rita", &format!("/candidates?q={long}")).await.is_problem(400, "bad_request");
    let filters = world.get("rita", "/candidate-filters").await.expect(200);
    assert_eq!(filters["tags"], json!(["Payments"]));
    let sources: Vec<(&str, u64)> = filters["sources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| (s["source"].as_str().unwrap(), s["count"].as_u64().unwrap()))
        .collect();
    assert_eq!(sources, [("board", 2), ("fair", 2), ("referral", 1)]);
    assert_eq!((&filters["jobs"][0]["takes"], filters["jobs"].as_array().unwrap().len()), (&json!(true), 1));
    assert_eq!(world.get("hugo", "/candidate-filters").await.expect(200)["jobs"][0]["takes"], false);
}

async fn pages(engine: Engine) {
    let (world, org) = scene(engine).await;
    for sort in ["name", "-name", "added", "-added", "since", "-since"] {
        for status in ["all", "in_process"] {
            let query = format!("sort={sort}&status={status}");
            let whole = names(&world, "rita", &query).await;
            assert_eq!(walk(&world, "rita", &query).await, whole, "{query}");
        }
        let turned = if let Some(up) = sort.strip_prefix('-') { up.to_owned() } else { format!("-{sort}") };
        let mut back = names(&world, "rita", &format!("sort={turned}")).await;
        back.reverse();
        assert_eq!(names(&world, "rita", &format!("sort={sort}")).await, back);
    }
    // A place belongs to its reader and to its question.
    let after = page(&world, "rita", "most=2").await["after"].as_str().unwrap().to_owned();
    for (who, query) in [("hugo", "most=2"), ("rita", "most=2&sort=-name"), ("rita", "most=2&q=a")] {
        world.get(who, &format!("/candidates?{query}&after={after}")).await.is_problem(400, "bad_request");
    }
    // Somebody who comes in between is neither shown twice nor does anybody drop out.
    world.import_candidates("rita", &org.job, "name,email\nAaron Early,aaron@example.net\n").await;
    let rest = names(&world, "rita", &format!("most=2&after={after}")).await;
    assert_eq!(rest, [NOOR, "Zed 100%_sure"]);
}

/// Everything that the list can be asked, as somebody sees it.
async fn look(world: &World, who: &str) -> Vec<(String, Value)> {
    let mut all = Vec::new();
    for sort in ["name", "-name", "added", "-added", "since", "-since"] {
        for narrow in [
            "",
            "&q=noor",
            "&q=noor%40example.net",
            "&stage=Applied",
            "&stage=Offer",
            "&status=rejected",
            "&status=in_process",
            "&source=referral",
            "&source=fair",
            "&tag=payments",
            "&q=haddad&stage=Debrief",
        ] {
            let query = format!("most=1&sort={sort}{narrow}");
            let first = page(world, who, &query).await;
            if let Some(after) = first["after"].as_str() {
                let next = format!("{query}&after={after}");
                all.push((next.clone(), page(world, who, &next).await));
            }
            all.push((query, first));
        }
    }
    all.push(("filters".to_owned(), world.get(who, "/candidate-filters").await.expect(200)));
    all
}

async fn s30_the_list_knows_nothing_of_those_one_is_open_on(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let id = world.application("hugo", &org.job, NOOR).await["id"].as_str().unwrap().to_owned();
    let candidate =
        world.application("hugo", &org.job, NOOR).await["candidate_id"].as_str().unwrap().to_owned();
    world
        .start_loop_with(&org, NOOR, "panel_complete", &[("rita", "interviewer"), ("ines", "interviewer")])
        .await;
    let row = page(&world, "rita", "q=noor").await["rows"][0].clone();
    assert_eq!((&row["frozen"], &row["stage"]), (&json!(true), &json!("Applied")));
    for hidden in ["added", "since", "version", "rejection"] {
        assert_eq!(row[hidden], Value::Null, "{hidden}");
    }
    assert_eq!((&row["email"], &row["source"], &row["tags"]), (&json!(""), &json!(""), &json!([])));
    let before = look(&world, "rita").await;
    let seen = look(&world, "hugo").await;
    to_stage(&world, "hugo", &org, NOOR, "Offer").await;
    let path = |act: &str| format!("/applications/{id}/{act}");
    let (tess, member) = (world.add_person("tess", &["recruiter"], 5).await, "recruiter");
    world
        .post("hugo", &format!("/jobs/{}/team", org.job), json!({"person_id": tess, "role": member}))
        .await
        .is(200);
    world.post("tess", &path("tags"), json!({"tag": "Payments"})).await.is(200);
    let source = json!({"source": "fair", "seen": "referral"});
    world.act("tess", "PATCH", &format!("/candidates/{candidate}"), source).await.is(200);
    let ines = world.card("ines", NOOR).await;
    world.submit("ines", &ines, 2, "no").await;
    world
        .post("hugo", &path("rejection"), json!({"reason": "Others were closer.", "version": 2}))
        .await
        .is(200);
    let after = look(&world, "rita").await;
    for (before, after) in before.iter().zip(&after) {
        assert_eq!(before, after, "B22: nothing that is asked of the list tells");
    }
    assert_ne!(look(&world, "hugo").await, seen, "whoever may know sees it all");
    // What is asked by the constants finds them, and is counted.
    for (query, found) in [
        ("stage=Applied", true),
        ("stage=Offer", false),
        ("status=rejected", false),
        ("status=in_process", true),
        ("source=referral", false),
        ("source=fair", false),
        ("tag=payments", false),
        ("q=noor", true),
        ("q=noor%40example.net", false),
    ] {
        let page = page(&world, "rita", query).await;
        let rows = page["rows"].as_array().unwrap();
        assert_eq!(rows.iter().any(|row| row["name"] == NOOR), found, "{query}");
        assert_eq!(page["total"].as_u64().unwrap(), u64::try_from(rows.len()).unwrap(), "{query}");
    }
    for sort in ["name", "-name", "-since", "added"] {
        assert_eq!(names(&world, "rita", &format!("sort={sort}&most=1")).await[0], NOOR, "before all others");
    }
    let own = world.card("rita", NOOR).await;
    world.submit("rita", &own, 4, "yes").await;
    assert_eq!(names(&world, "rita", "status=rejected").await, [NOOR], "closed, the list is the team's");
    assert_eq!(names(&world, "rita", "tag=PAYMENTS&source=fair&stage=Offer").await, [NOOR]);
}

async fn views(engine: Engine) {
    let (world, _) = World::organisation(engine).await;
    let keep = async |who: &str, name: &str, filter: Value| {
        let mut whole = json!({"q": "", "job": "", "stage": "", "source": "", "tag": "", "status": "all", "sort": "name"});
        whole.as_object_mut().unwrap().extend(filter.as_object().unwrap().clone());
        world.post(who, "/my/views", json!({"name": name, "filter": whole})).await
    };
    assert_eq!(world.get("rita", "/my/views").await.expect(200), json!([]));
    keep("rita", " Offers ", json!({"stage": "Offer", "status": "in_process", "sort": "-since"}))
        .await
        .is(200);
    keep("rita", "Fair", json!({"source": "fair"})).await.is(200);
    let replaced = keep("rita", "OFFERS", json!({"q": "noor"})).await.expect(200);
    let all: Vec<(&str, &str)> = replaced
        .as_array()
        .unwrap()
        .iter()
        .map(|view| (view["name"].as_str().unwrap(), view["filter"]["q"].as_str().unwrap()))
        .collect();
    assert_eq!(all, [("Fair", ""), ("OFFERS", "noor")]);
    assert_eq!(world.get("hugo", "/my/views").await.expect(200), json!([]), "views are one's own");
    let left = world.post("rita", "/my/views/removal", json!({"name": "offers"})).await.expect(200);
    assert_eq!(left.as_array().unwrap().len(), 1);
    world.post("rita", "/my/views/removal", json!({"name": "offers"})).await.is(200);
    for (name, pointer) in [(" ", "/name"), ("a\nb", "/name")] {
        assert_eq!(keep("rita", name, json!({})).await.expect(422)["errors"][0]["pointer"], pointer);
    }
    let long = "x".repeat(201);
    let refused = keep("rita", "Long", json!({"tag": long})).await.expect(422);
    assert_eq!(refused["errors"][0]["pointer"], "/filter/tag");
    keep("rita", "Odd", json!({"score": "5"})).await.is_problem(400, "bad_request");
    for n in 1..30 {
        keep("rita", &format!("View {n}"), json!({})).await.is(200);
    }
    assert_eq!(keep("rita", "One more", json!({})).await.expect(422)["errors"][0]["code"], "too_many");
    keep("rita", "view 7", json!({"q": "x"})).await.is(200);
    world.get("ines", "/my/views").await.is_problem(404, "not_found");
}

on_both_engines! {
    candidates_search => super::search_and_filters;
    candidates_pages => super::pages;
    s30_b22_list => super::s30_the_list_knows_nothing_of_those_one_is_open_on;
    candidates_views => super::views;
}
