//! The product: one binary with the front end in it.

use crate::{
    Outcome,
    command::{cargo, run},
    frontend,
    setup::{self, Part},
    terminal, workspace,
};
use std::{os::unix::process::CommandExt, path::PathBuf, process::Command};

/// Builds the front end, then the server around it; answers the binary.
pub fn build() -> Outcome<PathBuf> {
    terminal::heading("Building the front end");
    frontend::build()?;
    terminal::heading("Building the server");
    run(cargo().args([
        "build",
        "--release",
        "--locked",
        "--package",
        "evenhand-server",
        "--bin",
        "evenhand",
    ]))?;
    Ok(workspace::binary())
}

/// The same, after set-up.
pub fn build_with_setup() -> Outcome<PathBuf> {
    terminal::heading("Set-up");
    setup::prepare(&Part::BUILD)?;
    let binary = build()?;
    eprintln!("\nBuilt {}", binary.display());
    Ok(binary)
}

/// Builds and becomes the server, so that Ctrl-C and signals reach it alone.
pub fn serve(arguments: &[String]) -> Outcome {
    let binary = build_with_setup()?;
    eprintln!();
    let fault = Command::new(&binary).arg("serve").args(arguments).exec();
    Err(format!("Cannot start {}: {fault}", binary.display()))
}
