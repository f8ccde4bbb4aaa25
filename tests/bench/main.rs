//! The benchmark behind `cargo xtask bench`: the release binary on the large demonstration, driven from this second process.
//!
//! For each engine it fills a database, starts the server and measures what people do all day at 1, 16 and 64 connections. Beside
//! each read stand two yardsticks, measured in the same run: a bare actix handler that returns the same bytes from memory, and the
//! same operation called without HTTP. Nothing here passes or fails: it prints figures, and machines are noisy.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a benchmark that cannot go on stops, and says where"
)]

mod bare;
mod direct;
mod load;
mod product;
mod report;
mod scenes;
mod wire;

use evenhand_tests::{Engine, Place};
use report::{Figures, Report};
use std::{path::PathBuf, time::Duration};

/// Connections at the same time.
const CONNECTIONS: [usize; 3] = [1, 16, 64];

struct Arguments {
    binary: PathBuf,
    seconds: f64,
    engines: Vec<Engine>,
    json: bool,
}

const USAGE: &str = "Usage: evenhand-bench --server FILE [--seconds N] [--only sqlite|postgres] [--json]";

fn arguments() -> Result<Arguments, String> {
    let mut found = Arguments {
        binary: PathBuf::new(),
        seconds: 2.0,
        engines: vec![Engine::Sqlite, Engine::Postgres],
        json: false,
    };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| USAGE.to_owned());
        match word.as_str() {
            "--server" => found.binary = value()?.into(),
            "--seconds" => found.seconds = value()?.parse().map_err(|_| USAGE.to_owned())?,
            "--only" => {
                found.engines = match value()?.as_str() {
                    "sqlite" => vec![Engine::Sqlite],
                    "postgres" => vec![Engine::Postgres],
                    _ => return Err(USAGE.to_owned()),
                }
            }
            "--json" => found.json = true,
            _ => return Err(USAGE.to_owned()),
        }
    }
    // The server is started in a folder of its own.
    found.binary = found.binary.canonicalize().map_err(|_| USAGE.to_owned())?;
    Ok(found)
}

fn main() -> std::process::ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let [bare, file] = words.as_slice()
        && bare == "bare"
    {
        bare::serve(file);
        return std::process::ExitCode::SUCCESS;
    }
    let arguments = match arguments() {
        Ok(arguments) => arguments,
        Err(usage) => {
            eprintln!("{usage}");
            return std::process::ExitCode::FAILURE;
        }
    };
    let mut report = Report::default();
    for engine in &arguments.engines {
        measure(&arguments, *engine, &mut report);
    }
    if arguments.json {
        report.print_json()
    } else {
        report.print_table()
    }
    std::process::ExitCode::SUCCESS
}

/// Everything on one engine.
fn measure(arguments: &Arguments, engine: Engine, report: &mut Report) {
    let (name, place) = (report::name(engine), Place::new(engine));
    let time = Duration::from_secs_f64(arguments.seconds);
    let mut product = product::Product::new(&arguments.binary, &place);
    report.filled.push((name, product.fill()));
    product.start();
    let scene = scenes::Scene::arrange(&product);
    report.resident.push((name, "idle", product.resident()));
    let mut reads = Vec::new();
    for read in scene.reads() {
        let body = scene.body(&read);
        for connections in CONNECTIONS {
            let mut figures = load::run(connections, time, &scene.drive_read(&read));
            figures.bare = Some(bare::measure(&body, connections, time));
            eprintln!("{name}: {} at {connections}", read.name);
            reads.push((read.name, connections, figures));
        }
    }
    let mut writes = Vec::new();
    for (write, drive) in scene.writes() {
        for connections in CONNECTIONS {
            let before = product.commits();
            let mut figures = load::run(connections, time, drive.as_ref());
            figures.per_commit = product.commits().per_commit_since(&before);
            eprintln!("{name}: {write} at {connections}");
            writes.push((write, connections, figures));
        }
    }
    report.resident.push((name, "afterwards", product.resident()));
    // One process owns an SQLite file: the server has to go before the same operations run here.
    product.stop();
    let direct = direct::Direct::open(&place, &product);
    for (read, connections, figures) in &mut reads {
        if let Some(asked) = scene.reads().into_iter().find(|asked| asked.name == *read) {
            figures.query = direct.measure(&scene, &asked, *connections, time);
        }
    }
    let lines = reads.into_iter().chain(writes);
    report.lines.extend(lines.map(|(what, connections, figures): (_, _, Figures)| report::Line {
        engine: name,
        what,
        connections,
        figures,
    }));
}
