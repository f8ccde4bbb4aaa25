//! Every migration goes up, down and up again, on both engines, and both end in the same tables.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, and says where"
)]

use diesel::{
    QueryableByName, RunQueryDsl,
    connection::SimpleConnection,
    sql_query,
    sql_types::{BigInt, Nullable, Text},
};
use evenhand_server::db::{Conn, Db, bring_forward, revert_all};
use evenhand_shared::library::LibraryText;
use evenhand_tests::{Engine, Place};

#[derive(QueryableByName, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Column {
    #[diesel(sql_type = Text)]
    of: String,
    #[diesel(sql_type = Text)]
    name: String,
}

/// Tables and columns, without the table in which migrations themselves are noted.
fn columns(conn: &mut Conn) -> Vec<Column> {
    let sql = match conn {
        Conn::Sqlite(_) => {
            "SELECT m.name AS of, c.name AS name FROM sqlite_master m, pragma_table_info(m.name) c \
             WHERE m.type = 'table' AND m.name <> '__diesel_schema_migrations' AND m.name NOT LIKE 'sqlite_%'"
        }
        Conn::Postgres(_) => {
            "SELECT table_name::text AS of, column_name::text AS name FROM information_schema.columns \
             WHERE table_schema = current_schema() AND table_name <> '__diesel_schema_migrations'"
        }
    };
    let mut columns: Vec<Column> = match conn {
        Conn::Sqlite(sqlite) => sql_query(sql).load(sqlite),
        Conn::Postgres(pg) => sql_query(sql).load(pg),
    }
    .unwrap();
    columns.sort();
    columns
}

fn rows<R>(conn: &mut Conn, sql: &str) -> Vec<R>
where
    R: QueryableByName<diesel::sqlite::Sqlite> + QueryableByName<diesel::pg::Pg> + 'static,
{
    match conn {
        Conn::Sqlite(sqlite) => sql_query(sql).load(sqlite),
        Conn::Postgres(pg) => sql_query(sql).load(pg),
    }
    .unwrap()
}

fn execute(conn: &mut Conn, sql: &str) {
    match conn {
        Conn::Sqlite(sqlite) => sqlite.batch_execute(sql),
        Conn::Postgres(pg) => pg.batch_execute(sql),
    }
    .unwrap();
}

fn up_down_up(engine: Engine) -> Vec<Column> {
    let place = Place::new(engine);
    let mut conn = place.connect();
    bring_forward(&mut conn).unwrap();
    let first = columns(&mut conn);
    assert!(first.len() > 100, "there are tables");
    revert_all(&mut conn).unwrap();
    assert_eq!(columns(&mut conn), [], "nothing stays behind");
    bring_forward(&mut conn).unwrap();
    assert_eq!(columns(&mut conn), first);
    // Again changes nothing.
    bring_forward(&mut conn).unwrap();
    first
}

#[test]
fn up_down_up_ends_in_the_same_tables_on_both_engines() {
    assert_eq!(up_down_up(Engine::Sqlite), up_down_up(Engine::Postgres));
}

#[derive(QueryableByName, Debug, PartialEq, Eq)]
struct Folded {
    #[diesel(sql_type = Text)]
    name_folded: String,
}

/// Candidates from before names were folded are found by their names as the server starts, whatever letters those have.
fn names_are_folded(engine: Engine) {
    let place = Place::new(engine);
    let mut conn = place.connect();
    bring_forward(&mut conn).unwrap();
    execute(
        &mut conn,
        "INSERT INTO candidates (id, name, email, email_folded, phone, source, zone, answers, created_at) \
         VALUES ('c', ' Łukasz ÜNAL', 'a', 'a', '', '', 'Etc/UTC', '[]', 1)",
    );
    bring_forward(&mut conn).unwrap();
    let sql = "SELECT name_folded FROM candidates";
    let folded: Folded = match &mut conn {
        Conn::Sqlite(sqlite) => sql_query(sql).get_result(sqlite),
        Conn::Postgres(pg) => sql_query(sql).get_result(pg),
    }
    .unwrap();
    assert_eq!(folded.name_folded, "łukasz ünal");
}

#[test]
fn names_of_older_candidates_are_folded_as_the_server_starts() {
    names_are_folded(Engine::Sqlite);
    names_are_folded(Engine::Postgres);
}

#[derive(QueryableByName, Debug, PartialEq, Eq)]
struct Job {
    #[diesel(sql_type = Text)]
    title: String,
    #[diesel(sql_type = Text)]
    stages: String,
    #[diesel(sql_type = Text)]
    outcomes: String,
    #[diesel(sql_type = Text)]
    status: String,
    #[diesel(sql_type = BigInt)]
    band_high: i64,
    #[diesel(sql_type = BigInt)]
    opened_at: i64,
}

/// A job from before its row held its words takes them from its newest plan.
fn jobs_take_their_words(engine: Engine) {
    let place = Place::new(engine);
    let mut conn = place.connect();
    bring_forward(&mut conn).unwrap();
    let (up, down) = match engine {
        Engine::Sqlite => (
            include_str!("../../migrations/sqlite/00000000000003_jobs/up.sql"),
            include_str!("../../migrations/sqlite/00000000000003_jobs/down.sql"),
        ),
        Engine::Postgres => (
            include_str!("../../migrations/postgres/00000000000003_jobs/up.sql"),
            include_str!("../../migrations/postgres/00000000000003_jobs/down.sql"),
        ),
    };
    execute(&mut conn, down);
    execute(
        &mut conn,
        "INSERT INTO people (id, email, email_folded, name, roles, function, seniority, zone, active, epoch, version, created_at) \
         VALUES ('p', 'a', 'a', 'A', '[]', '', 1, 'Etc/UTC', TRUE, 1, 1, 1); INSERT INTO jobs (id, key, created_at) VALUES ('j', 'smith', 7);",
    );
    for (number, title) in [(1, "Old"), (2, "It''s a smith")] {
        let content = format!(
            r#"{{"job":{{"key":"smith","title":"{title}","level":"L","summary":"","band":{{"currency":"EUR","low":1,"high":70000}},"stages":["A","B"]}},"outcomes":[{{"key":"o","text":"T","competencies":[]}},{{"key":"p","text":"U","competencies":[]}}]}}"#
        );
        let values = format!("('v{number}', 'j', {number}, '{content}', 'p', 1)");
        let insert = "INSERT INTO plans (id, job_id, number, content, created_by, created_at) VALUES ";
        execute(&mut conn, &format!("{insert}{values}"));
    }
    execute(&mut conn, up);
    let sql = "SELECT title, stages, outcomes, status, band_high, opened_at FROM jobs";
    let job: Job = match &mut conn {
        Conn::Sqlite(sqlite) => sql_query(sql).get_result(sqlite),
        Conn::Postgres(pg) => sql_query(sql).get_result(pg),
    }
    .unwrap();
    assert_eq!((job.title.as_str(), job.status.as_str()), ("It's a smith", "open"));
    assert_eq!((job.band_high, job.opened_at), (70_000, 7));
    let stages: Vec<String> = serde_json::from_str(&job.stages).unwrap();
    assert_eq!(stages, ["A", "B"]);
    let outcomes: Vec<evenhand_shared::jobs::JobOutcome> = serde_json::from_str(&job.outcomes).unwrap();
    assert_eq!(outcomes.iter().map(|o| (&*o.key, &*o.text)).collect::<Vec<_>>(), [("o", "T"), ("p", "U")]);
}

#[test]
fn d04_jobs_take_their_words_from_their_newest_plan_sqlite() {
    jobs_take_their_words(Engine::Sqlite);
}

#[test]
fn d04_jobs_take_their_words_from_their_newest_plan_postgres() {
    jobs_take_their_words(Engine::Postgres);
}

#[derive(QueryableByName, Debug, PartialEq, Eq)]
struct RubricVersion {
    #[diesel(sql_type = Text)]
    key: String,
    #[diesel(sql_type = BigInt)]
    number: i64,
    #[diesel(sql_type = Text)]
    content: String,
    #[diesel(sql_type = Nullable<Text>)]
    written_by: Option<String>,
    #[diesel(sql_type = BigInt)]
    published_at: i64,
}

#[derive(QueryableByName, Debug, PartialEq, Eq)]
struct Use {
    #[diesel(sql_type = Text)]
    plan_id: String,
    #[diesel(sql_type = Text)]
    key: String,
    #[diesel(sql_type = BigInt)]
    number: i64,
}

/// Rubrics from before the library become its versions, with the words of the first plan that used each; plans were published by
/// their authors. The way back gives the rubrics again.
fn rubrics_become_versions(engine: Engine) {
    let place = Place::new(engine);
    let mut conn = place.connect();
    bring_forward(&mut conn).unwrap();
    let (core, up, down) = match engine {
        Engine::Sqlite => (
            include_str!("../../migrations/sqlite/00000000000001_core/up.sql"),
            include_str!("../../migrations/sqlite/00000000000002_library/up.sql"),
            include_str!("../../migrations/sqlite/00000000000002_library/down.sql"),
        ),
        Engine::Postgres => (
            include_str!("../../migrations/postgres/00000000000001_core/up.sql"),
            include_str!("../../migrations/postgres/00000000000002_library/up.sql"),
            include_str!("../../migrations/postgres/00000000000002_library/down.sql"),
        ),
    };
    revert_all(&mut conn).unwrap();
    execute(&mut conn, core);
    execute(
        &mut conn,
        "INSERT INTO people (id, email, email_folded, name, roles, function, seniority, zone, active, epoch, version, created_at) \
         VALUES ('p', 'a', 'a', 'A', '[]', '', 1, 'Etc/UTC', TRUE, 1, 1, 1), ('q', 'b', 'b', 'B', '[]', '', 1, 'Etc/UTC', TRUE, 1, 1, 1); \
         INSERT INTO jobs (id, key, created_at) VALUES ('j', 'smith', 7), ('k', 'baker', 7); \
         INSERT INTO rubrics (competency, version, anchors) VALUES ('iron', 1, '[\"It''s cold\",\"Warm\",\"Hot\",\"White\"]'), \
         ('iron', 2, '[\"A\",\"B\",\"C\",\"D\"]'), ('lost', 1, '[\"E\",\"F\",\"G\",\"H\"]')",
    );
    let plans = [
        ("v1", "j", 1, "Iron", 1, "p", 10),
        ("v2", "j", 2, "Iron work", 2, "q", 20),
        ("w1", "k", 1, "Irony", 1, "q", 30),
    ];
    for (id, job, number, name, rubric, by, at) in plans {
        let content = format!(
            r#"{{"competencies":[{{"key":"iron","name":"{name}","rubric":{{"version":{rubric}}}}}]}}"#
        );
        let insert = "INSERT INTO plans (id, job_id, number, content, created_by, created_at) VALUES ";
        execute(&mut conn, &format!("{insert}('{id}', '{job}', {number}, '{content}', '{by}', {at})"));
    }
    execute(&mut conn, up);
    let sql = "SELECT i.key, v.number, v.content, v.written_by, v.published_at FROM library_versions v \
         JOIN library_items i ON i.id = v.item_id WHERE i.kind = 'competency' ORDER BY i.key, v.number";
    let versions: Vec<RubricVersion> = rows(&mut conn, sql);
    let told: Vec<_> = versions
        .iter()
        .map(|v| {
            let text: LibraryText = serde_json::from_str(&v.content).unwrap();
            let LibraryText::Competency(text) = text else { panic!("{} is a competency", v.key) };
            (&*v.key, v.number, text.name, text.anchors[0].clone(), v.written_by.as_deref(), v.published_at)
        })
        .collect();
    let of = |key, number, name: &str, first: &str, by, at| {
        (key, number, name.to_owned(), first.to_owned(), by, at)
    };
    let expected = [
        of("iron", 1, "Iron", "It's cold", Some("p"), 10),
        of("iron", 2, "Iron work", "A", Some("q"), 20),
        // No plan says anything about it: its key is its name, and nobody is known to have written it.
        of("lost", 1, "lost", "E", None, 0),
    ];
    assert_eq!(told, expected);
    let uses: Vec<Use> = rows(&mut conn, "SELECT plan_id, key, number FROM library_uses ORDER BY plan_id");
    let uses: Vec<_> = uses.iter().map(|u| (&*u.plan_id, &*u.key, u.number)).collect();
    assert_eq!(uses, [("v1", "iron", 1), ("v2", "iron", 2), ("w1", "iron", 1)]);
    let published = "SELECT id AS of, published_by AS name FROM plans WHERE published_at = created_at";
    let mut published: Vec<Column> = rows(&mut conn, published);
    published.sort();
    let published: Vec<_> = published.iter().map(|p| (&*p.of, &*p.name)).collect();
    assert_eq!(published, [("v1", "p"), ("v2", "q"), ("w1", "q")]);
    execute(&mut conn, down);
    let back = "SELECT competency AS of, anchors AS name FROM rubrics ORDER BY competency, version";
    let back: Vec<Column> = rows(&mut conn, back);
    let back: Vec<_> = back
        .iter()
        .map(|r| (&*r.of, serde_json::from_str::<Vec<String>>(&r.name).unwrap()[0].clone()))
        .collect();
    assert_eq!(back, [("iron", "It's cold".to_owned()), ("iron", "A".to_owned()), ("lost", "E".to_owned())]);
}

#[test]
fn d04_rubrics_become_versions_of_the_library_sqlite() {
    rubrics_become_versions(Engine::Sqlite);
}

#[test]
fn d04_rubrics_become_versions_of_the_library_postgres() {
    rubrics_become_versions(Engine::Postgres);
}

fn refuses_newer(engine: Engine) {
    let place = Place::new(engine);
    let mut conn = place.connect();
    bring_forward(&mut conn).unwrap();
    execute(
        &mut conn,
        "INSERT INTO __diesel_schema_migrations (version, run_on) VALUES ('99990101000000', CURRENT_TIMESTAMP)",
    );
    let why = bring_forward(&mut conn).unwrap_err();
    assert!(why.contains("99990101000000") && why.contains("newer Evenhand"), "{why}");
}

#[test]
fn d04_a_newer_schema_is_refused_sqlite() {
    refuses_newer(Engine::Sqlite);
}

#[test]
fn d04_a_newer_schema_is_refused_postgres() {
    refuses_newer(Engine::Postgres);
}

#[test]
fn d04_one_file_has_one_server() {
    let place = Place::new(Engine::Sqlite);
    let first = Db::open(&place.target, 1).unwrap();
    let why = Db::open(&place.target, 1).err().unwrap();
    assert!(why.contains("Another process"), "{why}");
    drop(first);
}

#[derive(QueryableByName)]
struct Version {
    #[diesel(sql_type = Text)]
    version: String,
}

#[test]
fn d04_the_sqlite_library_has_no_wal_reset_fault() {
    let mut conn = Place::new(Engine::Sqlite).connect();
    let Conn::Sqlite(sqlite) = &mut conn else { unreachable!("an SQLite connection was asked for") };
    let row: Version = sql_query("SELECT sqlite_version() AS version").get_result(sqlite).unwrap();
    let parts: Vec<u32> = row.version.split('.').map(|part| part.parse().unwrap()).collect();
    assert!(parts >= vec![3, 51, 3], "{}", row.version);
}

fn audit_is_final(engine: Engine) {
    let place = Place::new(engine);
    let mut conn = place.connect();
    bring_forward(&mut conn).unwrap();
    execute(
        &mut conn,
        "INSERT INTO audit (seq, at, action, object_kind, object_id, detail, prev_hash, hash) VALUES (1, 1, 'a', 'b', 'c', '{}', '', 'x')",
    );
    for sql in ["UPDATE audit SET action = 'z'", "DELETE FROM audit"] {
        let refused = match &mut conn {
            Conn::Sqlite(sqlite) => sqlite.batch_execute(sql),
            Conn::Postgres(pg) => pg.batch_execute(sql),
        };
        assert!(refused.is_err_and(|why| why.to_string().contains("audit rows are final")), "{sql}");
    }
}

#[test]
fn d08_audit_rows_cannot_be_changed_sqlite() {
    audit_is_final(Engine::Sqlite);
}

#[test]
fn d08_audit_rows_cannot_be_changed_postgres() {
    audit_is_final(Engine::Postgres);
}
