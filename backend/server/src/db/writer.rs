//! The single writer of SQLite. Writes that wait while a commit is on its way to the disk share the next one:
//! one `fsync` for many. Each write keeps its own savepoint, so one that fails takes nobody else with it.

use super::engine::{Conn, execute};
use crate::failure::Failure;
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
        mpsc,
    },
};
use tokio::sync::oneshot;

/// Most writes that share one commit: keeps the wait of the first bounded.
const BATCH: usize = 64;

/// Tells the waiting caller how it went, once the commit is durable or has failed.
type Finish = Box<dyn FnOnce(Result<(), String>) + Send>;
/// Runs one write; answers whether it is to be kept, and how to tell.
type Job = Box<dyn FnOnce(&mut Conn) -> (bool, Finish) + Send>;

pub(super) struct Writer {
    jobs: mpsc::Sender<Job>,
    commits: Arc<AtomicU64>,
    writes: Arc<AtomicU64>,
}

impl Writer {
    pub(super) fn start(mut conn: Conn) -> Result<Self, String> {
        let (jobs, queue) = mpsc::channel::<Job>();
        let (commits, writes) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)));
        let counts = (commits.clone(), writes.clone());
        std::thread::Builder::new()
            .name("sqlite-writer".to_owned())
            .spawn(move || {
                while let Ok(first) = queue.recv() {
                    let mut batch = vec![first];
                    while batch.len() < BATCH {
                        let Ok(next) = queue.try_recv() else { break };
                        batch.push(next);
                    }
                    counts.0.fetch_add(1, Ordering::Relaxed);
                    counts.1.fetch_add(u64::try_from(batch.len()).unwrap_or(0), Ordering::Relaxed);
                    commit_together(&mut conn, batch);
                }
            })
            .map_err(|e| format!("Cannot start the writer: {e}"))?;
        Ok(Self { jobs, commits, writes })
    }

    pub(super) fn counts(&self) -> (u64, u64) {
        (self.commits.load(Ordering::Relaxed), self.writes.load(Ordering::Relaxed))
    }

    pub(super) async fn run<T, F>(&self, work: F) -> Result<T, Failure>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T, Failure> + Send + 'static,
    {
        let (answer, waiting) = oneshot::channel::<Result<T, Failure>>();
        let job: Job = Box::new(move |conn| {
            let outcome = catch_unwind(AssertUnwindSafe(|| work(conn))).unwrap_or_else(|_| {
                Err(Failure::Internal("a write panicked; it was rolled back".to_owned()))
            });
            let keep = outcome.is_ok();
            let finish: Finish = Box::new(move |committed| {
                let told = match committed {
                    Ok(()) => outcome,
                    Err(why) => Err(outcome.err().unwrap_or(Failure::Internal(why))),
                };
                // The caller may have gone away; the write stands all the same.
                drop(answer.send(told));
            });
            (keep, finish)
        });
        self.jobs.send(job).map_err(|_| Failure::Internal("the writer has stopped".to_owned()))?;
        waiting.await.unwrap_or_else(|_| Err(Failure::Internal("the writer gave no answer".to_owned())))
    }
}

fn commit_together(conn: &mut Conn, batch: Vec<Job>) {
    let mut finishes = Vec::with_capacity(batch.len());
    let committed = run_batch(conn, batch, &mut finishes);
    if committed.is_err() {
        // Nothing of the batch may stay behind; an already closed transaction makes this a no-op.
        drop(execute(conn, "ROLLBACK"));
    }
    for finish in finishes {
        finish(committed.clone());
    }
}

fn run_batch(conn: &mut Conn, batch: Vec<Job>, finishes: &mut Vec<Finish>) -> Result<(), String> {
    let words = |failure: Failure| format!("commit: {failure:?}");
    let mut started = execute(conn, "BEGIN IMMEDIATE").map_err(words);
    for job in batch {
        if let Err(why) = &started {
            let why = why.clone();
            // The transaction is gone: the rest of the batch must not run outside of one.
            finishes.push(Box::new(|_| drop(job)));
            started = Err(why);
            continue;
        }
        started = execute(conn, "SAVEPOINT one").map_err(words).and_then(|()| {
            let (keep, finish) = job(conn);
            finishes.push(finish);
            let end = if keep { "RELEASE one" } else { "ROLLBACK TO one; RELEASE one" };
            execute(conn, end).map_err(words)
        });
    }
    started?;
    execute(conn, "COMMIT").map_err(words)
}
