//! Counters for whoever runs the server. They know operations and times, never people or candidates.

use evenhand_shared::Timestamp;
use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicI64, Ordering},
    },
};

/// The counters.
pub struct Metrics {
    /// When the server started.
    pub started: Timestamp,
    requests: Mutex<BTreeMap<(&'static str, u16), u64>>,
    streams: Arc<AtomicI64>,
}

/// Counts an event stream for as long as it is open.
pub struct OpenStream(Arc<AtomicI64>);

impl Drop for OpenStream {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Metrics {
    /// Counters of a server that starts now.
    #[must_use]
    pub fn starting_at(now: Timestamp) -> Self {
        Self { started: now, requests: Mutex::default(), streams: Arc::default() }
    }

    /// Counts an answered request: operation and the first digit of its status.
    pub fn request(&self, operation: &'static str, class: u16) {
        let mut requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        let count = requests.entry((operation, class)).or_insert(0);
        *count = count.saturating_add(1);
    }

    /// Counts a stream until the answer is dropped.
    #[must_use]
    pub fn stream(&self) -> OpenStream {
        self.streams.fetch_add(1, Ordering::Relaxed);
        OpenStream(self.streams.clone())
    }

    /// Answered requests so far, by operation and class of status.
    #[must_use]
    pub fn requests(&self) -> Vec<((&'static str, u16), u64)> {
        let requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        requests.iter().map(|(key, count)| (*key, *count)).collect()
    }

    /// Streams that are open.
    #[must_use]
    pub fn streams(&self) -> i64 {
        self.streams.load(Ordering::Relaxed)
    }
}
