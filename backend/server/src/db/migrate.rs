//! Bringing a database forward.

use super::{Conn, candidates};
use diesel::connection::SimpleConnection;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

const SQLITE: EmbeddedMigrations = embed_migrations!("../../migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("../../migrations/postgres");

/// Applies what is missing; refuses a schema that is newer than this program.
pub fn bring_forward(conn: &mut Conn) -> Result<(), String> {
    migrate(conn)?;
    candidates::fold_names(conn).map_err(|e| format!("Cannot fold the candidates' names: {e:?}"))
}

fn migrate(conn: &mut Conn) -> Result<(), String> {
    match conn {
        Conn::Sqlite(sqlite) => forward(sqlite, SQLITE),
        Conn::Postgres(pg) => {
            // Two servers that start at once must not both migrate.
            pg.batch_execute("SELECT pg_advisory_lock(4701893)")
                .map_err(|e| format!("Cannot lock the migrations: {e}"))?;
            let outcome = forward(pg, POSTGRES);
            pg.batch_execute("SELECT pg_advisory_unlock(4701893)")
                .map_err(|e| format!("Cannot unlock the migrations: {e}"))?;
            outcome
        }
    }
}

/// Takes everything back; used by the tests of the migrations.
pub fn revert_all(conn: &mut Conn) -> Result<(), String> {
    match conn {
        Conn::Sqlite(sqlite) => sqlite.revert_all_migrations(SQLITE).map(drop),
        Conn::Postgres(pg) => pg.revert_all_migrations(POSTGRES).map(drop),
    }
    .map_err(|e| format!("Cannot revert the migrations: {e}"))
}

fn forward<DB: diesel::backend::Backend>(
    conn: &mut impl MigrationHarness<DB>,
    known: EmbeddedMigrations,
) -> Result<(), String> {
    let names: Vec<String> = diesel::migration::MigrationSource::<DB>::migrations(&known)
        .map_err(|e| format!("Cannot read the migrations: {e}"))?
        .iter()
        .map(|m| m.name().version().to_string())
        .collect();
    let applied = conn.applied_migrations().map_err(|e| format!("Cannot read the schema's version: {e}"))?;
    if let Some(newer) = applied.iter().find(|version| !names.contains(&version.to_string())) {
        return Err(format!(
            "The database has migration {newer}, which this version does not know: it was used by a newer Evenhand. Start that version, or restore an older backup."
        ));
    }
    conn.run_pending_migrations(known)
        .map(drop)
        .map_err(|e| format!("Cannot bring the database forward: {e}"))
}
