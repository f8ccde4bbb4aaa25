//! A world with every kind of caller in it, and another job whose things look the same.

use evenhand_server::{
    db::{people, sessions},
    tokens,
};
use evenhand_tests::{Engine, Organisation, PNG, World};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The callers, in the order of the table's letters.
pub const CALLERS: [&str; 13] = [
    "nobody", "otto", "root", "rafa", "mara", "rita", "hugo", "ines", "tomas", "dele", "rosa", "gone", "newt",
];

/// The candidate.
pub const NOOR: &str = "Noor Haddad";
/// The candidate of the other job.
const XU: &str = "Xu Wei";
/// An id that nothing has.
pub const NOBODY: &str = "00000000-0000-4000-8000-000000000000";

/// Things by the name that stands for them in the table's addresses and bodies.
pub type Things = BTreeMap<&'static str, String>;

/// Whether a call is about a thing of a job; people and the library belong to none.
pub fn of_a_job(row: &crate::table::Row) -> bool {
    row.path.contains('{')
        && !["/people/", "/leaves/", "/library/", "/ladder/"].iter().any(|own| row.path.starts_with(own))
}

/// The world.
pub struct Scene {
    pub world: World,
    pub org: Organisation,
    /// What `rita` and `hugo` run.
    pub here: Things,
    /// The same of the job of `rafa` and `mara`, where `aiko` is open and `pia` has submitted.
    pub there: Things,
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

impl Scene {
    /// `ines` and `rosa` (a recruiter of the job) are open, `tomas` has submitted, `dele` was removed, `gone` is deactivated and
    /// `newt` has never set a password; the last two have tokens that are signed well and still in time.
    pub async fn build(engine: Engine, released: bool) -> Self {
        let (world, org) = World::organisation(engine).await;
        let rosa = world.add_person("rosa", &["recruiter", "interviewer"], 5).await;
        let member = json!({"person_id": rosa, "role": "recruiter"});
        world.post("rita", &format!("/jobs/{}/team", org.job), member).await.is(200);
        for name in ["pia", "sven"] {
            world.add_person(name, &["interviewer"], 5).await;
        }
        deactivate(&world).await;
        invite(&world).await;

        let noor = world.application("rita", &org.job, NOOR).await;
        world.add_file("rita", &text(&noor["id"]), "CV", PNG).await;
        let panel: Vec<_> = ["ines", "tomas", "dele", "rosa"].map(|name| (name, "interviewer")).into();
        let started = world.start_loop_with(&org, NOOR, "panel_complete", &panel).await;
        let tomas = world.card("tomas", NOOR).await;
        world.submit("tomas", &tomas, 4, "yes").await;
        let removed = world.card("dele", NOOR).await;
        world.post("rita", &format!("/assignments/{removed}/removal"), json!({})).await.is(200);
        let mut here = things(&world, "rita", NOOR, &org.job, &org.plan, &text(&started["id"])).await;
        here.extend([
            ("open", world.card("ines", NOOR).await),
            ("open_file", open_file(&world, "ines", NOOR).await),
            ("closed", tomas),
            ("removed", removed),
            ("person", world.person("otto").await),
            ("level", add_level(&world).await),
            ("invited", world.person("newt").await),
            ("bystander", world.person("sven").await),
            ("session", session_of(&world, "ines").await),
            ("leave", leave_of(&world, "ines").await),
            ("library", draft_in_the_library(&world).await),
        ]);
        for (who, job) in [("hugo", &org.job), ("mara", &org.other_job)] {
            let plan = if who == "hugo" { &org.plan } else { &org.other_plan };
            world.post(who, &format!("/jobs/{job}/plan-draft"), json!({"plan": plan})).await.is(201);
        }

        let there_loop = start_there(&world, &org).await;
        let mut there = things(&world, "rafa", XU, &org.other_job, &org.other_plan, &there_loop).await;
        let pia = world.card("pia", XU).await;
        world.submit("pia", &pia, 4, "yes").await;
        there.insert("open_file", open_file(&world, "aiko", XU).await);
        let session = session_of(&world, "aiko").await;
        there.extend([
            ("session", session),
            ("open", world.card("aiko", XU).await),
            ("closed", pia.clone()),
            ("removed", pia),
        ]);
        for (who, closed, team, things) in
            [("ines", "tomas", "rita", &mut here), ("aiko", "pia", "rafa", &mut there)]
        {
            // The second takes the place of the first, which cannot be answered any more.
            let place = things["open"].clone();
            let until = json!({"until": world.clock.now().plus(86_400_000_000).to_rfc3339()});
            let colleague = json!({"person_id": world.person(closed).await});
            for _ in 0..2 {
                world.post(who, &format!("/assignments/{place}/more-time"), until.clone()).await.is(204);
                world.post(who, &format!("/assignments/{place}/swap"), colleague.clone()).await.is(204);
            }
            let detail = world.get(team, &format!("/loops/{}", things["loop"])).await.expect(200);
            for (name, kind) in [("request", "more_time"), ("swap", "swap")] {
                let mut all = detail["requests"].as_array().unwrap().iter();
                let void = all.find(|r| r["kind"] == kind && r["state"] == "refused").unwrap();
                things.insert(name, text(&void["id"]));
            }
        }
        // Sven sits on both panels, and would exchange with somebody who is open there.
        for (asked, things) in [("rosa", &mut here), ("aiko", &mut there)] {
            let colleague = json!({"person_id": world.person(asked).await});
            world
                .post("sven", &format!("/assignments/{}/exchange", things["place"]), colleague)
                .await
                .is(204);
            let offered = world.get(asked, "/my/requests").await.expect(200)["exchanges"][0]["id"].clone();
            things.insert("exchange", text(&offered));
        }
        if released {
            for (who, id) in [("hugo", &here["loop"]), ("mara", &there["loop"])] {
                let body = json!({"reason": "Everybody needs to know by tonight."});
                world.post(who, &format!("/loops/{id}/opening"), body).await.is(200);
            }
        }
        // Logging in leaves rows; what is asked later must not.
        for who in CALLERS.iter().filter(|who| **who != "nobody") {
            drop(world.token(who).await);
        }
        Self { world, org, here, there }
    }

    /// A text of the table with names replaced by things. Acts that void something have one of their own for either caller who may.
    pub fn fill(template: &str, things: &Things, caller: &str) -> String {
        let mut filled = template.replace("{caller}", caller);
        for (name, id) in things {
            let own = name.strip_suffix("/hugo");
            if let Some(own) = own.filter(|_| caller == "hugo") {
                filled = filled.replace(&format!("{{{own}}}"), id);
            }
        }
        for (name, id) in things {
            filled = filled.replace(&format!("{{{name}}}"), id);
        }
        filled
    }
}

/// A token from before: it is still in time, and must not help.
async fn deactivate(world: &World) {
    let gone = world.add_person("gone", &["admin", "recruiter", "hiring_manager", "interviewer"], 5).await;
    drop(world.token("gone").await);
    world.post("root", &format!("/people/{gone}/deactivation"), json!({"version": 2})).await.is(200);
}

/// Nobody can log in without a password; so a session is put where one would be.
async fn invite(world: &World) {
    let newt = json!({"name": "Newt", "email": "newt@example.org",
        "roles": ["admin", "recruiter", "hiring_manager", "interviewer"], "function": "", "seniority": 5, "zone": "Etc/UTC"});
    let created = world.post("root", "/people", newt).await.expect(201);
    let id = text(&created["person"]["id"]);
    let (now, session) = (world.clock.now(), "00000000-0000-4000-8000-00000000000a");
    let (token, _) =
        tokens::issue(&world.app.secrets.access, &id.as_str().into(), &session.into(), now).unwrap();
    let row = move |epoch| sessions::Session {
        id: session.to_owned(),
        person_id: id.clone(),
        epoch,
        device: String::new(),
        created_at: now.0,
        last_used_at: now.0,
        ended_at: None,
    };
    world
        .app
        .db
        .write(move |conn| {
            let epoch = people::find(conn, &row(0).person_id.as_str().into())?.epoch;
            sessions::insert(conn, &row(epoch))
        })
        .await
        .unwrap();
    world.keep_token("newt", &token);
}

/// A session that its owner does not use.
async fn session_of(world: &World, who: &str) -> String {
    drop(world.token(who).await);
    let login = json!({"email": format!("{who}@example.org"), "password": evenhand_tests::PASSWORD});
    world.send(world.request("POST", "/sessions").set_json(login)).await.is(201);
    let all = world.get(who, "/sessions").await.expect(200);
    let unused = all.as_array().unwrap().iter().find(|session| session["current"] == false);
    text(&unused.unwrap()["id"])
}

/// A leave that somebody wrote down.
async fn leave_of(world: &World, who: &str) -> String {
    let leave = json!({"from": "2030-02-04", "until": "2030-02-08", "kind": "family"});
    text(&world.post(who, "/profile/leaves", leave).await.expect(201)["id"])
}

/// A competency of which the next version is being written.
async fn draft_in_the_library(world: &World) -> String {
    let all = world.get("rita", "/library").await.expect(200);
    let id = text(&all[0]["id"]);
    world.post("rita", &format!("/library/{id}/draft"), json!({})).await.is(201);
    id
}

/// A level of the career ladder, on which no job stands.
async fn add_level(world: &World) -> String {
    let level =
        json!({"function": "", "position": 1, "name": "Level 1", "summary": "", "criteria": [], "bands": []});
    text(&world.post("root", "/ladder", level).await.expect(201)["id"])
}

/// A loop on the other job.
async fn start_there(world: &World, org: &Organisation) -> String {
    let application = world.application("rafa", &org.other_job, XU).await;
    world.add_file("rafa", &text(&application["id"]), "CV", PNG).await;
    let plan = world.get("rafa", &format!("/plans/{}", org.other_plan)).await.expect(200);
    let mut interviews = Vec::new();
    for name in ["aiko", "pia"] {
        let slot = json!({"person_id": world.person(name).await, "kind": "interviewer", "required": true});
        interviews.push(json!({"kit": plan["plan"]["kits"][0]["key"], "panel": [slot]}));
    }
    let new = json!({"plan_id": org.other_plan, "interviews": interviews});
    let path = format!("/applications/{}/loops", text(&application["id"]));
    text(&world.post("rafa", &path, new).await.expect(201)["loop_id"])
}

/// The file that somebody's kit shows them.
async fn open_file(world: &World, who: &str, candidate: &str) -> String {
    let card = world.card(who, candidate).await;
    let page = world.get(who, &format!("/scorecards/{card}")).await.expect(200);
    text(&page["files"][0]["id"])
}

/// The ids around one loop, with interviews that nobody needs for acts that void them.
async fn things(world: &World, who: &str, candidate: &str, job: &str, plan: &str, loop_id: &str) -> Things {
    let names =
        ["interview", "cancelled", "cancelled/hugo", "no_show", "no_show/hugo", "removal", "removal/hugo"];
    let sven = world.person("sven").await;
    let before = world.get(who, &format!("/loops/{loop_id}")).await.expect(200);
    let kit = before["interviews"][0]["kit"].clone();
    let mut loop_now = Value::Null;
    for _ in names {
        let slot = json!({"person_id": sven, "kind": "interviewer", "required": false});
        let body = json!({"kit": kit, "panel": [slot]});
        loop_now = world.post(who, &format!("/loops/{loop_id}/interviews"), body).await.expect(201);
    }
    let spare = before["interviews"].as_array().unwrap().len();
    let mut all = Things::new();
    for (n, name) in names.iter().enumerate() {
        let interview = &loop_now["detail"]["interviews"][spare + n];
        let place = text(&interview["panel"][0]["id"]);
        all.insert(name, if name.starts_with("removal") { place.clone() } else { text(&interview["id"]) });
        if *name == "interview" {
            all.insert("place", place);
        }
    }
    let application = world.application(who, job, candidate).await;
    let path = format!("/applications/{}/notes", text(&application["id"]));
    let note = world.post(who, &path, json!({"text": "Rang twice."})).await.expect(201);
    let imports = world.get(who, &format!("/jobs/{job}/imports")).await.expect(200);
    let id = text(&application["id"]);
    all.extend([
        ("note", text(&note["id"])),
        ("import", text(&imports[0]["id"])),
        ("file", world.add_file(who, &id, "Portfolio", PNG).await),
        ("spare_file", world.add_file(who, &id, "Portfolio", PNG).await),
        ("spare_file/hugo", world.add_file(who, &id, "Portfolio", PNG).await),
        ("job", job.to_owned()),
        ("plan", plan.to_owned()),
        ("loop", loop_id.to_owned()),
        ("application", text(&application["id"])),
        ("candidate", text(&application["candidate_id"])),
    ]);
    all
}
