//! D08: every act that changes something leaves its entry, and the chain of entries holds.

use diesel::{connection::SimpleConnection, prelude::*};
use evenhand_server::{
    db::{Conn, audit, schema},
    failure::Failure,
    http::{operation::Door, routes},
};
use evenhand_shared::time::SECOND;
use evenhand_tests::{Engine, Organisation, PASSWORD, Reply, World, on_both_engines};
use serde_json::{Value, json};
use std::{cell::RefCell, collections::BTreeMap};

const NOOR: &str = "Noor Haddad";

/// What each operation that may write leaves behind. A new operation fails the test until it stands here.
const ACTIONS: &[(&str, &[&str])] = &[
    ("applications.reject", &["application.reject"]),
    ("applications.stage", &["application.stage"]),
    ("assignments.accept", &["assignment.accept"]),
    ("assignments.decline", &["assignment.decline"]),
    ("assignments.no_show", &["assignment.no_show"]),
    ("assignments.remove", &["assignment.remove"]),
    ("assignments.replace", &["assignment.replace"]),
    ("candidates.import", &["application.create"]),
    ("interviews.add_panelist", &["assignment.create"]),
    ("interviews.cancel", &["interview.cancel"]),
    ("interviews.no_show", &["interview.no_show"]),
    ("interviews.schedule", &["interview.schedule"]),
    ("jobs.team_add", &["job.team_add"]),
    ("jobs.team_remove", &["job.team_remove"]),
    ("loops.add_interview", &["loop.add_interview"]),
    ("loops.open", &["loop.release"]),
    ("loops.packet", &["packet.read"]),
    ("loops.start", &["loop.start"]),
    ("password_links.redeem", &["password.set"]),
    ("people.change", &["person.change"]),
    ("people.create", &["person.create", "password_link.create"]),
    ("people.import", &["person.create", "password_link.create", "person.import"]),
    ("people.password_link", &["password_link.create"]),
    ("plans.create", &["job.create", "job.team_add", "plan.create"]),
    ("scorecards.amend", &["scorecard.amend"]),
    ("scorecards.submit", &["scorecard.submit"]),
    ("scorecards.unblind", &["scorecard.unblind"]),
    ("scorecards.undo", &["scorecard.undo"]),
    ("scorecards.withdraw", &["scorecard.withdraw"]),
    ("sessions.end", &["session.end"]),
    ("sessions.end_all", &["session.end_all"]),
    ("sessions.open", &["session.open"]),
    ("setup.claim", &["setup.claim", "session.open"]),
    // Drafts belong to their author alone; that a session goes on is no act. A token used again is one, and is tested with it.
    ("scorecards.save", &[]),
    ("sessions.refresh", &[]),
];

async fn last(world: &World) -> i64 {
    let seq = |conn: &mut Conn| Ok(schema::audit_head::table.select(schema::audit_head::seq).first::<i64>(conn)?);
    world.app.db.read(seq).await.unwrap()
}

/// Actions after an entry, in order.
async fn after(world: &World, seq: i64) -> Vec<String> {
    let load = move |conn: &mut Conn| {
        let newer = schema::audit::table.filter(schema::audit::seq.gt(seq)).order(schema::audit::seq);
        Ok(newer.select(schema::audit::action).load::<String>(conn)?)
    };
    world.app.db.read(load).await.unwrap()
}

async fn verify(world: &World) -> Result<i64, i64> {
    world.app.db.read(audit::verify).await.unwrap()
}

/// A world in which every operation is called once.
struct Play {
    world: World,
    seen: RefCell<BTreeMap<&'static str, Vec<String>>>,
}

impl Play {
    /// Sends a request; notes what it left behind.
    async fn act(&self, id: &'static str, who: &str, method: &str, path: &str, body: Value) -> Reply {
        drop(self.world.token(who).await);
        let before = last(&self.world).await;
        let reply = self.world.act(who, method, path, body).await;
        self.note(id, &reply, before).await;
        reply
    }

    async fn post(&self, id: &'static str, who: &str, path: &str, body: Value) -> Reply {
        self.act(id, who, "POST", path, body).await
    }

    /// The same for somebody who is not signed in, or with the cookie.
    async fn open(&self, id: &'static str, path: &str, cookie: &str, body: Value) -> Reply {
        let before = last(&self.world).await;
        let request = self.world.request("POST", path).insert_header(("x-evenhand", "1"));
        let request = request.insert_header(("cookie", format!("__Host-rt={cookie}")));
        let reply = self.world.send(request.set_json(body)).await;
        self.note(id, &reply, before).await;
        reply
    }

    async fn note(&self, id: &'static str, reply: &Reply, before: i64) {
        assert!((200..300).contains(&reply.status), "{id}: {} {}", reply.status, reply.text());
        let left = after(&self.world, before).await;
        assert_eq!(self.seen.borrow_mut().insert(id, left), None, "{id} twice");
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn cookie(reply: &Reply) -> String {
    let header = reply.header("set-cookie").unwrap();
    header.split_once('=').unwrap().1.split(';').next().unwrap().to_owned()
}

async fn people(play: &Play) {
    let setup = json!({"token": "the token", "name": "Root", "email": "root@example.org", "password": PASSWORD});
    let store = |conn: &mut Conn| {
        use evenhand_server::{db::settings, mint::digest};
        settings::put(conn, settings::SETUP_TOKEN, &digest("the token"))
    };
    play.world.app.db.write(store).await.unwrap();
    let session = play.open("setup.claim", "/setup", "", setup).await.json();
    play.world.keep_token("root", session["access_token"].as_str().unwrap());
    let person = json!({"name": "Ann", "email": "ann@example.org", "roles": ["recruiter", "hiring_manager"], "function": "",
        "seniority": 3, "zone": "Etc/UTC"});
    let ann = play.post("people.create", "root", "/people", person).await.json();
    let id = text(&ann["person"]["id"]);
    let change = json!({"version": 1, "seniority": 4});
    play.act("people.change", "root", "PATCH", &format!("/people/{id}"), change).await;
    let link = play.post("people.password_link", "root", &format!("/people/{id}/password-link"), json!({})).await.json();
    let redeem = json!({"token": text(&link["path"]).split_once('#').unwrap().1, "password": PASSWORD});
    play.open("password_links.redeem", "/password-links/redeem", "", redeem).await;
    let csv = "name,email,roles,seniority\nBen,ben@example.org,interviewer,3\n";
    play.post("people.import", "root", "/people/import", json!({"csv": csv, "dry_run": false})).await;
}

async fn sessions(play: &Play) {
    let login = json!({"email": "ann@example.org", "password": PASSWORD});
    let session = play.open("sessions.open", "/sessions", "", login).await;
    let renewed = play.open("sessions.refresh", "/sessions/refresh", &cookie(&session), json!({})).await;
    play.open("sessions.end", "/sessions/end", &cookie(&renewed), json!({})).await;
    play.act("sessions.end_all", "ann", "DELETE", "/sessions", Value::Null).await;
    let login = play.world.send(play.world.request("POST", "/sessions").set_json(json!({"email": "ann@example.org", "password": PASSWORD})));
    play.world.keep_token("ann", login.await.expect(201)["access_token"].as_str().unwrap());
}

async fn job(play: &Play) -> Organisation {
    let w = &play.world;
    for (name, roles) in [
        ("rita", &["recruiter"] as &[&str]),
        ("hugo", &["hiring_manager"]),
        ("ines", &["interviewer"]),
        ("tomas", &["interviewer"]),
        ("aiko", &["interviewer"]),
        ("dele", &["interviewer"]),
        ("otto", &["interviewer"]),
    ] {
        w.add_person(name, roles, 5).await;
    }
    let templates = w.get("rita", "/plan-templates").await.expect(200);
    let plan = play.post("plans.create", "rita", "/plans", json!({"toml": templates[0]["toml"]})).await.json();
    let (job, plan) = (text(&plan["job_id"]), text(&plan["id"]));
    let team = format!("/jobs/{job}/team");
    let member = |id: &str, role: &str| json!({"person_id": id, "role": role});
    let hugo = w.person("hugo").await;
    play.post("jobs.team_add", "rita", &team, member(&hugo, "hiring_manager")).await;
    let ann = w.person("ann").await;
    w.post("rita", &team, member(&ann, "recruiter")).await.is(200);
    play.post("jobs.team_remove", "rita", &format!("{team}/remove"), member(&ann, "recruiter")).await;
    let csv = "name,email\nNoor Haddad,noor@example.net\n";
    let path = format!("/jobs/{job}/candidates/import");
    play.post("candidates.import", "rita", &path, json!({"csv": csv, "dry_run": false})).await;
    Organisation { job: job.clone(), plan: plan.clone(), other_job: job, other_plan: plan }
}

/// Starts a loop with ines, tomas, aiko, dele and otto on one interview each; answers the loop.
async fn start(play: &Play, org: &Organisation) -> Value {
    let w = &play.world;
    let plan = w.get("rita", &format!("/plans/{}", org.plan)).await.expect(200);
    let kit = plan["plan"]["kits"][0]["key"].clone();
    let mut interviews = Vec::new();
    for name in ["ines", "tomas", "aiko", "dele"] {
        let slot = json!({"person_id": w.person(name).await, "kind": "interviewer", "required": true});
        interviews.push(json!({"kit": kit, "panel": [slot]}));
    }
    let row = w.application("rita", &org.job, NOOR).await;
    let new = json!({"plan_id": org.plan, "interviews": interviews});
    let path = format!("/applications/{}/loops", text(&row["id"]));
    let started = play.post("loops.start", "rita", &path, new).await.json();
    let slot = json!({"person_id": w.person("otto").await, "kind": "interviewer", "required": false});
    let path = format!("/loops/{}/interviews", text(&started["loop_id"]));
    play.post("loops.add_interview", "rita", &path, json!({"kit": kit, "panel": [slot]})).await.json()["detail"].clone()
}

async fn panel(play: &Play, detail: &Value) {
    let w = &play.world;
    let interview = |n: usize| text(&detail["interviews"][n]["id"]);
    let schedule = json!({"starts_at": w.clock.now().plus(3_600 * SECOND).to_rfc3339(), "zone": "Etc/UTC", "place": "Room 2",
        "version": detail["interviews"][0]["version"]});
    let path = format!("/interviews/{}/schedule", interview(0));
    play.post("interviews.schedule", "rita", &path, schedule).await;
    let slot = json!({"person_id": w.person("ben").await, "kind": "shadow", "required": false});
    play.post("interviews.add_panelist", "rita", &format!("/interviews/{}/panel", interview(0)), slot).await;
    let place = |n: usize| text(&detail["interviews"][n]["panel"][0]["id"]);
    play.post("assignments.accept", "ines", &format!("/assignments/{}/acceptance", place(0)), json!({})).await;
    play.post("assignments.decline", "aiko", &format!("/assignments/{}/decline", place(2)), json!({})).await;
    let body = json!({"person_id": w.person("otto").await});
    play.post("assignments.replace", "rita", &format!("/assignments/{}/replacement", place(2)), body).await;
    play.post("assignments.no_show", "dele", &format!("/assignments/{}/no-show", place(3)), json!({})).await;
    play.post("interviews.no_show", "rita", &format!("/interviews/{}/no-show", interview(3)), json!({})).await;
    play.post("assignments.remove", "rita", &format!("/assignments/{}/removal", place(4)), json!({})).await;
    play.post("interviews.cancel", "rita", &format!("/interviews/{}/cancellation", interview(4)), json!({})).await;
}

async fn cards(play: &Play, loop_id: &str) {
    let w = &play.world;
    let (ines, tomas) = (w.card("ines", NOOR).await, w.card("tomas", NOOR).await);
    let path = format!("/scorecards/{ines}");
    let draft = json!({"fields": [{"field": "takeaways", "base": 0, "value": "Calm."}]});
    play.act("scorecards.save", "ines", "PATCH", &path, draft).await;
    w.fill("ines", &ines, 4, "yes").await;
    play.post("scorecards.submit", "ines", &format!("{path}/submission"), json!({})).await;
    play.act("scorecards.undo", "ines", "DELETE", &format!("{path}/submission"), json!({})).await;
    w.post("ines", &format!("{path}/submission"), json!({})).await.is(202);
    let before = last(w).await;
    w.advance(11 * SECOND).await;
    assert_eq!(after(w, before).await, ["scorecard.seal"]);
    let page = w.get("ines", &path).await.expect(200);
    let fields: serde_json::Map<String, Value> =
        page["fields"].as_object().unwrap().iter().map(|(name, field)| (name.clone(), field["value"].clone())).collect();
    let amendment = json!({"reason": "I mixed up two answers.", "fields": fields});
    play.post("scorecards.amend", "ines", &format!("{path}/amendments"), amendment).await;
    let reason = json!({"reason": "I know this person after all."});
    play.post("scorecards.withdraw", "ines", &format!("{path}/withdrawal"), reason).await;
    let reason = json!({"reason": "The offer deadline is tomorrow."});
    play.post("loops.open", "hugo", &format!("/loops/{loop_id}/opening"), reason).await;
    play.post("scorecards.unblind", "tomas", &format!("/scorecards/{tomas}/unblinding"), json!({"confirm": true})).await;
    let before = last(w).await;
    drop(w.token("rita").await);
    let reply = w.get("rita", &format!("/loops/{loop_id}/packet")).await;
    play.note("loops.packet", &reply, before).await;
}

async fn application(play: &Play, org: &Organisation) {
    let row = play.world.application("rita", &org.job, NOOR).await;
    let path = format!("/applications/{}", text(&row["id"]));
    let stage = json!({"stage": "Offer", "version": 1});
    play.post("applications.stage", "hugo", &format!("{path}/stage"), stage).await;
    let rejection = json!({"reason": "Others were closer.", "version": 2});
    play.post("applications.reject", "hugo", &format!("{path}/rejection"), rejection).await;
}

async fn d08_every_act_leaves_its_entry(engine: Engine) {
    let play = Play { world: World::empty(engine).await, seen: RefCell::default() };
    people(&play).await;
    sessions(&play).await;
    let org = job(&play).await;
    let detail = start(&play, &org).await;
    panel(&play, &detail).await;
    cards(&play, &text(&detail["row"]["id"])).await;
    application(&play, &org).await;
    let seen = play.seen.borrow();
    let table: BTreeMap<&str, &[&str]> = ACTIONS.iter().copied().collect();
    for entry in routes::entries().iter().filter(|entry| entry.route.door == Door::Write) {
        let id = entry.route.id;
        let expected = table.get(id).unwrap_or_else(|| panic!("{id} does not stand in the table"));
        let left = seen.get(id).unwrap_or_else(|| panic!("{id} was not called"));
        let mut distinct: Vec<&str> = left.iter().map(String::as_str).collect();
        distinct.dedup();
        assert_eq!(&distinct, expected, "{id}");
    }
    let entries = last(&play.world).await;
    assert!(entries > 60, "{entries}");
    assert_eq!(verify(&play.world).await, Ok(entries));
    // Rows hold ids, never names or words that somebody wrote.
    let load = |conn: &mut Conn| Ok(schema::audit::table.select(schema::audit::detail).load::<String>(conn)?);
    let details = play.world.app.db.read(load).await.unwrap().concat();
    for word in ["Noor", "Ines", "example.", "Calm", "deadline", "closer", "mixed up", "saw something"] {
        assert!(!details.contains(word), "{word} in the audit");
    }
}

async fn d08_what_fails_leaves_nothing(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let row = world.application("rita", &org.job, NOOR).await;
    let path = format!("/applications/{}/stage", text(&row["id"]));
    drop((world.token("rita").await, world.token("rafa").await));
    let before = last(&world).await;
    world.post("rita", &path, json!({"stage": "Offer", "version": 9})).await.is(409);
    world.post("rita", &path, json!({"stage": "Nowhere", "version": 1})).await.is(422);
    world.post("rafa", &path, json!({"stage": "Offer", "version": 1})).await.is(404);
    let file = json!({"csv": "name,email\nZed,zed@example.net\n", "dry_run": true});
    world.post("rita", &format!("/jobs/{}/candidates/import", org.job), file).await.is(200);
    assert_eq!(after(&world, before).await, Vec::<String>::new());
    assert_eq!(verify(&world).await, Ok(before));
}

/// Runs SQL as whoever holds the database could.
async fn execute(world: &World, sql: String) -> Result<(), Failure> {
    let run = move |conn: &mut Conn| {
        match conn {
            Conn::Sqlite(sqlite) => sqlite.batch_execute(&sql),
            Conn::Postgres(pg) => pg.batch_execute(&sql),
        }
        .map_err(Failure::from)
    };
    world.app.db.write(run).await
}

async fn d08_entries_are_final(engine: Engine) {
    let (world, _) = World::organisation(engine).await;
    let entries = last(&world).await;
    for sql in [
        "UPDATE audit SET action = 'nothing' WHERE seq = 3",
        "UPDATE audit SET seq = seq + 1000",
        "DELETE FROM audit WHERE seq = 3",
        "DELETE FROM audit",
    ] {
        let refused = execute(&world, sql.to_owned()).await;
        assert!(matches!(&refused, Err(Failure::Internal(why)) if why.contains("audit rows are final")), "{sql}: {refused:?}");
    }
    assert_eq!(verify(&world).await, Ok(entries));
}

/// Whoever takes the guard away as well is found out: the first entry that does not fit is named.
async fn d08_tampering_is_found(engine: Engine) {
    for (sql, first) in [
        ("UPDATE audit SET action = 'nothing' WHERE seq = 5", 5),
        ("UPDATE audit SET detail = '{}' || detail WHERE seq = 5", 5),
        ("UPDATE audit SET actor = NULL WHERE seq = 5", 5),
        ("UPDATE audit SET at = at + 1 WHERE seq = 5", 5),
        ("DELETE FROM audit WHERE seq = 5", 5),
        ("UPDATE audit SET seq = -5 WHERE seq = 5; UPDATE audit SET seq = 5 WHERE seq = 6; UPDATE audit SET seq = 6 WHERE seq = -5", 5),
        ("DELETE FROM audit WHERE seq > 5", 6),
        ("DELETE FROM audit", 1),
    ] {
        let world = World::empty(engine).await;
        world.set_up().await;
        world.add_person("rita", &["recruiter"], 5).await;
        drop(world.token("rita").await);
        assert!(last(&world).await > 5);
        let guards = match engine {
            Engine::Sqlite => "DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete;",
            Engine::Postgres => "DROP TRIGGER audit_no_update ON audit;",
        };
        execute(&world, format!("{guards} {sql}")).await.unwrap();
        assert_eq!(verify(&world).await, Err(first), "{sql}");
    }
}

on_both_engines! {
    d08_entries => super::d08_every_act_leaves_its_entry;
    d08_failures => super::d08_what_fails_leaves_nothing;
    d08_final => super::d08_entries_are_final;
    d08_tampering => super::d08_tampering_is_found;
}
