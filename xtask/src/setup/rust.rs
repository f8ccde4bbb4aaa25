//! The parts of the Rust toolchain that a plain installation leaves out.

use crate::{
    Outcome,
    command::{find, output, program, run},
};
use std::path::Path;

const TARGET: &str = "wasm32-unknown-unknown";

/// True if the browser target's standard library, clippy and rustfmt are there.
pub fn is_there() -> bool {
    let library = output(program("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    library.is_some_and(|folder| Path::new(&folder).is_dir())
        && output(program("cargo").args(["clippy", "--version"])).is_some()
        && output(program("cargo").args(["fmt", "--version"])).is_some()
}

/// Adds them with rustup.
pub fn install() -> Outcome {
    if find("rustup").is_none() {
        return Err(format!(
            "Please install the Rust target {TARGET}, clippy and rustfmt in the way your Rust was installed, \
             or use rustup, then try again."
        ));
    }
    run(program("rustup").args(["target", "add", TARGET]))?;
    run(program("rustup").args(["component", "add", "clippy", "rustfmt"]))
}
