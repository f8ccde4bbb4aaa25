//! The figures, as a table or as JSON.

use evenhand_tests::Engine;
use serde_json::{Value, json};
use std::time::Duration;

/// What was measured for one scene at one number of connections.
#[derive(Debug, Clone, Default)]
pub struct Figures {
    /// Answers a second.
    pub per_second: f64,
    /// Half of the answers came within this.
    pub p50: Duration,
    /// 99 of 100 answers came within this.
    pub p99: Duration,
    /// Answers that were not the expected ones.
    pub failed: usize,
    /// The bare handler's answers a second.
    pub bare: Option<f64>,
    /// The same operation without HTTP, a second.
    pub query: Option<f64>,
    /// Writes that shared a commit, on average; SQLite only.
    pub per_commit: Option<f64>,
}

impl Figures {
    /// From each connection's times, failures and duration.
    pub fn of(connections: Vec<(Vec<Duration>, usize, Duration)>) -> Self {
        let per_second =
            connections.iter().map(|(times, _, lasted)| count(times.len()) / lasted.as_secs_f64()).sum();
        let failed = connections.iter().map(|(_, failed, _)| failed).sum();
        let mut times: Vec<Duration> = connections.into_iter().flat_map(|(times, _, _)| times).collect();
        times.sort_unstable();
        let at = |share: usize| times.get(times.len() * share / 100).copied().unwrap_or_default();
        Self { per_second, p50: at(50), p99: at(99), failed, ..Self::default() }
    }
}

/// A number as a float.
pub fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// A row of the table.
pub struct Line {
    /// On which database.
    pub engine: &'static str,
    /// Which scene.
    pub what: &'static str,
    /// Connections at the same time.
    pub connections: usize,
    /// What was measured.
    pub figures: Figures,
}

/// Everything that was measured.
#[derive(Default)]
pub struct Report {
    /// How long filling took, by engine.
    pub filled: Vec<(&'static str, Duration)>,
    /// Resident memory in MiB, by engine and moment.
    pub resident: Vec<(&'static str, &'static str, f64)>,
    /// The rows.
    pub lines: Vec<Line>,
}

/// An engine's name.
pub fn name(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "sqlite",
        Engine::Postgres => "postgres",
    }
}

fn share(of: f64, whole: Option<f64>) -> Option<f64> {
    whole.filter(|whole| *whole > 0.0).map(|whole| of / whole * 100.0)
}

impl Report {
    /// For people.
    pub fn print_table(&self) {
        for (engine, took) in &self.filled {
            println!("{engine}: the large demonstration was filled in {:.1} s", took.as_secs_f64());
        }
        for (engine, when, size) in &self.resident {
            println!("{engine}: {size:.0} MiB resident, {when}");
        }
        println!(
            "\n{:<9} {:<14} {:>5} {:>9} {:>9} {:>9} {:>6} {:>9} {:>6} {:>9} {:>6} {:>10}",
            "engine",
            "scene",
            "conns",
            "per s",
            "p50 ms",
            "p99 ms",
            "failed",
            "bare/s",
            "% of",
            "query/s",
            "% of",
            "per commit"
        );
        let whole = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| format!("{value:.0}"));
        for Line { engine, what, connections, figures } in &self.lines {
            println!(
                "{engine:<9} {what:<14} {connections:>5} {:>9.0} {:>9.2} {:>9.2} {:>6} {:>9} {:>6} {:>9} {:>6} {:>10}",
                figures.per_second,
                figures.p50.as_secs_f64() * 1_000.0,
                figures.p99.as_secs_f64() * 1_000.0,
                figures.failed,
                whole(figures.bare),
                whole(share(figures.per_second, figures.bare)),
                whole(figures.query),
                whole(share(figures.per_second, figures.query)),
                figures.per_commit.map_or_else(|| "–".to_owned(), |value| format!("{value:.1}")),
            );
        }
    }

    /// For programs.
    pub fn print_json(&self) {
        let lines: Vec<Value> = self
            .lines
            .iter()
            .map(|Line { engine, what, connections, figures }| {
                json!({"engine": engine, "scene": what, "connections": connections, "per_second": figures.per_second,
                    "p50_ms": figures.p50.as_secs_f64() * 1_000.0, "p99_ms": figures.p99.as_secs_f64() * 1_000.0,
                    "failed": figures.failed, "bare_per_second": figures.bare, "query_per_second": figures.query,
                    "writes_per_commit": figures.per_commit})
            })
            .collect();
        let filled: Vec<Value> = self
            .filled
            .iter()
            .map(|(engine, took)| json!({"engine": engine, "seconds": took.as_secs_f64()}))
            .collect();
        let resident: Vec<Value> = self
            .resident
            .iter()
            .map(|(engine, when, size)| json!({"engine": engine, "when": when, "mebibytes": size}))
            .collect();
        println!("{:#}", json!({"filled": filled, "resident": resident, "scenes": lines}));
    }
}
