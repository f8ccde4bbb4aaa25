//! Driving a scene from several connections at once.

use crate::report::Figures;
use std::{
    sync::Barrier,
    time::{Duration, Instant},
};

/// One step of a connection: sends a request, waits for the answer and says whether it was the one expected.
pub type Step = Box<dyn FnMut() -> bool>;
/// Makes the steps of a connection, by its number.
pub type Drive<'s> = dyn Fn(usize) -> Step + Sync + 's;

/// Runs each connection in a thread of its own until the time is over.
pub fn run(connections: usize, time: Duration, drive: &Drive<'_>) -> Figures {
    let ready = Barrier::new(connections);
    let timed: Vec<(Vec<Duration>, usize, Duration)> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..connections)
            .map(|connection| {
                let ready = &ready;
                scope.spawn(move || {
                    let mut step = drive(connection);
                    let mut failed = usize::from(!step());
                    ready.wait();
                    let (began, mut times) = (Instant::now(), Vec::with_capacity(1 << 14));
                    while began.elapsed() < time {
                        let sent = Instant::now();
                        failed += usize::from(!step());
                        times.push(sent.elapsed());
                    }
                    (times, failed, began.elapsed())
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    Figures::of(timed)
}
