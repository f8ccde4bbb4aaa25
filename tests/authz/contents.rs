//! Every row of every table, for tests after which nothing may have changed.

use diesel::{QueryableByName, RunQueryDsl, sql_query, sql_types::Text};
use evenhand_server::db::Conn;
use evenhand_tests::World;
use std::collections::BTreeMap;

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

fn lines(conn: &mut Conn, sql: &str) -> Vec<String> {
    let lines: Vec<Line> = match conn {
        Conn::Sqlite(sqlite) => sql_query(sql).load(sqlite),
        Conn::Postgres(pg) => sql_query(sql).load(pg),
    }
    .unwrap();
    lines.into_iter().map(|line| line.line).collect()
}

/// A row as one text, written in the engine's own way.
fn row_as_text(conn: &mut Conn, table: &str) -> String {
    if matches!(conn, Conn::Postgres(_)) {
        return "t::text".to_owned();
    }
    let columns =
        lines(conn, &format!("SELECT 'quote(\"' || name || '\")' AS line FROM pragma_table_info('{table}')"));
    columns.join(" || ',' || ")
}

/// The rows by table, in order.
pub async fn contents(world: &World) -> BTreeMap<String, Vec<String>> {
    let read = |conn: &mut Conn| {
        let tables = if matches!(conn, Conn::Postgres(_)) {
            "SELECT table_name::text AS line FROM information_schema.tables WHERE table_schema = current_schema()"
        } else {
            "SELECT name AS line FROM sqlite_master WHERE type = 'table'"
        };
        let mut all = BTreeMap::new();
        for table in lines(conn, tables) {
            let row = row_as_text(conn, &table);
            let rows = lines(conn, &format!("SELECT {row} AS line FROM {table} AS t ORDER BY 1"));
            all.insert(table, rows);
        }
        Ok(all)
    };
    let all = world.app.db.read(read).await.unwrap();
    assert!(all.len() > 15 && !all["assignments"].is_empty() && !all["audit"].is_empty(), "{:?}", all.keys());
    all
}
