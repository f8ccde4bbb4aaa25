//! Connections to SQLite and PostgreSQL.

use super::Pool;
use crate::failure::Failure;
use diesel::{
    Connection, QueryableByName, RunQueryDsl,
    connection::SimpleConnection,
    pg::PgConnection,
    r2d2::{ManageConnection, R2D2Connection},
    sql_query,
    sql_types::Text,
    sqlite::SqliteConnection,
};
use std::path::PathBuf;

/// A connection to either engine.
#[derive(diesel::MultiConnection)]
pub enum Conn {
    /// PostgreSQL.
    Postgres(PgConnection),
    /// SQLite.
    Sqlite(SqliteConnection),
}

/// Where the data lives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A file.
    Sqlite(PathBuf),
    /// A server, by its URL.
    Postgres(String),
}

impl Target {
    /// Reads `sqlite://PATH` or `postgres://…`; any other scheme is an error that says so.
    pub fn parse(url: &str) -> Result<Self, String> {
        match url.split_once("://") {
            Some(("sqlite", path)) if !path.is_empty() => Ok(Self::Sqlite(PathBuf::from(path))),
            Some(("sqlite", _)) => Err("The database URL names no file: write sqlite://PATH.".to_owned()),
            Some(("postgres" | "postgresql", _)) => Ok(Self::Postgres(url.to_owned())),
            Some((other, _)) => {
                Err(format!("Unknown database URL scheme `{other}`: use sqlite://PATH or postgres://…."))
            }
            None => Err("The database URL has no scheme: use sqlite://PATH or postgres://….".to_owned()),
        }
    }

    /// Takes the exclusive lock beside an SQLite file: two processes on one file would each believe to be the only writer.
    pub(super) fn lock_file(&self) -> Result<Option<std::fs::File>, String> {
        let Self::Sqlite(path) = self else { return Ok(None) };
        if let Some(folder) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder)
                .map_err(|e| format!("Cannot make the folder {}: {e}", folder.display()))?;
        }
        let mut name = path.clone().into_os_string();
        name.push(".lock");
        let file = std::fs::OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&name)
            .map_err(|e| format!("Cannot open the lock file {}: {e}", PathBuf::from(&name).display()))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(file)),
            Err(_) => Err(format!(
                "Another process has the database {} open. Stop it first; one file has one server.",
                path.display()
            )),
        }
    }
}

/// The oldest SQLite library that does not have the WAL-reset fault.
const SQLITE_AT_LEAST: i32 = 3_051_003;

const SQLITE_BASE: &str = "PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; \
    PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 67108864; PRAGMA mmap_size = 0;";

/// Readers keep 4 MiB of pages each: the inner pages of every index, and the jobs that are being worked on.
const SQLITE_READER: &str = "PRAGMA query_only = ON; PRAGMA cache_size = -4096;";

fn open(target: &Target) -> Result<Conn, String> {
    match target {
        Target::Sqlite(path) => {
            let version = sqlite_version();
            if version < SQLITE_AT_LEAST {
                return Err(format!(
                    "SQLite 3.51.3 or later is needed; this program was built with {version}."
                ));
            }
            let mut conn = SqliteConnection::establish(&path.to_string_lossy())
                .map_err(|e| format!("Cannot open {}: {e}", path.display()))?;
            conn.batch_execute(SQLITE_BASE).map_err(|e| format!("Cannot set up {}: {e}", path.display()))?;
            Ok(Conn::Sqlite(conn))
        }
        Target::Postgres(url) => {
            let mut conn =
                PgConnection::establish(url).map_err(|e| format!("Cannot reach PostgreSQL: {e}"))?;
            conn.batch_execute("SET statement_timeout = '30s'; SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = '60s'")
                .map_err(|e| format!("Cannot set up the connection to PostgreSQL: {e}"))?;
            Ok(Conn::Postgres(conn))
        }
    }
}

#[derive(QueryableByName)]
struct Version {
    #[diesel(sql_type = Text)]
    version: String,
}

/// The library's version as a number such as 3051003, asked of the library that is really linked in.
fn sqlite_version() -> i32 {
    let Ok(mut conn) = SqliteConnection::establish(":memory:") else { return 0 };
    let Ok(row) = sql_query("SELECT sqlite_version() AS version").get_result::<Version>(&mut conn) else {
        return 0;
    };
    let mut parts = row.version.split('.').map(|part| part.parse::<i32>().unwrap_or(0));
    let mut next = || parts.next().unwrap_or(0);
    next().saturating_mul(1_000_000).saturating_add(next().saturating_mul(1_000)).saturating_add(next())
}

/// A connection that may write: the only one on SQLite.
pub(super) fn open_for_writing(target: &Target) -> Result<Conn, String> {
    let mut conn = open(target)?;
    if let Conn::Sqlite(sqlite) = &mut conn {
        sqlite
            .batch_execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;")
            .map_err(|e| format!("Cannot switch to WAL: {e}"))?;
    }
    Ok(conn)
}

/// Opens pooled connections; on SQLite they can only read.
pub(super) struct Opener {
    target: Target,
}

impl ManageConnection for Opener {
    type Connection = Conn;
    type Error = std::io::Error;

    fn connect(&self) -> Result<Conn, Self::Error> {
        let mut conn = open(&self.target).map_err(std::io::Error::other)?;
        if let Conn::Sqlite(sqlite) = &mut conn {
            sqlite.batch_execute(SQLITE_READER).map_err(std::io::Error::other)?;
        }
        Ok(conn)
    }

    fn is_valid(&self, conn: &mut Conn) -> Result<(), Self::Error> {
        match conn {
            // A file does not go away between two requests.
            Conn::Sqlite(_) => Ok(()),
            Conn::Postgres(pg) => pg.ping().map_err(std::io::Error::other),
        }
    }

    fn has_broken(&self, conn: &mut Conn) -> bool {
        let broken = match conn {
            Conn::Postgres(pg) => R2D2Connection::is_broken(pg),
            Conn::Sqlite(sqlite) => R2D2Connection::is_broken(sqlite),
        };
        broken || std::thread::panicking()
    }
}

pub(super) fn pool(target: &Target, size: u32) -> Result<Pool, String> {
    diesel::r2d2::Pool::builder()
        .max_size(size)
        .min_idle(Some(1))
        .connection_timeout(std::time::Duration::from_secs(5))
        .build(Opener { target: target.clone() })
        .map_err(|e| format!("Cannot open the database: {e}"))
}

/// One snapshot for everything that a request reads: authorising and reading see the same moment.
pub(super) fn snapshot<T>(
    conn: &mut Conn,
    work: impl FnOnce(&mut Conn) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let begin = match conn {
        Conn::Sqlite(_) => "BEGIN",
        Conn::Postgres(_) => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    };
    within(conn, begin, work)
}

/// A transaction on PostgreSQL that first takes the lock on the head of the audit chain: writers that check and act see
/// each other's work, and the chain has no gaps.
pub(super) fn ordered_write<T>(
    conn: &mut Conn,
    work: impl FnOnce(&mut Conn) -> Result<T, Failure>,
) -> Result<T, Failure> {
    within(conn, "BEGIN; SELECT seq FROM audit_head WHERE id = 1 FOR UPDATE", work)
}

fn within<T>(
    conn: &mut Conn,
    begin: &str,
    work: impl FnOnce(&mut Conn) -> Result<T, Failure>,
) -> Result<T, Failure> {
    execute(conn, begin)?;
    match std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| work(conn))) {
        Ok(Ok(value)) => execute(conn, "COMMIT").map(|()| value),
        Ok(Err(failure)) => {
            execute(conn, "ROLLBACK")?;
            Err(failure)
        }
        Err(_) => {
            execute(conn, "ROLLBACK")?;
            Err(Failure::Internal("a request panicked; its transaction was rolled back".to_owned()))
        }
    }
}

/// Runs SQL that takes no parameters and gives no rows.
pub(super) fn execute(conn: &mut Conn, sql: &str) -> Result<(), Failure> {
    match conn {
        Conn::Sqlite(sqlite) => sqlite.batch_execute(sql),
        Conn::Postgres(pg) => pg.batch_execute(sql),
    }
    .map_err(Failure::from)
}
