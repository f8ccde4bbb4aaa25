//! Every test there is, the fast ones first.

use crate::{
    Outcome,
    command::{cargo, program, run},
    postgres::{self, Cluster},
    product,
    setup::{self, Part},
    terminal::{clock, heading},
    workspace,
};
use std::{
    collections::BTreeSet,
    fs,
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Format,
    Dependencies,
    Clippy,
    ClippyWasm,
    Unit,
    Examples,
    /// Unit tests of the server.
    Server,
    /// A test binary of the `tests` crate.
    Integration(String),
    Build,
    Browser,
}

impl Step {
    /// Every step in the order in which they run.
    fn all() -> Outcome<Vec<Self>> {
        let mut steps = vec![
            Self::Format,
            Self::Dependencies,
            Self::Clippy,
            Self::ClippyWasm,
            Self::Unit,
            Self::Examples,
        ];
        let manifest = workspace::read(&workspace::root().join("tests").join("Cargo.toml"))?;
        steps.extend([Self::Build, Self::Server]);
        steps.extend(test_targets(&manifest).into_iter().map(Self::Integration));
        steps.push(Self::Browser);
        Ok(steps)
    }

    /// Whether the step starts the built server, which then has to be fresh.
    fn runs_the_binary(&self) -> bool {
        match self {
            Self::Browser => true,
            Self::Integration(name) => name == "durability",
            _ => false,
        }
    }

    fn name(&self) -> &str {
        match self {
            Self::Format => "fmt",
            Self::Dependencies => "deny",
            Self::Clippy => "clippy",
            Self::ClippyWasm => "clippy-wasm",
            Self::Unit => "unit",
            Self::Examples => "doc",
            Self::Server => "server",
            Self::Integration(name) => name,
            Self::Build => "build",
            Self::Browser => "e2e",
        }
    }

    fn words(&self) -> &str {
        match self {
            Self::Format => "the code is formatted",
            Self::Dependencies => "licences and sources of dependencies",
            Self::Clippy => "lints of everything",
            Self::ClippyWasm => "lints of the front end, as compiled for the browser",
            Self::Unit => "unit tests of the crates without database and web",
            Self::Examples => "examples in the documentation",
            Self::Server => "unit tests of the server",
            Self::Integration(_) => "tests over HTTP, on SQLite and PostgreSQL",
            Self::Build => "the binary, and the size of a first visit",
            Self::Browser => "end to end in Chromium",
        }
    }

    fn needs(&self) -> &'static [Part] {
        match self {
            Self::Format | Self::Clippy | Self::ClippyWasm | Self::Examples => &[Part::Rust],
            Self::Dependencies => &[Part::CargoDeny],
            Self::Unit => &[Part::Rust],
            Self::Server | Self::Integration(_) => &[Part::Rust, Part::PostgreSql],
            Self::Build => &Part::BUILD,
            Self::Browser => &[Part::Node, Part::NodePackages, Part::Chromium],
        }
    }

    fn run(&self, run_with: &RunWith) -> Outcome {
        match self {
            Self::Format => run(cargo().args(["fmt", "--all", "--check"])),
            Self::Dependencies => dependencies(),
            Self::Clippy => {
                run(cargo().args(["clippy", "--locked", "--workspace", "--all-targets"]).args(DENY_WARNINGS))
            }
            Self::ClippyWasm => run(cargo()
                .args([
                    "clippy",
                    "--locked",
                    "--package",
                    "evenhand-frontend",
                    "--target",
                    "wasm32-unknown-unknown",
                ])
                .args(DENY_WARNINGS)),
            Self::Unit => {
                let mut test = run_with.light_test(&["--lib", "--bins"]);
                for name in own_integration_tests()? {
                    test.args(["--test", &name]);
                }
                run(run_with.pass_on(&mut test))
            }
            Self::Examples => run(run_with.pass_on(&mut run_with.light_test(&["--doc"]))),
            Self::Server => run(run_with.pass_on(&mut run_with.server_test(&["--lib", "--bins"]))),
            Self::Integration(name) => run(run_with.pass_on(&mut run_with.server_test(&["--test", name]))),
            Self::Build => product::build().map(drop),
            Self::Browser => browser(&run_with.rest),
        }
    }
}

/// The variable that tells tests which server to start.
const BINARY: &str = "EVENHAND_BIN";

const DENY_WARNINGS: [&str; 3] = ["--", "--deny", "warnings"];

/// What the steps of a run share.
struct RunWith {
    cluster: Option<Cluster>,
    rest: Vec<String>,
}

impl RunWith {
    /// Tests of the crates without database and web: quick to compile, so they run first and unoptimised.
    fn light_test(&self, which: &[&str]) -> Command {
        let mut test = cargo();
        test.args(["test", "--locked", "--workspace"]);
        for heavy in product::SERVER_SIDE {
            test.args(["--exclude", heavy]);
        }
        test.args(which);
        test
    }

    /// Tests of the server, optimised like the product: the proof by two worlds asks millions of questions, and the
    /// product's own build has compiled everything already.
    fn server_test(&self, which: &[&str]) -> Command {
        let mut test = cargo();
        test.args(["test", "--locked", "--release"]);
        for package in product::SERVER_SIDE {
            test.args(["--package", package]);
        }
        test.args(which).env(BINARY, workspace::binary());
        if let Some(cluster) = &self.cluster {
            test.env(postgres::VARIABLE, &cluster.url);
        }
        test
    }

    fn pass_on<'c>(&self, test: &'c mut Command) -> &'c mut Command {
        if !self.rest.is_empty() {
            test.arg("--").args(&self.rest);
        }
        test
    }
}

/// `cargo xtask test [--list] [--only STEP] [-- …]`.
pub fn test(arguments: &[String]) -> Outcome {
    let (own, rest) = match arguments.iter().position(|argument| argument == "--") {
        Some(at) => (arguments.get(..at).unwrap_or_default(), arguments.get(at + 1..).unwrap_or_default()),
        None => (arguments, [].as_slice()),
    };
    let all = Step::all()?;
    let own: Vec<&str> = own.iter().map(String::as_str).collect();
    let steps = match own.as_slice() {
        [] if rest.is_empty() => all,
        [] => {
            return Err("Arguments after `--` go to one step's test runner: name it with --only.".to_owned());
        }
        ["--list"] => {
            all.iter().for_each(|step| println!("{:<12} {}", step.name(), step.words()));
            return Ok(());
        }
        ["--only", name] => match all.iter().find(|step| step.name() == *name) {
            Some(step) if step.runs_the_binary() => vec![Step::Build, step.clone()],
            Some(step) => vec![step.clone()],
            None => return Err(format!("There is no step `{name}`; see `cargo xtask test --list`.")),
        },
        _ => return Err("Usage: cargo xtask test [--list | --only STEP] [-- …]".to_owned()),
    };
    heading("Set-up");
    let mut parts: Vec<Part> = Vec::new();
    for part in steps.iter().flat_map(Step::needs) {
        if !parts.contains(part) {
            parts.push(*part);
        }
    }
    setup::prepare(&parts)?;
    let cluster = if parts.contains(&Part::PostgreSql) { Some(Cluster::start()?) } else { None };
    run_all(&steps, &RunWith { cluster, rest: rest.to_vec() })
}

fn run_all(steps: &[Step], run_with: &RunWith) -> Outcome {
    let mut durations = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        heading(&format!("({}/{}) {}: {}", index + 1, steps.len(), step.name(), step.words()));
        let started = Instant::now();
        let outcome = step.run(run_with);
        durations.push((step.name(), started.elapsed()));
        if let Err(fault) = outcome {
            table(&durations);
            return Err(format!(
                "FAILED: {name}. {fault}\nTo run this step alone: cargo xtask test --only {name}",
                name = step.name()
            ));
        }
        eprintln!("{}: passed in {}", step.name(), clock(started.elapsed()));
    }
    table(&durations);
    Ok(())
}

fn table(durations: &[(&str, Duration)]) {
    heading("Where the time went");
    for (name, duration) in durations {
        eprintln!("  {name:<12} {:>10}", clock(*duration));
    }
    eprintln!("  {:<12} {:>10}", "all", clock(durations.iter().map(|(_, duration)| *duration).sum()));
}

fn dependencies() -> Outcome {
    let deny = setup::cargo_deny()?.ok_or("cargo-deny cannot be found.")?;
    run(program(deny).args(["--locked", "check", "licenses", "bans", "sources"]))
}

/// Runs the browser tests against the binary that was just built.
fn browser(rest: &[String]) -> Outcome {
    let chromium = setup::chromium().ok_or("Chromium cannot be found.")?;
    run(program("node")
        .current_dir(workspace::root().join("tests").join("e2e"))
        .args(["node_modules/@playwright/test/cli.js", "test"])
        .args(rest)
        .env(BINARY, workspace::binary())
        .env("CHROMIUM", chromium))
}

/// The names of the `[[test]]` sections of a manifest.
fn test_targets(manifest: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut inside = false;
    for line in manifest.lines().map(str::trim) {
        if line.starts_with('[') {
            inside = line == "[[test]]";
        } else if inside && let Some(name) = line.strip_prefix("name").and_then(|rest| rest.split('"').nth(1))
        {
            names.push(name.to_owned());
        }
    }
    names
}

/// Test binaries that crates other than `tests` have in a folder `tests` of their own.
fn own_integration_tests() -> Outcome<BTreeSet<String>> {
    let root = workspace::root();
    let mut names = BTreeSet::new();
    for member in ["shared", "backend/policy", "backend/hiring", "frontend", "xtask"] {
        names.extend(rust_files(&root.join(member).join("tests")));
    }
    Ok(names)
}

fn rust_files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .filter_map(|entry| entry.file_name().to_str()?.strip_suffix(".rs").map(ToOwned::to_owned))
        .collect()
}

/// The long variants of the tests that have one.
pub fn soak() -> Outcome {
    heading("Set-up");
    setup::prepare(&[Part::Rust, Part::Node, Part::Trunk, Part::WasmBindgen, Part::PostgreSql])?;
    product::build()?;
    let run_with = RunWith { cluster: Some(Cluster::start()?), rest: Vec::new() };
    heading("The long variants: more kills, longer explorations");
    let manifest = workspace::read(&workspace::root().join("tests").join("Cargo.toml"))?;
    let mut soak = run_with.server_test(&[]);
    for name in test_targets(&manifest) {
        soak.args(["--test", &name]);
    }
    run(soak.env("EVENHAND_SOAK", "1").args(["--", "--nocapture"]))
}

#[cfg(test)]
mod tests {
    use super::test_targets;

    #[test]
    fn test_targets_are_read_from_a_manifest() {
        let manifest = "[package]\nname = \"tests\"\n\n[[test]]\nname = \"api\"\npath = \"api/main.rs\"\n\n\
                        [[test]]\npath = \"x.rs\"\nname = \"authz\"\n\n[lints]\nworkspace = true\n";
        assert_eq!(test_targets(manifest), ["api", "authz"]);
    }
}
