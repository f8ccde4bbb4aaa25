//! The product: one binary with the front end in it.

use crate::{
    Outcome,
    command::{cargo, run},
    frontend,
    setup::{self, Part},
    terminal, workspace,
};
use std::{os::unix::process::CommandExt, path::PathBuf, process::Command};

/// The packages with database and web. They are always selected together, for the product and for its tests: cargo then
/// resolves the same features each time and compiles nothing twice.
pub const SERVER_SIDE: [&str; 2] = ["evenhand-server", "evenhand-tests"];

/// Builds the front end, then the server around it; answers the binary.
pub fn build() -> Outcome<PathBuf> {
    terminal::heading("Building the front end");
    frontend::build()?;
    terminal::heading("Building the server");
    let mut server = cargo();
    server.args(["build", "--release", "--locked", "--bin", "evenhand"]);
    for package in SERVER_SIDE {
        server.args(["--package", package]);
    }
    run(&mut server)?;
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

/// Builds everything unoptimised, in seconds: for looking at a change. Answers the binary.
pub fn build_quick() -> Outcome {
    terminal::heading("Set-up");
    setup::prepare(&Part::BUILD)?;
    terminal::heading("Building quickly");
    frontend::build_quick()?;
    run(cargo().args(["build", "--locked", "--bin", "evenhand"]))?;
    eprintln!("\nBuilt {}", workspace::target().join("debug").join("evenhand").display());
    Ok(())
}

/// Builds and becomes the server, so that Ctrl-C and signals reach it alone.
pub fn serve(arguments: &[String]) -> Outcome {
    let binary = build_with_setup()?;
    eprintln!();
    let fault = Command::new(&binary).arg("serve").args(arguments).exec();
    Err(format!("Cannot start {}: {fault}", binary.display()))
}
