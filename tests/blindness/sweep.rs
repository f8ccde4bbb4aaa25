//! One look at everything: each operation of the OpenAPI document, with each known id and each parameter of each list.

use diesel::prelude::*;
use evenhand_server::db::schema;
use evenhand_tests::{PNG, Reply, World};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// How much is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Reads only: for people whose writes would do something.
    Reads,
    /// Reads, and writes: those on hidden things with bodies that would be good, all others with a body that is refused.
    Everything,
}

/// Ids of every kind in either world, and of nothing.
pub struct Known(BTreeMap<&'static str, BTreeSet<String>>);

/// An id that names nothing anywhere.
const NOBODY: &str = "00000000-0000-4000-8000-000000000000";

impl Known {
    /// All ids of these worlds.
    pub async fn of(worlds: &[&World]) -> Self {
        let mut all: BTreeMap<&'static str, BTreeSet<String>> = BTreeMap::new();
        for world in worlds {
            let found = world
                .app
                .db
                .read(|conn| {
                    let found: Vec<(&'static str, Vec<String>)> = vec![
                        ("people", schema::people::table.select(schema::people::id).load(conn)?),
                        ("sessions", schema::sessions::table.select(schema::sessions::id).load(conn)?),
                        ("leaves", schema::leaves::table.select(schema::leaves::id).load(conn)?),
                        ("jobs", schema::jobs::table.select(schema::jobs::id).load(conn)?),
                        (
                            "ladder",
                            schema::ladder_levels::table.select(schema::ladder_levels::id).load(conn)?,
                        ),
                        ("plans", schema::plans::table.select(schema::plans::id).load(conn)?),
                        (
                            "library",
                            schema::library_items::table.select(schema::library_items::id).load(conn)?,
                        ),
                        ("candidates", schema::candidates::table.select(schema::candidates::id).load(conn)?),
                        (
                            "applications",
                            schema::applications::table.select(schema::applications::id).load(conn)?,
                        ),
                        ("loops", schema::loops::table.select(schema::loops::id).load(conn)?),
                        ("interviews", schema::interviews::table.select(schema::interviews::id).load(conn)?),
                        (
                            "requests",
                            schema::place_requests::table.select(schema::place_requests::id).load(conn)?,
                        ),
                        (
                            "assignments",
                            schema::assignments::table.select(schema::assignments::id).load(conn)?,
                        ),
                        ("notes", schema::notes::table.select(schema::notes::id).load(conn)?),
                        ("files", schema::files::table.select(schema::files::id).load(conn)?),
                        (
                            "assigned-files",
                            schema::assignment_files::table
                                .select(schema::assignment_files::id)
                                .load(conn)?,
                        ),
                        (
                            "imports",
                            schema::import_batches::table.select(schema::import_batches::id).load(conn)?,
                        ),
                    ];
                    Ok(found)
                })
                .await
                .unwrap();
            for (kind, ids) in found {
                all.entry(kind).or_default().extend(ids);
            }
        }
        for ids in all.values_mut() {
            ids.insert(NOBODY.to_owned());
        }
        Self(all)
    }

    /// The ids that a path can be asked with. A path of a new kind must be taught here.
    fn for_path(&self, path: &str) -> Vec<String> {
        let kind = match path.split('/').nth(1).unwrap_or_default() {
            "people" => "people",
            "sessions" => "sessions",
            "leaves" => "leaves",
            "jobs" => "jobs",
            "ladder" => "ladder",
            "plans" => "plans",
            "library" => "library",
            "candidates" => "candidates",
            "applications" => "applications",
            "loops" => "loops",
            "interviews" => "interviews",
            "requests" => "requests",
            "assignments" | "scorecards" => "assignments",
            "notes" => "notes",
            "files" => "files",
            "assigned-files" => "assigned-files",
            "imports" => "imports",
            other => panic!("the sweep does not know which ids `{other}` takes"),
        };
        self.0[kind].iter().cloned().collect()
    }

    /// The values that a parameter of a list is asked with: those of its kind, where it has one.
    fn for_parameter(&self, name: &str) -> Vec<&str> {
        match name {
            "job" => self.0["jobs"].iter().map(String::as_str).collect(),
            "actor" => self.0["people"].iter().map(String::as_str).collect(),
            "action" => vec!["application.stage", "scorecard.seal"],
            "kind" => vec!["application", "scorecard"],
            "q" => vec!["noor", "a", "backend"],
            "from" | "until" => vec!["2030-01-08T09:00:05Z"],
            "after" => vec!["1893920405000000.1.00"],
            _ => self.any().map(String::as_str).collect(),
        }
    }

    fn any(&self) -> impl Iterator<Item = &String> {
        self.0.values().flat_map(|ids| ids.iter())
    }

    fn first_but_nobody(&self, kind: &str) -> String {
        self.0[kind].iter().find(|id| *id != NOBODY).unwrap().clone()
    }
}

/// Asks everything as someone; answers each request in words with its reply.
pub async fn sweep(world: &World, who: &str, depth: Depth, known: &Known) -> Vec<(String, Reply)> {
    let document = world.send(world.request("GET", "/openapi.json")).await.expect(200);
    let mut replies = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        let path = path.strip_prefix("/api/v1").unwrap();
        for (method, operation) in item.as_object().unwrap() {
            let public = operation["x-who"] == json!(["anyone"]);
            let addresses: Vec<String> = if path.contains("{id}") {
                known.for_path(path).iter().map(|id| path.replace("{id}", id)).collect()
            } else {
                vec![path.to_owned()]
            };
            for address in addresses {
                if method == "get" {
                    read(world, who, &address, operation, known, &mut replies).await;
                } else if depth == Depth::Everything && !public {
                    write(world, who, method, &address, operation, known, &mut replies).await;
                }
            }
        }
    }
    replies
}

async fn read(
    world: &World,
    who: &str,
    address: &str,
    operation: &Value,
    known: &Known,
    replies: &mut Vec<(String, Reply)>,
) {
    for method in ["GET", "HEAD"] {
        let request = world.request_as(who, method, address).await;
        replies.push((format!("{method} {address}"), world.send(request).await));
    }
    let parameters = operation["parameters"].as_array().unwrap().iter().filter(|p| p["in"] == "query");
    let names: Vec<&str> = parameters.map(|p| p["name"].as_str().unwrap()).collect();
    // Known parameters with every id; and some that a list of scores would have, which no list takes.
    for name in &names {
        for value in known.for_parameter(name).into_iter().chain(["strong_no", "Rejected"]) {
            let address = format!("{address}?{name}={value}");
            replies.push((format!("GET {address}"), world.get(who, &address).await));
        }
    }
    for name in ["sort", "score", "recommendation", "submitted_at", "interviewer", "stage"] {
        let address = format!("{address}?{name}=strong_no");
        replies.push((format!("GET {address}"), world.get(who, &address).await));
    }
}

async fn write(
    world: &World,
    who: &str,
    method: &str,
    address: &str,
    operation: &Value,
    known: &Known,
    replies: &mut Vec<(String, Reply)>,
) {
    let method = method.to_uppercase();
    let name = operation["operationId"].as_str().unwrap();
    // Breaking the glass is asked well by those who are open as well: without their confirmation it does nothing.
    let good = operation["x-blindness"] == "gated" || name == "loops.break_glass";
    let body = if good { good_body(name, known) } else { json!({"nope": 1}) };
    let reply = world.act(who, &method, address, body).await;
    replies.push((format!("{method} {address}"), reply));
    // Two faults at once: which is told first must not depend on what is hidden.
    let request = world.request_as(who, &method, &format!("{address}?nope=1")).await.set_payload("{");
    replies.push((format!("{method} {address} with two faults"), world.send(request).await));
}

/// A body that would be good, for each gated write. A new gated write must be taught here.
fn good_body(operation: &str, known: &Known) -> Value {
    let person = || known.first_but_nobody("people");
    match operation {
        "applications.stage" => json!({"stage": "Offer", "version": 1}),
        "applications.reject" => json!({"reason": "Not this time, sadly.", "version": 1}),
        "applications.letter" => json!({"letter": "Dear Noor", "version": 1}),
        "applications.undo_rejection" | "applications.announce" => json!({"version": 1}),
        "candidates.source" => json!({"source": "fair", "seen": "referral"}),
        "notes.add" => json!({"text": "Rang twice."}),
        "notes.change" => json!({"text": "Rang three times.", "version": 1}),
        "tags.add" | "tags.remove" => json!({"tag": "Payments"}),
        "loops.start" => json!({"plan_id": known.first_but_nobody("plans"), "interviews": []}),
        "loops.add_interview" => json!({"kit": "paired-coding", "panel": []}),
        "loops.open" => json!({"reason": "Everybody has waited long enough."}),
        "interviews.schedule" => json!({"starts_at": null, "zone": null, "place": "Elsewhere", "version": 1}),
        "interviews.add_panelist" => json!({"person_id": person(), "kind": "interviewer", "required": true}),
        "requests.answer" | "requests.decide" => json!({"yes": true}),
        "loops.break_glass" => json!({"reason": "A threat was made in an interview."}),
        "assignments.nudge" => json!({}),
        "assignments.replace" => json!({"person_id": person()}),
        "files.add" => json!({"label": "CV", "name": "cv.png", "from_candidate": true, "content": PNG}),
        "files.remove" | "applications.take_back" => json!({}),
        "interviews.cancel" | "interviews.no_show" | "assignments.remove" => json!({}),
        other => panic!("the sweep has no good body for `{other}`"),
    }
}
