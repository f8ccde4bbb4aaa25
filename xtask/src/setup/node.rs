//! Node and the packages of the browser tests.

use crate::{
    Outcome,
    command::{self, Milestone, find, output, program},
    packages::{self, Packages},
    workspace,
};
use std::path::PathBuf;

/// The oldest major version that the tests run on.
const OLDEST: u32 = 18;

/// True if Node is there and new enough.
pub fn is_there() -> bool {
    let version = output(program("node").args(["--print", "process.versions.node.split('.')[0]"]));
    version.and_then(|major| major.parse::<u32>().ok()).is_some_and(|major| major >= OLDEST)
}

/// Installs Node.
pub fn install() -> Outcome {
    if find("node").is_some() {
        return Err(format!("The Node on PATH is too old: please install version {OLDEST} or later."));
    }
    packages::install(&Packages {
        debian: "nodejs npm",
        fedora: "nodejs",
        arch: "nodejs npm",
        homebrew: "node",
    })
}

/// Where the browser tests lie.
pub fn browser_tests() -> PathBuf {
    workspace::root().join("tests").join("e2e")
}

fn fingerprint() -> Outcome<String> {
    workspace::fingerprint(&[browser_tests().join("package-lock.json")], &[])
}

fn stamp() -> PathBuf {
    browser_tests().join("node_modules").join(".evenhand")
}

/// True if the packages of the lock file were installed here.
pub fn packages_are_there() -> bool {
    matches!((workspace::read(&stamp()), fingerprint()), (Ok(installed), Ok(wanted)) if installed == wanted)
}

/// Installs them. The browser comes from the system, so its download is switched off.
pub fn install_packages() -> Outcome {
    if find("npm").is_none() {
        packages::install(&Packages { debian: "npm", fedora: "nodejs-npm", arch: "npm", homebrew: "node" })?;
    }
    let line = Milestone { begins: "", counted: "lines of output", expected: None };
    command::run_counted(
        program("npm")
            .args(["ci", "--no-audit", "--no-fund"])
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
            .current_dir(browser_tests()),
        &line,
    )?;
    workspace::write(&stamp(), &fingerprint()?)
}
