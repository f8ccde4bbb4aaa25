//! The server's parts, built once for `main` and for tests alike.

use crate::{
    clock::Clock, config::Config, db::Db, metrics::Metrics, mint::Mint, passwords::Passwords,
    secrets::Secrets,
};
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

/// The server.
#[derive(Clone)]
pub struct App {
    parts: Arc<Parts>,
}

/// Its parts.
pub struct Parts {
    /// Configuration.
    pub config: Config,
    /// The database.
    pub db: Db,
    /// The clock.
    pub clock: Clock,
    /// Identifiers and tokens.
    pub mint: Mint,
    /// Keys.
    pub secrets: Secrets,
    /// Password hashing.
    pub passwords: Passwords,
    /// Told after every commit of an operation, so that event streams look again.
    pub pulse: tokio::sync::watch::Sender<u64>,
    /// Counters for whoever runs the server.
    pub metrics: Metrics,
    closing: AtomicBool,
}

impl App {
    /// Puts the parts together.
    #[must_use]
    pub fn new(
        config: Config,
        db: Db,
        clock: Clock,
        mint: Mint,
        secrets: Secrets,
        passwords: Passwords,
    ) -> Self {
        let (pulse, _) = tokio::sync::watch::channel(0);
        let metrics = Metrics::starting_at(clock.now());
        let closing = AtomicBool::new(false);
        let parts = Parts { config, db, clock, mint, secrets, passwords, pulse, metrics, closing };
        Self { parts: Arc::new(parts) }
    }

    /// Tells the event streams that something was committed.
    pub fn committed(&self) {
        self.parts.pulse.send_modify(|n| *n = n.wrapping_add(1));
    }

    /// Says that the server goes down: it is no longer ready, and event streams end.
    pub fn close(&self) {
        self.parts.closing.store(true, Ordering::SeqCst);
        self.committed();
    }

    /// Whether the server goes down.
    #[must_use]
    pub fn is_closing(&self) -> bool {
        self.parts.closing.load(Ordering::SeqCst)
    }
}

impl std::ops::Deref for App {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.parts
    }
}
