//! Files of candidates: what is taken, how they are given, and what an interviewer sees of them.

use diesel::prelude::*;
use evenhand_server::db::schema::{applications, candidates, file_contents, files, notes};
use evenhand_shared::time::HOUR;
use evenhand_tests::{Engine, Organisation, PDF, PNG, Reply, World, on_both_engines};
use serde_json::{Value, json};

const NOOR: &str = "Noor Haddad";

async fn application(world: &World, org: &Organisation) -> String {
    world.application("rita", &org.job, NOOR).await["id"].as_str().unwrap().to_owned()
}

fn holds(reply: &Reply, word: &str) -> bool {
    reply.body.windows(word.len()).any(|part| part == word.as_bytes())
}

async fn i02_files_are_taken_by_their_bytes(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let path = format!("/applications/{}/files", application(&world, &org).await);
    let file = |label: &str, content: &str| json!({"label": label, "name": "cv.pdf", "from_candidate": true, "content": content});
    // Base64 of an HTML page, an SVG and something that is no Base64.
    for (label, content, pointer, code) in [
        ("", PNG, "/label", "required"),
        ("CV", "", "/content", "required"),
        ("CV", "PGh0bWw+PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==", "/content", "unknown_kind"),
        ("CV", "PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIj4=", "/content", "unknown_kind"),
        ("CV", "***", "/content", "not_base64"),
    ] {
        let refused = world.post("rita", &path, file(label, content)).await.expect(422);
        assert_eq!(
            (&refused["errors"][0]["pointer"], &refused["errors"][0]["code"]),
            (&json!(pointer), &json!(code))
        );
    }
    world.post("hugo", &path, file("CV", PNG)).await.is_problem(403, "forbidden");
    for who in ["rafa", "ines", "root"] {
        world.post(who, &path, file("CV", PNG)).await.is_problem(404, "not_found");
    }
    let added = world.post("rita", &path, file("CV", PDF)).await.expect(201);
    assert_eq!((&added["kind"], &added["copied"]), (&json!("pdf"), &json!(true)));
}

async fn i02_i03_a_file_is_given_harmless(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let application = application(&world, &org).await;
    let name = "..\\a\r\nX: y\"\u{202e}fdp.html";
    let body = json!({"label": "CV", "name": name, "from_candidate": true, "content": PDF});
    let path = format!("/applications/{application}/files");
    let added = world.post("rita", &path, body).await.expect(201);
    assert_eq!(added["name"], name, "a name is data");
    let path = format!("/files/{}", added["id"].as_str().unwrap());
    let kept = world.get("hugo", &path).await;
    kept.is(200);
    assert_eq!(kept.header("content-type"), Some("application/octet-stream"));
    assert_eq!(kept.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(
        kept.header("content-security-policy"),
        Some("sandbox; default-src 'none'; frame-ancestors 'none'")
    );
    let disposition = kept.header("content-disposition").unwrap();
    assert!(disposition.starts_with("attachment; filename=\"aX yfdp.pdf\""), "{disposition}");
    assert!(holds(&kept, "Noor Haddad") && holds(&kept, "app.alert"), "the original is as it came");
    let words = world.get("rita", &format!("{path}/view")).await;
    assert_eq!((words.status, words.text().as_str()), (200, "Ten years of payments"));
    assert_eq!(words.header("content-type"), Some("text/plain; charset=utf-8"));
    for who in ["rafa", "mara", "ines", "root"] {
        world.get(who, &path).await.is_problem(404, "not_found");
        world.get(who, &format!("{path}/view")).await.is_problem(404, "not_found");
    }
    let picture = world.add_file("rita", &application, "Portrait", PNG).await;
    let seen = world.get("rita", &format!("/files/{picture}/view")).await;
    assert_eq!(seen.header("content-type"), Some("image/png"));
    assert!(seen.body.starts_with(b"\x89PNG") && !holds(&seen, "Berlin"));
    world.act("rita", "DELETE", &path, json!({})).await.is(204);
    world.get("rita", &path).await.is_problem(404, "not_found");
    let left: i64 = world
        .app
        .db
        .read(|conn| {
            Ok(file_contents::table.filter(file_contents::kind.eq("original")).count().get_result(conn)?)
        })
        .await
        .unwrap();
    assert_eq!(left, 1, "the bytes of a file that nobody was given are gone");
}

/// What an interviewer sees of the candidate's files: those that the kit lists, as they stood, without metadata.
async fn s01_an_interviewer_sees_what_the_kit_shows(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let application = application(&world, &org).await;
    let cv = world.add_file("rita", &application, "CV", PDF).await;
    world.add_file("rita", &application, "Salary", PNG).await;
    let body = json!({"label": "CV", "name": "ours.png", "from_candidate": false, "content": PNG});
    world.post("rita", &format!("/applications/{application}/files"), body).await.is(201);
    world.start_loop(&org, NOOR, "panel_complete").await;
    let page = async |who: &str| {
        let card = world.card(who, NOOR).await;
        world.get(who, &format!("/scorecards/{card}")).await
    };
    let before = page("ines").await;
    let shown = before.expect(200)["files"].clone();
    assert_eq!(shown.as_array().unwrap().len(), 1, "{shown}");
    assert_eq!((&shown[0]["label"], &shown[0]["kind"]), (&json!("CV"), &json!("pdf")));
    let path = format!("/assigned-files/{}", shown[0]["id"].as_str().unwrap());
    let given = world.get("ines", &path).await;
    given.is(200);
    assert_eq!(given.header("content-disposition"), Some("attachment; filename=\"file.pdf\""));
    for word in ["Noor Haddad", "Berlin", "app.alert"] {
        assert!(!holds(&given, word), "{word}");
    }
    assert!(!before.text().contains("Noor Haddad, CV"), "the file's own name stays with the team");
    for who in ["tomas", "rita", "hugo", "root", "rafa"] {
        world.get(who, &path).await.is_problem(404, "not_found");
    }
    world.get("ines", &format!("/files/{cv}")).await.is_problem(404, "not_found");
    // What the team does later changes nothing.
    world.add_file("rita", &application, "CV", PNG).await;
    world.act("rita", "DELETE", &format!("/files/{cv}"), json!({})).await.is(204);
    assert_eq!(page("ines").await, before);
    assert_eq!(world.get("ines", &path).await, given);
}

async fn the_timeline_tells_what_the_team_did(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let application = application(&world, &org).await;
    let row = world.application("rita", &org.job, NOOR).await;
    let path = format!("/candidates/{}/timeline", row["candidate_id"].as_str().unwrap());
    world.advance(HOUR).await;
    world.post("rita", &format!("/applications/{application}/notes"), json!({"text": "Keen."})).await.is(201);
    let stage = json!({"stage": "Offer", "version": 1});
    world.post("hugo", &format!("/applications/{application}/stage"), stage).await.is(200);
    let started = world.start_loop(&org, NOOR, "panel_complete").await;
    let interview = started["interviews"][3]["id"].as_str().unwrap();
    world.post("rita", &format!("/interviews/{interview}/cancellation"), json!({})).await.is(200);
    let tomas = world.card("tomas", NOOR).await;
    world.submit("tomas", &tomas, 4, "yes").await;
    let entries = world.get("hugo", &path).await.expect(200);
    let what: Vec<&str> = entries.as_array().unwrap().iter().map(|e| e["what"].as_str().unwrap()).collect();
    for (happening, times) in [
        ("applied", 1),
        ("note_added", 1),
        ("stage", 1),
        ("loop_started", 1),
        ("interview", 3),
        ("interview_cancelled", 1),
    ] {
        assert_eq!(what.iter().filter(|w| **w == happening).count(), times, "{happening} in {what:?}");
    }
    assert_eq!(what.len(), 8, "nothing of a scorecard: {what:?}");
    let moved = entries.as_array().unwrap().iter().find(|e| e["what"] == "stage").unwrap();
    assert_eq!((&moved["about"], &moved["who"]), (&json!("Offer"), &json!("Hugo")));
    for who in ["ines", "tomas", "root", "otto"] {
        world.get(who, &path).await.is_problem(404, "not_found");
    }
    let other = world.get("rafa", &path).await;
    assert!(other.status == 404, "Noor of the other job is another record");
}

async fn imports_are_taken_back(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let csv = "name,email\nZed Quist,zed@example.net\nYan Ode,yan@example.net\nXia Bo,xia@example.net\n";
    let file = json!({"csv": csv, "dry_run": false, "test": true});
    world.post("rita", &format!("/jobs/{}/candidates/import", org.job), file).await.is(200);
    let find =
        async |name: &str| world.application("rita", &org.job, name).await["id"].as_str().unwrap().to_owned();
    let (zed, yan) = (find("Zed Quist").await, find("Yan Ode").await);
    world.add_file("rita", &zed, "CV", PNG).await;
    let stage = json!({"stage": "Offer", "version": 1});
    world.post("rita", &format!("/applications/{zed}/stage"), stage).await.is(200);
    world.post("rita", &format!("/applications/{zed}/notes"), json!({"text": "A mistake."})).await.is(201);
    let slot = json!({"person_id": world.person("ines").await, "kind": "interviewer", "required": true});
    let plan = world.get("rita", &format!("/plans/{}", org.plan)).await.expect(200);
    let new = json!({"plan_id": org.plan, "interviews": [{"kit": plan["plan"]["kits"][0]["key"], "panel": [slot]}]});
    world.post("rita", &format!("/applications/{yan}/loops"), new).await.is(201);
    let imports = async |who: &str| world.get(who, &format!("/jobs/{}/imports", org.job)).await.expect(200);
    let of_three = |all: &Value| {
        all.as_array().unwrap().iter().find(|i| i["brought"] == 3 && i["test"] == true).unwrap().clone()
    };
    let import = of_three(&imports("hugo").await);
    assert_eq!(import["entries"].as_array().unwrap().len(), 3);
    let path = format!("/imports/{}/taking-back", import["id"].as_str().unwrap());
    let all = json!({"applications": []});
    world.post("hugo", &path, all.clone()).await.is_problem(403, "forbidden");
    world.post("rafa", &path, all.clone()).await.is_problem(404, "not_found");
    let one = world.post("rita", &path, json!({"applications": [zed]})).await.expect(200);
    assert_eq!((&one["gone"], &one["stayed"]), (&json!(1), &json!([])));
    let rest = world.post("rita", &path, all.clone()).await.expect(200);
    assert_eq!((&rest["gone"], &rest["stayed"][0]["name"]), (&json!(1), &json!("Yan Ode")));
    assert_eq!(rest["stayed"].as_array().unwrap().len(), 1);
    // Nothing personal is left, and the chain of the audit still holds.
    let (people, stored, written): (Vec<String>, i64, i64) = world
        .app
        .db
        .read(|conn| {
            Ok((
                candidates::table.select(candidates::name).load(conn)?,
                files::table.count().get_result(conn)?,
                notes::table.count().get_result(conn)?,
            ))
        })
        .await
        .unwrap();
    assert!(!people.iter().any(|name| name == "Zed Quist" || name == "Xia Bo"), "{people:?}");
    assert_eq!((stored, written), (0, 0));
    assert!(world.app.db.read(evenhand_server::db::audit::verify).await.unwrap().is_ok());
    // A month later it is over.
    world.advance(31 * 24 * HOUR).await;
    world.post("rita", &path, all).await.is_problem(409, "conflict");
    assert_eq!(of_three(&imports("rita").await)["until"], Value::Null);
}

async fn one_application_is_taken_back(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let row = world.application("rafa", &org.other_job, "Xu Wei").await;
    let path = format!("/applications/{}/taking-back", row["id"].as_str().unwrap());
    world.post("mara", &path, json!({})).await.is_problem(403, "forbidden");
    world.post("rita", &path, json!({})).await.is_problem(404, "not_found");
    assert_eq!(world.post("rafa", &path, json!({})).await.expect(200)["gone"], 1);
    world.post("rafa", &path, json!({})).await.is_problem(404, "not_found");
    let left: i64 = world
        .app
        .db
        .read(move |conn| {
            let all = applications::table.filter(applications::job_id.eq(org.other_job));
            Ok(all.count().get_result(conn)?)
        })
        .await
        .unwrap();
    assert_eq!(left, 1);
    let csv = "name,email\nXu Wei,xu@example.net\n";
    world.import_candidates("rafa", row["job_id"].as_str().unwrap(), csv).await;
}

on_both_engines! {
    i02_taken => super::i02_files_are_taken_by_their_bytes;
    i02_i03_given => super::i02_i03_a_file_is_given_harmless;
    s01_files => super::s01_an_interviewer_sees_what_the_kit_shows;
    candidate_timeline => super::the_timeline_tells_what_the_team_did;
    candidate_taken_back => super::imports_are_taken_back;
    candidate_one_taken_back => super::one_application_is_taken_back;
}
