//! S36 and I05: what somebody reads of the audit and of the activity, page by page and as a file.

use evenhand_tests::{Engine, Organisation, World, on_both_engines};
use serde_json::{Value, json};

const NOOR: &str = "Noor Haddad";
const ADA: &str = "Ada Park";

/// Each entry as one line: who and what.
fn lines(entries: &Value) -> Vec<String> {
    let line = |entry: &Value| {
        format!("{} {}", entry["actor_name"].as_str().unwrap(), entry["words"].as_str().unwrap())
    };
    entries.as_array().unwrap().iter().map(line).collect()
}

async fn audit(world: &World, who: &str, query: &str) -> Vec<String> {
    lines(&world.get(who, &format!("/audit{query}")).await.expect(200)["entries"])
}

/// Moves an application and back again, so many times.
async fn moves(world: &World, org: &Organisation, who: &str, name: &str, times: usize) {
    let row = world.application("hugo", &org.job, name).await;
    let id = row["id"].as_str().unwrap();
    let page = world.get("hugo", &format!("/candidates/{}", row["candidate_id"].as_str().unwrap())).await;
    let mut version = page.expect(200)["applications"][0]["version"].as_i64().unwrap();
    let stages = world.get("hugo", &format!("/jobs/{}", org.job)).await.expect(200)["stages"].clone();
    for _ in 0..times {
        // Never the stage where it is: each move makes another version.
        let stage = &stages[1 + usize::try_from(version % 2).unwrap()];
        let body = json!({"stage": stage, "version": version});
        version += 1;
        world.post(who, &format!("/applications/{id}/stage"), body).await.is(200);
    }
}

async fn s36_each_reads_their_part(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    world.add_person("greta", &["auditor"], 5).await;
    world.start_loop(&org, NOOR, "panel_complete").await;
    let card = world.card("ines", NOOR).await;
    world.submit("ines", &card, 4, "yes").await;

    let team = audit(&world, "rita", "").await;
    assert_eq!(team[0], "Ines submitted a scorecard on Noor Haddad");
    assert_eq!(team[1], "Rita started a loop for Noor Haddad");
    assert!(team.contains(&"Rita put Hugo on the hiring team".to_owned()), "{team:?}");
    assert!(!team.iter().any(|line| line.contains("pressed submit") || line.contains("logged in")));
    assert!(!team.iter().any(|line| line.contains("Rafa") || line.contains("Xu Wei")), "{team:?}");
    assert_eq!(audit(&world, "hugo", "").await, team);

    let other = audit(&world, "rafa", "").await;
    assert!(other.contains(&"Rafa added Xu Wei".to_owned()), "{other:?}");
    assert!(!other.iter().any(|line| line.contains("Ines") || line.contains("loop")), "{other:?}");

    let people = audit(&world, "root", "").await;
    assert!(people.iter().any(|line| line.starts_with("Root added")), "{people:?}");
    assert!(!people.iter().any(|line| line.contains("Noor")), "{people:?}");

    let all = audit(&world, "greta", "").await;
    assert!(all.contains(&"Ines pressed submit on a scorecard on Noor Haddad".to_owned()), "{all:?}");
    for path in ["/audit", "/audit/export", "/activity"] {
        world.get("ines", path).await.is_problem(404, "not_found");
    }
    // No numbers, whoever asks.
    let page = world.get("greta", "/audit").await.expect(200);
    let mut names: Vec<&String> = page["entries"][0].as_object().unwrap().keys().collect();
    names.sort();
    assert_eq!(
        names,
        ["action", "actor", "actor_name", "at", "candidate", "job", "job_title", "object_kind", "words"]
    );
}

async fn s36_filters(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    world.start_loop(&org, NOOR, "panel_complete").await;
    world.advance(evenhand_shared::time::MINUTE).await;
    let later = world.clock.now().to_rfc3339();
    moves(&world, &org, "hugo", ADA, 1).await;
    let hugo = world.person("hugo").await;
    let moved = ["Hugo moved Ada Park to".to_owned()];
    for query in [
        format!("?actor={hugo}"),
        "?action=application.stage".to_owned(),
        format!("?from={later}"),
        format!("?kind=application&from={later}&job={}", org.job),
    ] {
        let found = audit(&world, "rita", &query).await;
        assert_eq!(found.len(), 1, "{query}: {found:?}");
        assert!(found[0].starts_with(&moved[0]), "{query}: {found:?}");
    }
    assert!(!audit(&world, "rita", &format!("?until={later}")).await.iter().any(|l| l.contains("moved")));
    assert_eq!(audit(&world, "rita", &format!("?job={}", org.other_job)).await, Vec::<String>::new());
    for query in ["?from=yesterday", "?after=1.2.3", "?after="] {
        world.get("rita", &format!("/audit{query}")).await.is_problem(400, "bad_request");
    }
    world.get("rita", "/audit?sort=actor").await.is_problem(400, "unknown_parameter");
}

/// Two worlds: what is done about the candidate on whom the reader is open moves no page, no cursor and no file.
async fn s36_hidden_entries_move_no_page(engine: Engine) {
    let mut seen: Vec<Vec<Value>> = Vec::new();
    let mut files = Vec::new();
    for busy in [false, true] {
        let (world, org) = World::organisation(engine).await;
        let panel = [("rita", "interviewer"), ("ines", "interviewer")];
        world.start_loop_with(&org, NOOR, "panel_complete", &panel).await;
        for _ in 0..13 {
            moves(&world, &org, "hugo", ADA, 5).await;
            if busy {
                moves(&world, &org, "hugo", NOOR, 3).await;
            }
        }
        let mut pages = Vec::new();
        let mut after = String::new();
        loop {
            let page = world.get("rita", &format!("/audit{after}")).await.expect(200);
            let next = page["after"].as_str().map(|cursor| format!("?after={cursor}"));
            pages.push(page);
            match next {
                Some(next) => after = next,
                None => break,
            }
        }
        assert!(pages.len() > 1, "there is more than one page");
        let found: Vec<String> = pages.iter().flat_map(|page| lines(&page["entries"])).collect();
        assert_eq!(found.iter().filter(|line| line.contains("moved Ada Park")).count(), 65);
        assert!(!found.iter().any(|line| line.contains("Noor")), "{found:?}");
        // The file has the same rows.
        let file = world.get("rita", "/audit/export").await;
        assert_eq!(file.header("content-type"), Some("text/csv; charset=utf-8"));
        assert_eq!(file.text().lines().count(), found.len() + 1);
        assert_eq!(lines(&world.get("rita", "/activity").await.expect(200)).len(), 30);
        let hidden = audit(&world, "hugo", "").await.iter().any(|line| line.contains("moved Noor Haddad"));
        assert_eq!(hidden, busy, "the colleague who is not open sees it");
        // Somebody else's cursor is none.
        if let Some(cursor) = pages[0]["after"].as_str() {
            world.get("hugo", &format!("/audit?after={cursor}")).await.is_problem(400, "bad_request");
        }
        seen.push(pages);
        files.push(file);
    }
    assert_eq!(seen[0], seen[1]);
    assert_eq!(files[0], files[1]);
}

/// S5: who left a panel without a card reads nothing about that loop until its release, and then all of it.
async fn s05_left_without_a_card(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let panel = [("rita", "interviewer"), ("ines", "interviewer")];
    let started = world.start_loop_with(&org, NOOR, "panel_complete", &panel).await;
    let place = world.card("rita", NOOR).await;
    world.post("hugo", &format!("/assignments/{place}/removal"), json!({})).await.is(200);
    let card = world.card("ines", NOOR).await;
    world.fill("ines", &card, 4, "yes").await;
    let about =
        |lines: Vec<String>| lines.into_iter().filter(|line| line.contains("Noor")).collect::<Vec<_>>();
    assert_eq!(about(audit(&world, "rita", "").await), ["Rita added Noor Haddad"]);
    let reason = json!({"reason": "The offer deadline is tomorrow."});
    let path = format!("/loops/{}/opening", started["id"].as_str().unwrap());
    world.post("hugo", &path, reason).await.is(200);
    let lines = about(audit(&world, "rita", "").await);
    assert_eq!(lines[0], "Hugo opened the packet of Noor Haddad");
}

async fn i05_cells_are_text(engine: Engine) {
    let world = World::empty(engine).await;
    world.set_up().await;
    let person = json!({"name": "=1+1", "email": "eve@example.org", "roles": ["admin"], "function": "",
        "seniority": 3, "zone": "Etc/UTC"});
    let created = world.post("root", "/people", person).await.expect(201);
    let token = created["link"]["path"].as_str().unwrap().split_once('#').unwrap().1.to_owned();
    let redeem = json!({"token": token, "password": evenhand_tests::PASSWORD});
    world.send(world.request("POST", "/password-links/redeem").set_json(redeem)).await.is(204);
    let file = world.get("eve", "/audit/export?action=password.set").await.text();
    let row = file.lines().nth(1).unwrap();
    assert!(row.contains(",'=1+1,password.set,set their password,"), "{file}");
}

on_both_engines! {
    s36_parts => super::s36_each_reads_their_part;
    s36_filters => super::s36_filters;
    s36_hidden => super::s36_hidden_entries_move_no_page;
    s05_left => super::s05_left_without_a_card;
    i05_export => super::i05_cells_are_text;
}
