//! What a person sees while something takes long.

use std::{
    io::{IsTerminal, Write, stderr},
    time::{Duration, Instant},
};

/// `95 s` is hard to read, `1:35` is not.
pub fn clock(duration: Duration) -> String {
    let seconds = duration.as_secs();
    match seconds {
        0..60 => format!("{seconds} s"),
        60..3600 => format!("{}:{:02} min", seconds / 60, seconds % 60),
        _ => format!("{}:{:02} h", seconds / 3600, seconds % 3600 / 60),
    }
}

/// A line that tells how far a silent command is: rewritten in place on a terminal, repeated now and then in a log.
pub struct Progress {
    started: Instant,
    shown: Instant,
    live: bool,
}

impl Progress {
    /// Starts the clock.
    pub fn new() -> Self {
        let now = Instant::now();
        Self { started: now, shown: now, live: stderr().is_terminal() }
    }

    /// Shows the state if it is time to.
    pub fn show(&mut self, state: &str) {
        let pause = if self.live { Duration::from_millis(500) } else { Duration::from_secs(20) };
        if self.shown.elapsed() < pause {
            return;
        }
        self.shown = Instant::now();
        let elapsed = clock(self.started.elapsed());
        if self.live {
            eprint!("\r\x1b[2K        {elapsed}  {state}");
            // A lost progress line harms nobody.
            drop(stderr().flush());
        } else {
            eprintln!("        {elapsed}  {state}");
        }
    }

    /// Clears the live line and answers the time it took.
    pub fn finish(self) -> Duration {
        if self.live {
            eprint!("\r\x1b[2K");
        }
        self.started.elapsed()
    }
}

/// A heading for a step of a longer run.
pub fn heading(text: &str) {
    if stderr().is_terminal() {
        eprintln!("\n\x1b[1m{text}\x1b[0m");
    } else {
        eprintln!("\n{text}");
    }
}

#[cfg(test)]
mod tests {
    use super::clock;
    use std::time::Duration;

    #[test]
    fn durations_read_well() {
        let shown = [7, 95, 3_723].map(|seconds| clock(Duration::from_secs(seconds)));
        assert_eq!(shown, ["7 s", "1:35 min", "1:02 h"]);
    }
}
