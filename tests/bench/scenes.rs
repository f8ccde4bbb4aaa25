//! What people do all day, on the large demonstration.

use crate::{
    load::{Drive, Step},
    product::Product,
    wire::{Wire, request},
};
use evenhand_server::{secrets::Secrets, tokens};
use evenhand_shared::{PersonId, SessionId, Timestamp};
use serde_json::{Value, json};
use std::{
    cell::Cell,
    time::{SystemTime, UNIX_EPOCH},
};

/// Cards that can be written at the same time: one for each connection.
const CARDS: usize = 64;
/// Cards of the board.
const BOARD: u64 = 200;
/// The job of the benchmark.
const JOB: &str = "backend-engineer";

/// Somebody who is logged in.
#[derive(Clone)]
pub struct Caller {
    /// The person.
    pub person: PersonId,
    /// The session.
    pub session: SessionId,
}

/// A read: its name, its route, the id in it, and who asks.
#[derive(Clone)]
pub struct Read {
    /// Name in the table.
    pub name: &'static str,
    /// Path with `{id}`.
    pub route: &'static str,
    /// The id, when the path has one.
    pub id: String,
    /// Who asks.
    pub caller: Caller,
}

impl Read {
    fn path(&self) -> String {
        self.route.replace("{id}", &self.id)
    }
}

/// A card that its author has not submitted.
struct Card {
    id: String,
    author: Caller,
    /// The field that autosave writes.
    field: String,
}

/// An application that moves to and fro.
struct Mover {
    id: String,
    version: i64,
    stages: [String; 2],
}

/// The whole scene.
pub struct Scene {
    address: String,
    key: Vec<u8>,
    password: String,
    recruiter: Caller,
    interviewer: Caller,
    job: String,
    candidate: String,
    cards: Vec<Card>,
    movers: Vec<Mover>,
    /// Applications with loops of the benchmark.
    busy: Vec<String>,
}

/// Now, as the server's own clock has it.
pub fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    Timestamp(i64::try_from(since.as_micros()).unwrap())
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

impl Scene {
    /// Logs people in and starts loops whose cards can be written.
    pub fn arrange(product: &Product) -> Self {
        let about = ureq::get(format!("http://{}/api/v1/about", product.address)).call().unwrap();
        let about: Value = serde_json::from_str(&about.into_body().read_to_string().unwrap()).unwrap();
        let secrets = Secrets::read_or_make(&product.secret_file()).unwrap();
        let mut scene = Self {
            address: product.address.clone(),
            key: secrets.access.to_vec(),
            password: text(&about["demo_accounts"][0]["password"]),
            recruiter: Caller { person: "".into(), session: "".into() },
            interviewer: Caller { person: "".into(), session: "".into() },
            job: String::new(),
            candidate: String::new(),
            cards: Vec::new(),
            movers: Vec::new(),
            busy: Vec::new(),
        };
        scene.recruiter = scene.log_in("recruiter-1");
        scene.interviewer = scene.log_in("interviewer-01");
        let jobs = scene.get(&scene.recruiter, "/jobs");
        let job = jobs.as_array().unwrap().iter().find(|job| job["key"] == JOB).unwrap();
        scene.job = text(&job["id"]);
        scene.start_loops();
        scene.trim_board();
        scene
    }

    /// Rejects so many that the job's board has the cards that are measured.
    fn trim_board(&self) {
        let kept: Vec<&str> =
            self.movers.iter().map(|mover| &*mover.id).chain(self.busy.iter().map(|id| &**id)).collect();
        loop {
            let board = self.get(&self.recruiter, &format!("/jobs/{}/board", self.job));
            let columns = board["columns"].as_array().unwrap();
            let total: u64 = columns.iter().map(|column| column["count"].as_u64().unwrap()).sum();
            if total <= BOARD {
                return;
            }
            let cards = columns.iter().flat_map(|column| column["cards"].as_array().unwrap());
            let cards: Vec<Value> = cards
                .filter(|card| !kept.contains(&card["id"].as_str().unwrap()))
                .take(usize::try_from(total - BOARD).unwrap())
                .map(|card| json!({"id": card["id"], "version": card["version"]}))
                .collect();
            assert!(!cards.is_empty(), "too many cards have to stay");
            let body = json!({"kind": "others_closer", "reason": "", "count": cards.len(), "cards": cards});
            self.send(&self.recruiter, "POST", &format!("/jobs/{}/board/rejections", self.job), &body, 200);
        }
    }

    /// Sixteen loops of four interviews each, for candidates who had none, with everybody on them.
    fn start_loops(&mut self) {
        let job = self.get(&self.recruiter, &format!("/jobs/{}", self.job));
        let plan = self.get(&self.recruiter, &format!("/plans/{}", text(&job["plan_id"])));
        let kits: Vec<String> =
            plan["plan"]["kits"].as_array().unwrap().iter().map(|kit| text(&kit["key"])).collect();
        let stages: Vec<String> = job["stages"].as_array().unwrap().iter().map(text).collect();
        let people = self.get(&self.recruiter, "/people");
        let mut interviewers: Vec<(String, String)> = people
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|person| {
                let name = person["email"].as_str()?.strip_suffix("@example.org")?;
                name.starts_with("interviewer-").then(|| (name.to_owned(), text(&person["id"])))
            })
            .collect();
        interviewers.sort();
        let callers: Vec<Caller> = interviewers.iter().map(|(name, _)| self.log_in(name)).collect();
        let rows = self.get(&self.recruiter, &format!("/candidates?job={}&most=500", self.job));
        let rows = rows["rows"].as_array().unwrap();
        let (idle, looped): (Vec<&Value>, Vec<&Value>) =
            rows.iter().filter(|row| row["rejected"] == false).partition(|row| row["loop_id"].is_null());
        let read = looped.first().unwrap();
        self.candidate = text(&read["candidate_id"]);
        self.busy.push(text(&read["id"]));
        let mut idle = idle.into_iter();
        while self.cards.len() < CARDS {
            let application = text(&idle.next().unwrap()["id"]);
            let first = self.cards.len();
            let interviews: Vec<Value> = kits
                .iter()
                .enumerate()
                .map(|(k, kit)| {
                    let (_, person) = interviewers.get((first + k) % interviewers.len()).unwrap();
                    json!({"kit": kit, "panel": [{"person_id": person, "kind": "interviewer", "required": true}]})
                })
                .collect();
            let body = json!({"plan_id": job["plan_id"], "interviews": interviews});
            let path = format!("/applications/{application}/loops");
            let started = self.send(&self.recruiter, "POST", &path, &body, 201);
            self.busy.push(application);
            for interview in started["detail"]["interviews"].as_array().unwrap() {
                let author = callers.get(self.cards.len() % callers.len()).unwrap().clone();
                let id = text(&interview["panel"][0]["id"]);
                let page = self.get(&author, &format!("/scorecards/{id}"));
                let field = format!("evidence:{}", text(&page["competencies"][0]["key"]));
                self.fill(&author, &id, &page);
                self.cards.push(Card { id, author, field });
            }
        }
        for row in idle.take(CARDS) {
            let candidate = self.get(&self.recruiter, &format!("/candidates/{}", text(&row["candidate_id"])));
            let version = candidate["applications"][0]["version"].as_i64().unwrap();
            let here = text(&row["stage"]);
            let there = stages.iter().find(|stage| **stage != here).unwrap().clone();
            self.movers.push(Mover { id: text(&row["id"]), version, stages: [there, here] });
        }
        assert_eq!(self.movers.len(), CARDS, "too few candidates");
    }

    fn fill(&self, author: &Caller, card: &str, page: &Value) {
        let mut fields = vec![json!({"field": "recommendation", "base": 0, "value": "yes"})];
        for competency in page["competencies"].as_array().unwrap() {
            let key = text(&competency["key"]);
            fields.push(json!({"field": format!("evidence:{key}"), "base": 0, "value": "Saw it happen."}));
            fields.push(json!({"field": format!("rating:{key}"), "base": 0, "value": "3"}));
        }
        self.send(author, "PATCH", &format!("/scorecards/{card}"), &json!({"fields": fields}), 200);
    }

    fn log_in(&self, name: &str) -> Caller {
        let login = json!({"email": format!("{name}@example.org"), "password": self.password}).to_string();
        let mut wire = Wire::to(&self.address);
        let answer = wire.send(&request("POST", "/sessions", None, &login));
        assert_eq!(answer.status, 201, "{}", String::from_utf8_lossy(answer.body));
        let session: Value = serde_json::from_slice(answer.body).unwrap();
        let claims = tokens::check(&self.key, session["access_token"].as_str().unwrap(), now()).unwrap();
        Caller { person: claims.person(), session: claims.session() }
    }

    /// A fresh access token: they live for minutes, and a benchmark runs longer.
    pub fn token(&self, caller: &Caller) -> String {
        tokens::issue(&self.key, &caller.person, &caller.session, now()).unwrap().0
    }

    fn send(&self, caller: &Caller, method: &str, path: &str, body: &Value, status: u16) -> Value {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let mut wire = Wire::to(&self.address);
        let answer = wire.send(&request(method, path, Some(&self.token(caller)), &body));
        assert_eq!(answer.status, status, "{method} {path}: {}", String::from_utf8_lossy(answer.body));
        serde_json::from_slice(answer.body).unwrap_or_default()
    }

    fn get(&self, caller: &Caller, path: &str) -> Value {
        self.send(caller, "GET", path, &Value::Null, 200)
    }

    /// The reads.
    pub fn reads(&self) -> Vec<Read> {
        let read = |name, route, id: &str, caller: &Caller| Read {
            name,
            route,
            id: id.to_owned(),
            caller: caller.clone(),
        };
        vec![
            read("home", "/home", "", &self.recruiter),
            read("my interviews", "/my/interviews", "", &self.interviewer),
            read("board", "/jobs/{id}/board", &self.job, &self.recruiter),
            read("candidate", "/candidates/{id}", &self.candidate, &self.recruiter),
        ]
    }

    /// What a read answers.
    pub fn body(&self, read: &Read) -> Vec<u8> {
        let mut wire = Wire::to(&self.address);
        let answer = wire.send(&request("GET", &read.path(), Some(&self.token(&read.caller)), ""));
        assert_eq!(answer.status, 200, "{}: {}", read.name, String::from_utf8_lossy(answer.body));
        answer.body.to_vec()
    }

    /// Drives a read.
    pub fn drive_read(&self, read: &Read) -> impl Fn(usize) -> Step + Sync {
        let (address, path, token) = (self.address.clone(), read.path(), self.token(&read.caller));
        move |_| {
            let (mut wire, request) = (Wire::to(&address), request("GET", &path, Some(&token), ""));
            Box::new(move || wire.send(&request).status == 200)
        }
    }

    /// The writes, and logging in.
    pub fn writes(&self) -> Vec<(&'static str, Box<Drive<'_>>)> {
        vec![
            ("autosave", Box::new(|n| self.autosave(n))),
            ("submit, undo", Box::new(|n| self.submit(n))),
            ("stage move", Box::new(|n| self.move_stage(n))),
            ("login", Box::new(|_| self.log_in_again())),
        ]
    }

    fn card(&self, connection: usize) -> (&Card, Wire, String) {
        let card = self.cards.get(connection % CARDS).unwrap();
        (card, Wire::to(&self.address), self.token(&card.author))
    }

    /// Writes one field again and again, each time on top of what stands there.
    fn autosave(&self, connection: usize) -> Step {
        let (card, mut wire, token) = self.card(connection);
        let path = format!("/scorecards/{}", card.id);
        let page = self.get(&card.author, &path);
        let mut base = page["fields"][&card.field]["version"].as_i64().unwrap_or(0);
        let field = card.field.clone();
        Box::new(move || {
            let value = format!(
                "- 0:{:02} Asked what happens when the second answer comes first; drew both orders.",
                base % 60
            );
            let body = json!({"fields": [{"field": field, "base": base, "value": value}]}).to_string();
            let answer = wire.send(&request("PATCH", &path, Some(&token), &body));
            base += 1;
            answer.status == 200
        })
    }

    /// Submits and takes it back within the seconds for undo, by turns.
    fn submit(&self, connection: usize) -> Step {
        let (card, mut wire, token) = self.card(connection);
        let path = format!("/scorecards/{}/submission", card.id);
        let submit = request("POST", &path, Some(&token), "{}");
        let undo = request("DELETE", &path, Some(&token), "");
        // Nothing may stay submitted, or the next run would find it sealed: the step does both.
        Box::new(move || {
            let submitted = wire.send(&submit).status == 202;
            submitted && wire.send(&undo).status == 204
        })
    }

    /// Moves an application to another stage and back.
    fn move_stage(&self, connection: usize) -> Step {
        let mover = self.movers.get(connection % CARDS).unwrap();
        let path = format!("/applications/{}/stage", mover.id);
        let (mut wire, token) = (Wire::to(&self.address), self.token(&self.recruiter));
        let stages = mover.stages.clone();
        let version = self.versions(mover);
        let turn = Cell::new(version.0);
        let mut seen = version.1;
        Box::new(move || {
            let [there, here] = &stages;
            let stage = if turn.replace(!turn.get()) { here } else { there };
            let body = json!({"stage": stage, "version": seen}).to_string();
            seen += 1;
            wire.send(&request("POST", &path, Some(&token), &body)).status == 200
        })
    }

    /// Whether the application stands in its other stage, and its version.
    fn versions(&self, mover: &Mover) -> (bool, i64) {
        let rows = self.get(&self.recruiter, &format!("/candidates?job={}&most=500", self.job));
        let rows = rows["rows"].as_array().unwrap();
        let row = rows.iter().find(|row| row["id"] == *mover.id).unwrap();
        let candidate = self.get(&self.recruiter, &format!("/candidates/{}", text(&row["candidate_id"])));
        let application = &candidate["applications"][0];
        let [there, _] = &mover.stages;
        (row["stage"] == **there, application["version"].as_i64().unwrap_or(mover.version))
    }

    /// Logs in with a password.
    fn log_in_again(&self) -> Step {
        let mut wire = Wire::to(&self.address);
        let login = json!({"email": "recruiter-1@example.org", "password": self.password}).to_string();
        let request = request("POST", "/sessions", None, &login);
        Box::new(move || wire.send(&request).status == 201)
    }
}
