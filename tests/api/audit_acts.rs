//! Every operation that may write, called once with success, and what each left in the audit.

use crate::audit::{after, last};
use evenhand_server::db::Conn;
use evenhand_shared::time::SECOND;
use evenhand_tests::{Engine, Organisation, PASSWORD, PNG, Reply, World};
use serde_json::{Value, json};
use std::{cell::RefCell, collections::BTreeMap};

const NOOR: &str = "Noor Haddad";

/// A world in which every operation is called once.
pub struct Play {
    pub world: World,
    /// What each operation left behind.
    pub seen: RefCell<BTreeMap<&'static str, Vec<String>>>,
}

impl Play {
    /// Calls every operation that may write, on a world that begins empty.
    pub async fn whole(engine: Engine) -> Self {
        let play = Self { world: World::empty(engine).await, seen: RefCell::default() };
        people(&play).await;
        sessions(&play).await;
        let org = job(&play).await;
        drafts(&play, &org).await;
        library(&play).await;
        draft(&play).await;
        ladder(&play).await;
        let detail = start(&play, &org).await;
        panel(&play, &detail).await;
        cards(&play, &text(&detail["row"]["id"])).await;
        application(&play, &org).await;
        play.post("notices.seen", "ines", "/my/notices/seen", json!({"ids": []})).await;
        play
    }

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
    let setup =
        json!({"token": "the token", "name": "Root", "email": "root@example.org", "password": PASSWORD});
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
    let invitation = format!("/people/{id}/invitation");
    play.act("people.revoke_invitation", "root", "DELETE", &invitation, json!({})).await;
    let link = play.post("people.invite", "root", &invitation, json!({})).await.json();
    let redeem = json!({"token": text(&link["path"]).split_once('#').unwrap().1, "password": PASSWORD});
    play.open("password_links.redeem", "/password-links/redeem", "", redeem).await;
    play.post("people.password_link", "root", &format!("/people/{id}/password-link"), json!({})).await;
    let csv = "name,email,roles,seniority\nBen,ben@example.org,interviewer,3\n";
    let report = play
        .post("people.import", "root", "/people/import", json!({"csv": csv, "dry_run": false}))
        .await
        .json();
    let path = text(&report["links"][0][1]["path"]);
    let redeem = json!({"token": path.split_once('#').unwrap().1, "password": PASSWORD});
    play.world.send(play.world.request("POST", "/password-links/redeem").set_json(redeem)).await.is(204);
}

async fn sessions(play: &Play) {
    let login = json!({"email": "ann@example.org", "password": PASSWORD});
    let session = play.open("sessions.open", "/sessions", "", login).await;
    let renewed = play.open("sessions.refresh", "/sessions/refresh", &cookie(&session), json!({})).await;
    play.open("sessions.end", "/sessions/end", &cookie(&renewed), json!({})).await;
    log_in_again(&play.world).await;
    play.post("sessions.end_others", "ann", "/sessions/end-others", json!({})).await;
    log_in_again(&play.world).await;
    let all = play.world.get("ann", "/sessions").await.expect(200);
    let other = all.as_array().unwrap().iter().find(|s| s["current"] == false).unwrap()["id"].clone();
    play.act("sessions.end_one", "ann", "DELETE", &format!("/sessions/{}", text(&other)), json!({})).await;
    play.act("sessions.end_all", "ann", "DELETE", "/sessions", json!({})).await;
    log_in_again(&play.world).await;
    let ann = play.world.person("ann").await;
    let leave = json!({"from": "2030-02-04", "until": "2030-02-08", "kind": "illness"});
    play.post("people.add_leave", "root", &format!("/people/{ann}/leaves"), leave.clone()).await;
    let leave = play.post("profile.add_leave", "ann", "/profile/leaves", leave).await.json();
    play.act("leaves.remove", "ann", "DELETE", &format!("/leaves/{}", text(&leave["id"])), json!({})).await;
    let version = play.world.get("ann", "/profile").await.expect(200)["person"]["version"].clone();
    let hours = json!({"version": version, "hours": {"monday": {"from": 540, "until": 1020}}});
    play.act("profile.change", "ann", "PATCH", "/profile", hours).await;
    let spare = play.world.add_person("spare", &["interviewer"], 5).await;
    let path = |act: &str| format!("/people/{spare}/{act}");
    play.post("people.deactivate", "root", &path("deactivation"), json!({"version": 2})).await;
    play.post("people.reactivate", "root", &path("reactivation"), json!({"version": 3})).await;
    play.post("people.sign_out", "root", &format!("/people/{ann}/sign-out"), json!({})).await;
    log_in_again(&play.world).await;
}

/// One more session of ann's.
async fn log_in_again(world: &World) {
    let login = json!({"email": "ann@example.org", "password": PASSWORD});
    let session = world.send(world.request("POST", "/sessions").set_json(login)).await.expect(201);
    world.keep_token("ann", session["access_token"].as_str().unwrap());
}

async fn job(play: &Play) -> Organisation {
    let w = &play.world;
    for (name, role) in [
        ("rita", "recruiter"),
        ("hugo", "hiring_manager"),
        ("ines", "interviewer"),
        ("tomas", "interviewer"),
        ("aiko", "interviewer"),
        ("dele", "interviewer"),
        ("otto", "interviewer"),
    ] {
        w.add_person(name, &[role], 5).await;
    }
    let templates = w.get("rita", "/plan-templates").await.expect(200);
    let plan =
        play.post("plans.create", "rita", "/plans", json!({"toml": templates[0]["toml"]})).await.json();
    let (job, plan) = (text(&plan["job_id"]), text(&plan["id"]));
    let team = format!("/jobs/{job}/team");
    let member = |id: &str, role: &str| json!({"person_id": id, "role": role});
    let hugo = w.person("hugo").await;
    play.post("jobs.team_add", "rita", &team, member(&hugo, "hiring_manager")).await;
    let ann = w.person("ann").await;
    let covered = json!({"person_id": hugo, "cover_id": ann});
    play.post("jobs.cover", "rita", &format!("/jobs/{job}/covers"), covered).await;
    w.post("rita", &team, member(&ann, "recruiter")).await.is(200);
    play.post("jobs.team_remove", "rita", &format!("{team}/remove"), member(&ann, "recruiter")).await;
    let csv = "name,email\nNoor Haddad,noor@example.net\n";
    let path = format!("/jobs/{job}/candidates/import");
    play.post("candidates.import", "rita", &path, json!({"csv": csv, "dry_run": false})).await;
    Organisation { job: job.clone(), plan: plan.clone(), other_job: job, other_plan: plan }
}

async fn drafts(play: &Play, org: &Organisation) {
    let path = format!("/jobs/{}/plan-draft", org.job);
    let version = |draft: &Value| draft["head"]["version"].clone();
    let from = json!({"plan": org.plan});
    let draft = play.post("plans.draft_start", "rita", &path, from.clone()).await.json();
    let change = json!({"version": version(&draft), "plan": draft["plan"]});
    let draft = play.act("plans.draft_save", "hugo", "PATCH", &path, change).await.json();
    let seen = json!({"version": version(&draft)});
    play.post("plans.publish", "rita", &format!("{path}/publication"), seen).await;
    let draft = play.world.post("rita", &path, from).await.expect(201);
    let seen = json!({"version": version(&draft)});
    play.post("plans.draft_discard", "rita", &format!("{path}/discard"), seen).await;
}

async fn library(play: &Play) {
    let version = |item: &Value| item["draft"]["head"]["version"].clone();
    let text = json!({"kind": "competency", "text": {"name": "Calm", "anchors": ["a", "b", "c", "d"]}});
    let item = play.post("library.create", "rita", "/library", json!({"text": text})).await.json();
    let path = format!("/library/{}/draft", item["id"].as_str().unwrap());
    let change = json!({"version": version(&item), "text": text});
    let item = play.act("library.draft_save", "hugo", "PATCH", &path, change).await.json();
    let seen = json!({"version": version(&item)});
    play.post("library.publish", "rita", &format!("{path}/publication"), seen).await;
    let item = play.post("library.draft_start", "rita", &path, json!({})).await.json();
    let seen = json!({"version": version(&item)});
    play.post("library.draft_discard", "rita", &format!("{path}/discard"), seen).await;
}

/// A job from a draft on.
async fn draft(play: &Play) {
    let about = |title: &str| {
        json!({"title": title, "level": "Senior", "ladder_level": null, "summary": "", "flexibility": "",
            "band": {"currency": "EUR", "low": 1, "high": 2}})
    };
    let new = json!({"key": "smith", "about": about("Smith"), "stages": ["Applied", "Offer"]});
    let job = play.post("jobs.create", "rita", "/jobs", new).await.json();
    let path = format!("/jobs/{}", text(&job["job"]["id"]));
    let change = json!({"version": 1, "about": about("Blacksmith")});
    play.act("jobs.change", "rita", "PATCH", &path, change).await;
    let outcome = json!({"key": "forge", "text": "A forge that runs", "measure": "Hours", "target": "30", "due": "in May"});
    let outcomes = json!({"version": 2, "outcomes": [outcome]});
    play.post("jobs.outcomes", "rita", &format!("{path}/outcomes"), outcomes).await;
    let stages = json!({"version": 3, "stages": [{"name": "Received", "was": "Applied"}]});
    play.post("jobs.stages", "rita", &format!("{path}/stages"), stages).await;
    let open = json!({"version": 4, "status": "open", "how": null, "reason": null});
    play.post("jobs.status", "rita", &format!("{path}/status"), open).await;
}

async fn ladder(play: &Play) {
    let level = |name: &str| json!({"function": "", "position": 1, "name": name, "summary": "", "criteria": ["Asks"], "bands": []});
    let added = play.post("ladder.add", "root", "/ladder", level("One")).await.json();
    let path = format!("/ladder/{}", text(&added["id"]));
    let change = json!({"version": 1, "content": level("Two")});
    play.act("ladder.change", "root", "PATCH", &path, change).await;
    play.post("ladder.remove", "root", &format!("{path}/removal"), json!({"version": 2})).await;
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
    play.post("assignments.accept", "ines", &format!("/assignments/{}/acceptance", place(0)), json!({}))
        .await;
    play.post("assignments.decline", "aiko", &format!("/assignments/{}/decline", place(2)), json!({})).await;
    let body = json!({"person_id": w.person("otto").await});
    play.post("assignments.replace", "rita", &format!("/assignments/{}/replacement", place(2)), body).await;
    play.post("assignments.no_show", "dele", &format!("/assignments/{}/no-show", place(3)), json!({})).await;
    play.post("interviews.no_show", "rita", &format!("/interviews/{}/no-show", interview(3)), json!({}))
        .await;
    requests(play, detail).await;
    play.post("assignments.remove", "rita", &format!("/assignments/{}/removal", place(4)), json!({})).await;
    play.post("interviews.cancel", "rita", &format!("/interviews/{}/cancellation", interview(4)), json!({}))
        .await;
    exchange(play, detail).await;
}

/// Ben and otto exchange interviews of their own.
async fn exchange(play: &Play, detail: &Value) {
    let w = &play.world;
    let path = format!("/loops/{}/interviews", text(&detail["row"]["id"]));
    for name in ["ben", "otto"] {
        let slot = json!({"person_id": w.person(name).await, "kind": "interviewer", "required": false});
        let body = json!({"kit": detail["interviews"][0]["kit"], "panel": [slot]});
        w.post("rita", &path, body).await.is(201);
    }
    let mine = w.get("ben", "/my/interviews").await.expect(200);
    let open = mine.as_array().unwrap().iter().find(|i| i["kind"] == "interviewer").unwrap();
    let path = format!("/assignments/{}/exchange", text(&open["id"]));
    let otto = json!({"person_id": w.person("otto").await});
    play.post("assignments.exchange", "ben", &path, otto.clone()).await;
    play.act("assignments.exchange_end", "ben", "DELETE", &path, json!({})).await;
    w.post("ben", &path, otto).await.is(204);
    let offered = w.get("otto", "/my/requests").await.expect(200)["exchanges"][0]["id"].clone();
    let path = format!("/requests/{}/exchange", text(&offered));
    play.post("requests.exchange", "otto", &path, json!({"yes": true})).await;
}

/// An interview that dele leads and aiko shadows, with both cards in; answers its id.
async fn shadowed(play: &Play, loop_id: &str) -> String {
    let w = &play.world;
    let detail = w.get("rita", &format!("/loops/{loop_id}")).await.expect(200);
    let mut panel = Vec::new();
    for (name, kind) in [("dele", "interviewer"), ("aiko", "shadow")] {
        panel.push(json!({"person_id": w.person(name).await, "kind": kind, "required": false}));
    }
    let body = json!({"kit": detail["interviews"][0]["kit"], "panel": panel});
    let added = w.post("rita", &format!("/loops/{loop_id}/interviews"), body).await.expect(201);
    let interview = added["detail"]["interviews"].as_array().unwrap().last().unwrap().clone();
    for (n, name) in ["dele", "aiko"].iter().enumerate() {
        w.submit(name, &text(&interview["panel"][n]["id"]), 3, "yes").await;
    }
    text(&interview["id"])
}

/// What tomas asks for, and otto, who knows the candidate. Aiko has declined and is asked to take over.
async fn requests(play: &Play, detail: &Value) {
    let w = &play.world;
    let place = |n: usize| text(&detail["interviews"][n]["panel"][0]["id"]);
    let aiko = json!({"person_id": w.person("aiko").await});
    play.post("assignments.swap", "tomas", &format!("/assignments/{}/swap", place(1)), aiko).await;
    let asked = w.get("aiko", "/my/requests").await.expect(200)["asked"][0]["id"].clone();
    let answer = format!("/requests/{}/answer", text(&asked));
    play.post("requests.answer", "aiko", &answer, json!({"yes": false})).await;
    let until = json!({"until": w.clock.now().plus(86_400 * SECOND).to_rfc3339()});
    play.post("assignments.more_time", "tomas", &format!("/assignments/{}/more-time", place(1)), until).await;
    let loop_now = w.get("rita", &format!("/loops/{}", text(&detail["row"]["id"]))).await.expect(200);
    let waits = loop_now["requests"].as_array().unwrap().iter().find(|r| r["kind"] == "more_time").unwrap();
    let decide = format!("/requests/{}/decision", text(&waits["id"]));
    play.post("requests.decide", "rita", &decide, json!({"yes": true})).await;
    play.post("assignments.knows", "otto", &format!("/assignments/{}/knows", place(4)), json!({})).await;
    let earlier = json!({"starts_at": w.clock.now().plus(-3_600 * SECOND).to_rfc3339(), "zone": "Etc/UTC", "place": "",
        "version": detail["interviews"][1]["version"]});
    let path = format!("/interviews/{}/schedule", text(&detail["interviews"][1]["id"]));
    w.post("rita", &path, earlier).await.is(200);
    play.post("assignments.nudge", "rita", &format!("/assignments/{}/nudge", place(1)), json!({})).await;
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
    let fields: serde_json::Map<String, Value> = page["fields"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(name, field)| (name.clone(), field["value"].clone()))
        .collect();
    let amendment = json!({"reason": "I mixed up two answers.", "fields": fields});
    play.post("scorecards.amend", "ines", &format!("{path}/amendments"), amendment).await;
    let reason = json!({"reason": "I know this person after all."});
    play.post("scorecards.withdraw", "ines", &format!("{path}/withdrawal"), reason).await;
    let shadowed = shadowed(play, loop_id).await;
    let reason = json!({"reason": "A threat was made in an interview."});
    play.post("loops.break_glass", "rita", &format!("/loops/{loop_id}/break-glass"), reason).await;
    let reason = json!({"reason": "The offer deadline is tomorrow."});
    play.post("loops.open", "hugo", &format!("/loops/{loop_id}/opening"), reason).await;
    play.post(
        "scorecards.unblind",
        "tomas",
        &format!("/scorecards/{tomas}/unblinding"),
        json!({"confirm": true}),
    )
    .await;
    let before = last(w).await;
    drop(w.token("rita").await);
    let reply = w.get("rita", &format!("/loops/{loop_id}/packet")).await;
    play.note("loops.packet", &reply, before).await;
    for (id, who, path) in [
        ("scorecards.history", "rita", format!("/scorecards/{ines}/history")),
        ("interviews.comparison", "dele", format!("/interviews/{shadowed}/comparison")),
    ] {
        drop(w.token(who).await);
        let before = last(w).await;
        let reply = w.get(who, &path).await;
        play.note(id, &reply, before).await;
    }
}

async fn application(play: &Play, org: &Organisation) {
    let row = play.world.application("rita", &org.job, NOOR).await;
    let path = format!("/applications/{}", text(&row["id"]));
    let stage = json!({"stage": "Offer", "version": 1});
    play.post("applications.stage", "hugo", &format!("{path}/stage"), stage).await;
    let board = format!("/jobs/{}/board", org.job);
    let seen = |version: i64| json!([{"id": row["id"], "version": version}]);
    play.post("board.move", "hugo", &format!("{board}/moves"), json!({"stage": "Debrief", "cards": seen(2)}))
        .await;
    play.post("board.undo", "rita", &format!("{board}/undo"), json!({"cards": seen(3)})).await;
    let reject = json!({"kind": "terms", "reason": "", "cards": seen(4), "count": null});
    play.post("board.reject", "rita", &format!("{board}/rejections"), reject).await;
    play.world.post("rita", &format!("{board}/undo"), json!({"cards": seen(5)})).await.is(200);
    let rejection = json!({"kind": "terms", "reason": "", "letter": "Dear Noor", "version": 6});
    play.post("applications.reject", "hugo", &format!("{path}/rejection"), rejection).await;
    let letter = json!({"letter": "Dear Noor, thank you.", "version": 7});
    play.act("applications.letter", "hugo", "PATCH", &format!("{path}/rejection"), letter).await;
    let seen = |version: i64| json!({"version": version});
    play.post("applications.undo_rejection", "rita", &format!("{path}/rejection/undo"), seen(8)).await;
    let rejection = json!({"reason": "Others were closer.", "version": 9});
    play.world.post("hugo", &format!("{path}/rejection"), rejection).await.is(200);
    play.post("applications.announce", "rita", &format!("{path}/rejection/announcement"), seen(10)).await;
    let tag = json!({"tag": "Payments"});
    play.post("tags.add", "rita", &format!("{path}/tags"), tag.clone()).await;
    play.post("tags.remove", "hugo", &format!("{path}/tags/remove"), tag).await;
    let note = json!({"text": "Rang twice."});
    let note = play.post("notes.add", "rita", &format!("{path}/notes"), note).await.json();
    let change = json!({"text": "Rang three times.", "version": 1});
    play.act("notes.change", "rita", "PATCH", &format!("/notes/{}", text(&note["id"])), change).await;
    let source = json!({"source": "fair", "seen": ""});
    let candidate = format!("/candidates/{}", text(&row["candidate_id"]));
    play.act("candidates.source", "rita", "PATCH", &candidate, source).await;
    let file = json!({"label": "CV", "name": "Noor.png", "from_candidate": true, "content": PNG});
    let file = play.post("files.add", "rita", &format!("{path}/files"), file).await.json();
    play.act("files.remove", "rita", "DELETE", &format!("/files/{}", text(&file["id"])), json!({})).await;
    let import = format!("/jobs/{}/candidates/import", org.job);
    let csv = json!({"csv": "name,email\nZed,zed@example.net\nYan,yan@example.net\n", "dry_run": false});
    play.world.post("rita", &import, csv).await.is(200);
    let zed = play.world.application("rita", &org.job, "Zed").await;
    let path = format!("/applications/{}/taking-back", text(&zed["id"]));
    play.post("applications.take_back", "rita", &path, json!({})).await;
    let imports = play.world.get("rita", &format!("/jobs/{}/imports", org.job)).await.expect(200);
    let newest = imports.as_array().unwrap().iter().find(|i| i["entries"][0]["name"] == "Yan").unwrap();
    let path = format!("/imports/{}/taking-back", text(&newest["id"]));
    play.post("imports.take_back", "rita", &path, json!({"applications": []})).await;
}
