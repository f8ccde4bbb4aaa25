//! Packages of the operating system.

use crate::{
    Outcome,
    command::{self, Milestone, find, output, program},
};

/// What something is called by the systems that people build on.
pub struct Packages {
    /// Debian and Ubuntu.
    pub debian: &'static str,
    /// Fedora.
    pub fedora: &'static str,
    /// Arch.
    pub arch: &'static str,
    /// Homebrew.
    pub homebrew: &'static str,
}

/// True for the superuser.
pub fn is_root() -> bool {
    output(program("id").arg("-u")).is_some_and(|id| id == "0")
}

/// Installs packages on Debian as root. Elsewhere it names the command to run, and that is a failure:
/// changing somebody's machine is theirs to decide.
pub fn install(packages: &Packages) -> Outcome {
    if find("apt-get").is_none() || !is_root() {
        return Err(format!("Please run this, then try again:\n\n    {}", advice(packages)));
    }
    let refreshed = Milestone { begins: "Get:", counted: "package lists read", expected: None };
    command::run_counted(program("apt-get").arg("update"), &refreshed)?;
    let set_up = Milestone { begins: "Setting up", counted: "packages set up", expected: None };
    command::run_counted(
        program("apt-get")
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(["install", "-y", "--no-install-recommends"])
            .args(packages.debian.split(' ')),
        &set_up,
    )
    .map(drop)
}

fn advice(packages: &Packages) -> String {
    if find("apt-get").is_some() {
        format!("sudo apt-get install -y {}", packages.debian)
    } else if find("dnf").is_some() {
        format!("sudo dnf install -y {}", packages.fedora)
    } else if find("pacman").is_some() {
        format!("sudo pacman -S --needed {}", packages.arch)
    } else {
        format!("brew install {}", packages.homebrew)
    }
}
