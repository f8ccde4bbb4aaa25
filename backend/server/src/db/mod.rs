//! The only place that knows diesel: the pool, the two doors, one file per table.
//!
//! Rows are private to this folder's callers in `http` and `jobs`; API types live in `shared`. Functions take a connection and
//! are named find, list, insert, update, delete. Functions that load what may be sealed ask for a grant of `policy`.

mod engine;
mod migrate;
#[expect(missing_docs, reason = "columns are described on the row types of each table file")]
pub mod schema;
mod writer;

pub mod applications;
pub mod assignments;
pub mod audit;
pub mod boards;
pub mod broken_glass;
pub mod candidate_list;
pub mod candidates;
pub mod drafts;
pub mod files;
pub mod interviews;
pub mod job_covers;
pub mod jobs;
pub mod ladder;
pub mod leaves;
pub mod library;
pub mod loops;
pub mod notes;
pub mod notices;
pub mod origins;
pub mod password_links;
pub mod people;
pub mod place_requests;
pub mod plan_drafts;
pub mod plans;
pub mod profiles;
pub mod rejections;
pub mod releases;
pub mod saved_views;
pub mod scorecards;
pub mod servings;
pub mod sessions;
pub mod settings;
pub mod stage_moves;
pub mod tags;
pub mod words;

pub use engine::{Conn, Target};
pub use migrate::{bring_forward, revert_all};

use crate::failure::Failure;
use engine::Opener;
use std::sync::Arc;
use tokio::sync::Semaphore;
use writer::Writer;

/// A pool of connections to either engine.
type Pool = diesel::r2d2::Pool<Opener>;

/// The database with its two doors.
#[derive(Clone)]
pub struct Db {
    readers: Pool,
    /// As many as connections: a thread that only waits for one would keep memory of its own.
    turns: Arc<Semaphore>,
    door: Arc<Door>,
}

enum Door {
    /// One writer that commits waiting writes together.
    Sqlite { writer: Writer, _lock: std::fs::File },
    /// Ordinary transactions, in the order in which they take the audit chain's lock.
    Postgres(Pool),
}

impl Db {
    /// Opens the database, brings it forward and starts the writer. `readers` is the number of pooled connections.
    ///
    /// Refuses a database file that another process has open, an SQLite library older than 3.51.3, and a schema newer than this program.
    pub fn open(target: &Target, readers: u32) -> Result<Self, String> {
        let lock = target.lock_file()?;
        let mut first = engine::open_for_writing(target)?;
        bring_forward(&mut first)?;
        let pool = engine::pool(target, readers)?;
        let door = match lock {
            Some(lock) => Door::Sqlite { writer: Writer::start(first)?, _lock: lock },
            None => Door::Postgres(pool.clone()),
        };
        let turns = Arc::new(Semaphore::new(usize::try_from(readers).unwrap_or(1)));
        Ok(Self { readers: pool, turns, door: Arc::new(door) })
    }

    /// Runs `work` on a snapshot that cannot be written to.
    pub async fn read<T, F>(&self, work: F) -> Result<T, Failure>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T, Failure> + Send + 'static,
    {
        self.pooled(&self.readers, |conn| engine::snapshot(conn, work)).await
    }

    /// Runs `work` on a connection of a pool, on a thread that may wait for the database.
    async fn pooled<T, F>(&self, pool: &Pool, work: F) -> Result<T, Failure>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T, Failure> + Send + 'static,
    {
        let turn = self.turns.clone().acquire_owned().await;
        let turn = turn.map_err(|_| Failure::Internal("the database was closed".to_owned()))?;
        let pool = pool.clone();
        blocking(move || {
            // Held to the end, also when nobody waits for the answer any more.
            let _turn = turn;
            let mut conn = pool.get().map_err(|e| Failure::Internal(format!("pool: {e}")))?;
            work(&mut conn)
        })
        .await
    }

    /// Runs `work` in a transaction: either all of it is durable when this returns `Ok`, or nothing of it happened.
    pub async fn write<T, F>(&self, work: F) -> Result<T, Failure>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T, Failure> + Send + 'static,
    {
        match self.door.as_ref() {
            Door::Sqlite { writer, .. } => writer.run(work).await,
            Door::Postgres(pool) => self.pooled(pool, |conn| engine::ordered_write(conn, work)).await,
        }
    }

    /// How many commits the SQLite writer has made for how many writes; zeros on PostgreSQL.
    #[must_use]
    pub fn commits(&self) -> (u64, u64) {
        match self.door.as_ref() {
            Door::Sqlite { writer, .. } => writer.counts(),
            Door::Postgres(_) => (0, 0),
        }
    }
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|e| Err(Failure::Internal(format!("worker: {e}"))))
}
