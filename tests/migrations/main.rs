//! Every migration goes up, down and up again, on both engines, and both end in the same tables.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking, and says where")]

use diesel::{
    QueryableByName, RunQueryDsl,
    connection::SimpleConnection,
    sql_query,
    sql_types::{BigInt, Text},
};
use evenhand_server::db::{Conn, Db, bring_forward, revert_all};
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
