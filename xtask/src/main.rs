//! `cargo xtask`: set-up, build and tests of Evenhand with one command each.
//!
//! It uses the standard library alone, so that a fresh clone compiles it in seconds, and does the heavy work by
//! calling the tools that a build needs anyway (cargo, Trunk, Node).

#[cfg(not(unix))]
compile_error!("Evenhand builds on Linux and macOS; on Windows, build it inside WSL.");

mod bench;
mod command;
mod frontend;
mod packages;
mod postgres;
mod product;
mod setup;
mod suite;
mod terminal;
mod workspace;

use std::process::ExitCode;

/// What every operation answers: a value, or one message for the person at the terminal.
type Outcome<T = ()> = Result<T, String>;

const HELP: &str = "\
Usage: cargo xtask COMMAND

  serve [--demo] [ARGUMENTS]   Set up, build, and serve on http://127.0.0.1:8080.
                               --demo fills an empty database with people, candidates and loops;
                               other arguments go to `evenhand serve` (see `evenhand serve --help`).
  build                        Set up and build target/release/evenhand, one binary with the front end in it.
  build --quick                The same in seconds, unoptimised: target/debug/evenhand reads its pages from frontend/dist.
  test [--only STEP] [-- …]    Set up and run every test. --only runs one step, --list names them;
                               what follows `--` goes to the step's test runner.
  bench [--seconds N] [--only sqlite|postgres] [--json]
                               Measure the release build on the large demonstration, beside a bare handler and the bare
                               queries; N seconds for each scene (2 when not said).
  soak                         Run the long variants: more kills, longer explorations. Takes hours.
  help                         This text.
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    let outcome = match command.as_str() {
        "serve" => product::serve(&rest),
        "build" if rest == ["--quick"] => product::build_quick(),
        "build" => expect_none(&rest).and_then(|()| product::build_with_setup().map(drop)),
        "test" => suite::test(&rest),
        "bench" => bench::bench(&rest),
        "soak" => expect_none(&rest).and_then(|()| suite::soak()),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        "" => Err(HELP.to_owned()),
        unknown => Err(format!("There is no command `{unknown}`.\n\n{HELP}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\n{message}");
            ExitCode::FAILURE
        }
    }
}

fn expect_none(arguments: &[String]) -> Outcome {
    match arguments.first() {
        None => Ok(()),
        Some(argument) => Err(format!("`{argument}` is not known here.\n\n{HELP}")),
    }
}
