//! Every operation of the OpenAPI document with a caller who may, ids that lead somewhere, and a body that can be read: what
//! tests of input and of the audit begin with.

use diesel::{QueryableByName, RunQueryDsl, sql_query, sql_types::BigInt};
use evenhand_server::{
    db::Conn,
    http::{operation::Door, routes},
};
use evenhand_tests::{Engine, PNG, Reply, World};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The candidate of the first job.
pub const NOOR: &str = "Noor Haddad";
/// An id that nothing has.
pub const NOBODY: &str = "00000000-0000-4000-8000-000000000000";

/// One operation.
pub struct Operation {
    pub id: String,
    pub method: String,
    /// Below `/api/v1`, with `{id}` where it takes one.
    pub path: String,
    /// Somebody who holds the role that it asks for; `None` where nobody needs to be signed in.
    pub who: Option<&'static str>,
    /// Query parameters.
    pub query: Vec<String>,
    /// Schema of the body.
    pub body: Option<Value>,
    /// Whether it answers a list.
    pub list: bool,
    /// Most bytes of a body.
    pub limit: usize,
    pub writes: bool,
}

/// A world with all its operations.
pub struct Surface {
    pub world: World,
    pub document: Value,
    pub operations: Vec<Operation>,
    own: BTreeMap<&'static str, String>,
    foreign: BTreeMap<&'static str, String>,
}

fn caller(who: &Value) -> Option<&'static str> {
    let who: Vec<&str> = who.as_array().unwrap().iter().map(|w| w.as_str().unwrap()).collect();
    match who.as_slice() {
        ["anyone"] => None,
        ["signed in"] => Some("ines"),
        roles if roles.contains(&"recruiter") => Some("rita"),
        ["admin"] => Some("root"),
        other => panic!("nobody here holds any of {other:?}"),
    }
}

fn operations(document: &Value) -> Vec<Operation> {
    let entries = routes::entries();
    let mut all = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let id = operation["operationId"].as_str().unwrap().to_owned();
            let route = entries.iter().find(|entry| entry.route.id == id).unwrap().route;
            let parameters = operation["parameters"].as_array().unwrap().iter();
            let success = &operation["responses"][route.status.to_string()];
            all.push(Operation {
                method: method.to_uppercase(),
                path: path.strip_prefix("/api/v1").unwrap().to_owned(),
                who: caller(&operation["x-who"]),
                query: parameters
                    .filter(|p| p["in"] == "query")
                    .map(|p| p["name"].as_str().unwrap().to_owned())
                    .collect(),
                body: operation["requestBody"]["content"]["application/json"].get("schema").cloned(),
                list: success["content"]["application/json"]["schema"]["type"] == "array",
                limit: route.limit,
                writes: route.door == Door::Write,
                id,
            });
        }
    }
    assert_eq!(all.len(), entries.len());
    all
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// The ids around one loop, by the first part of a path.
fn ids(world: &[(&'static str, String)], row: &Value, detail: &Value) -> BTreeMap<&'static str, String> {
    let place = text(&detail["interviews"][0]["panel"][0]["id"]);
    let mut all: BTreeMap<&'static str, String> = world.iter().cloned().collect();
    all.extend([
        ("candidates", text(&row["candidate_id"])),
        ("applications", text(&row["id"])),
        ("loops", text(&detail["row"]["id"])),
        ("interviews", text(&detail["interviews"][0]["id"])),
        ("assignments", place.clone()),
        ("scorecards", place),
    ]);
    all
}

/// A note, the import and the file of an application, and the file that an interviewer's kit shows.
async fn record(world: &World, who: &str, interviewer: &str, row: &Value) -> [(&'static str, String); 4] {
    let path = format!("/applications/{}/notes", text(&row["id"]));
    let note = world.post(who, &path, json!({"text": "Rang twice."})).await.expect(201);
    let imports = world.get(who, &format!("/jobs/{}/imports", text(&row["job_id"]))).await.expect(200);
    let candidate = world.get(who, &format!("/candidates/{}", text(&row["candidate_id"]))).await.expect(200);
    let card = world.card(interviewer, row["name"].as_str().unwrap()).await;
    let page = world.get(interviewer, &format!("/scorecards/{card}")).await.expect(200);
    let files = candidate["applications"].as_array().unwrap();
    let files = files.iter().find(|a| a["row"]["id"] == row["id"]).unwrap()["files"].clone();
    [
        ("notes", text(&note["id"])),
        ("imports", text(&imports[0]["id"])),
        ("files", text(&files[0]["id"])),
        ("assigned-files", text(&page["files"][0]["id"])),
    ]
}

impl Surface {
    /// `rita` recruits and `ines` and `tomas` sit on the panel; another job has `rafa` and `dele`.
    pub async fn build(engine: Engine) -> Self {
        let (world, org) = World::organisation(engine).await;
        let panel = [("ines", "interviewer"), ("tomas", "interviewer")];
        let row = world.application("rita", &org.job, NOOR).await;
        world.add_file("rita", &text(&row["id"]), "CV", PNG).await;
        let here = world.start_loop_with(&org, NOOR, "panel_complete", &panel).await;
        let row = world.application("rita", &org.job, NOOR).await;
        let library = world.get("rita", "/library").await.expect(200);
        for (who, job) in [("hugo", &org.job), ("mara", &org.other_job)] {
            world.post(who, &format!("/jobs/{job}/plan-draft"), json!({})).await.is(201);
        }
        let level = json!({"function": "", "position": 1, "name": "Level 1", "summary": "", "criteria": [], "bands": []});
        let level = text(&world.post("root", "/ladder", level).await.expect(201)["id"]);
        drop(world.token("ines").await);
        let session = world.get("ines", "/sessions").await.expect(200)[0]["id"].clone();
        let leave = json!({"from": "2030-02-04", "until": "2030-02-08", "kind": "family"});
        let leave = world.post("ines", "/profile/leaves", leave).await.expect(201);
        let mut own = vec![
            ("people", world.person("otto").await),
            ("sessions", text(&session)),
            ("leaves", text(&leave["id"])),
            ("jobs", org.job),
            ("ladder", level),
            ("plans", org.plan),
            ("library", text(&library[0]["id"])),
        ];
        own.extend(record(&world, "rita", "ines", &row).await);
        let own = ids(&own, &row, &here);

        let row = world.application("rafa", &org.other_job, NOOR).await;
        world.add_file("rafa", &text(&row["id"]), "CV", PNG).await;
        let plan = world.get("rafa", &format!("/plans/{}", org.other_plan)).await.expect(200);
        let slot = json!({"person_id": world.person("dele").await, "kind": "interviewer", "required": true});
        let new = json!({"plan_id": org.other_plan, "interviews": [{"kit": plan["plan"]["kits"][0]["key"], "panel": [slot]}]});
        let path = format!("/applications/{}/loops", text(&row["id"]));
        let there = world.post("rafa", &path, new).await.expect(201)["detail"].clone();
        let mut foreign = vec![("jobs", org.other_job), ("plans", org.other_plan)];
        foreign.extend(record(&world, "rafa", "dele", &row).await);
        let foreign = ids(&foreign, &row, &there);

        let (mut own, mut foreign) = (own, foreign);
        for (who, team, ids) in [("ines", "rita", &mut own), ("dele", "rafa", &mut foreign)] {
            let until = json!({"until": world.clock.now().plus(86_400_000_000).to_rfc3339()});
            world.post(who, &format!("/assignments/{}/more-time", ids["assignments"]), until).await.is(204);
            let detail = world.get(team, &format!("/loops/{}", ids["loops"])).await.expect(200);
            ids.insert("requests", text(&detail["requests"][0]["id"]));
        }

        let document = world.send(world.request("GET", "/openapi.json")).await.expect(200);
        let operations = operations(&document);
        for who in ["root", "rita", "ines"] {
            drop(world.token(who).await);
        }
        Self { world, document, operations, own, foreign }
    }

    fn kind(path: &str) -> &str {
        path.split('/').nth(1).unwrap_or_default()
    }

    /// The path with an id that the caller may know.
    pub fn own_path(&self, path: &str) -> String {
        if !path.contains("{id}") {
            return path.to_owned();
        }
        let kind = Self::kind(path);
        path.replace("{id}", self.own.get(kind).unwrap_or_else(|| panic!("no id for `{kind}`")))
    }

    /// The path with an id of the other job; `None` where nothing belongs to a job.
    pub fn foreign_path(&self, path: &str) -> Option<String> {
        self.foreign.get(Self::kind(path)).map(|id| path.replace("{id}", id))
    }

    /// Sends bytes to an operation as a caller who may.
    pub async fn send(&self, operation: &Operation, path: &str, body: Option<Vec<u8>>) -> Reply {
        let mut request = match operation.who {
            Some(who) => self.world.request_as(who, &operation.method, path).await,
            None => self.world.request(&operation.method, path),
        };
        if let Some(body) = body {
            request = request.insert_header(("content-type", "application/json")).set_payload(body);
        }
        self.world.send(request).await
    }

    /// A body that the operation can read; `None` where it takes none.
    pub fn example(&self, operation: &Operation) -> Option<Value> {
        operation.body.as_ref().map(|schema| example(&self.document, schema))
    }

    /// Rows in every table but those that logging in writes to, and what people see.
    pub async fn everything(&self) -> (BTreeMap<String, i64>, Vec<Reply>) {
        let mut seen = Vec::new();
        for operation in self.operations.iter().filter(|o| o.method == "GET" && !o.writes) {
            seen.push(self.send(operation, &self.own_path(&operation.path), None).await);
        }
        (self.world.app.db.read(|conn| Ok(rows(conn))).await.unwrap(), seen)
    }
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

#[derive(QueryableByName)]
struct Table {
    #[diesel(sql_type = diesel::sql_types::Text)]
    name: String,
}

fn rows(conn: &mut Conn) -> BTreeMap<String, i64> {
    let sqlite_tables = "SELECT name FROM sqlite_master WHERE type = 'table'";
    let pg_tables = "SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = current_schema()";
    let tables: Vec<Table> = match conn {
        Conn::Sqlite(sqlite) => sql_query(sqlite_tables).load(sqlite),
        Conn::Postgres(pg) => sql_query(pg_tables).load(pg),
    }
    .unwrap();
    let mut rows = BTreeMap::new();
    for Table { name } in tables {
        if ["sessions", "refresh_tokens", "login_failures"].contains(&name.as_str()) {
            continue;
        }
        let count = sql_query(format!("SELECT count(*) AS n FROM {name}"));
        let count: Count = match conn {
            Conn::Sqlite(sqlite) => count.get_result(sqlite),
            Conn::Postgres(pg) => count.get_result(pg),
        }
        .unwrap();
        rows.insert(name, count.n);
    }
    assert!(rows.len() > 15, "{rows:?}");
    rows
}

/// The schema behind a reference, or behind "this or null".
pub fn resolve<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    if let Some(target) = schema["$ref"].as_str() {
        return resolve(document, document.pointer(target.strip_prefix('#').unwrap()).unwrap());
    }
    match schema["oneOf"].as_array() {
        Some(variants) => {
            resolve(document, variants.iter().find(|v| v["type"] != "null").expect("something but null"))
        }
        None => schema,
    }
}

/// The type of a resolved schema, and whether null will do as well.
pub fn kind(schema: &Value) -> (&str, bool) {
    match &schema["type"] {
        Value::String(one) => (one, false),
        Value::Array(several) => {
            let other = several.iter().find(|t| *t != "null").and_then(Value::as_str);
            (other.expect("something but null"), several.iter().any(|t| t == "null"))
        }
        other => panic!("a schema of no type: {other} in {schema}"),
    }
}

/// A value that fits a schema.
pub fn example(document: &Value, schema: &Value) -> Value {
    let schema = resolve(document, schema);
    if let Some(first) = schema["enum"].get(0) {
        return first.clone();
    }
    match kind(schema).0 {
        "string" if schema["format"] == "date-time" => json!("2030-01-08T10:00:00Z"),
        "string" => json!("words"),
        "integer" => json!(1),
        "number" => json!(0.5),
        "boolean" => json!(true),
        "array" => json!([example(document, &schema["items"])]),
        "object" => schema["properties"].as_object().map_or_else(
            || json!({}),
            |fields| fields.iter().map(|(name, field)| (name.clone(), example(document, field))).collect(),
        ),
        other => panic!("no example of `{other}`"),
    }
}
