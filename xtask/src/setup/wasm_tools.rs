//! Trunk and wasm-bindgen: a binary on `PATH` of the right version, else one built into the shared folder of tools.

use crate::{
    Outcome,
    command::{self, Milestone, cargo, find, output, program},
    workspace,
};
use std::{ffi::OsString, path::PathBuf};

/// Trunk's version: the newest that the project's Rust compiles.
pub const TRUNK: &str = "0.21.14";

struct Tool {
    package: &'static str,
    binary: &'static str,
    version: String,
    /// Trunk is built as its authors locked it; wasm-bindgen's own lock names versions that were withdrawn.
    locked: bool,
    crates: u32,
}

fn trunk() -> Tool {
    Tool { package: "trunk", binary: "trunk", version: TRUNK.to_owned(), locked: true, crates: 384 }
}

fn wasm_bindgen() -> Outcome<Tool> {
    let version = wasm_bindgen_version()?;
    Ok(Tool { package: "wasm-bindgen-cli", binary: "wasm-bindgen", version, locked: false, crates: 150 })
}

/// The version that the front end was resolved with; the tool has to be the same to the last digit.
pub fn wasm_bindgen_version() -> Outcome<String> {
    workspace::locked_version("wasm-bindgen")
}

/// True if Trunk is there.
pub fn trunk_is_there() -> Outcome<bool> {
    trunk().is_there()
}

/// True if wasm-bindgen is there.
pub fn wasm_bindgen_is_there() -> Outcome<bool> {
    wasm_bindgen()?.is_there()
}

/// Installs Trunk.
pub fn install_trunk() -> Outcome {
    trunk().install()
}

/// Installs wasm-bindgen.
pub fn install_wasm_bindgen() -> Outcome {
    wasm_bindgen()?.install()
}

/// `PATH` with the tools' folders in front, for Trunk and what it calls.
pub fn search_path() -> Outcome<OsString> {
    let own = [trunk().folder()?, wasm_bindgen()?.folder()?].map(|folder| folder.join("bin"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::join_paths(own.into_iter().chain(std::env::split_paths(&path)))
        .map_err(|error| format!("PATH cannot be extended: {error}"))
}

impl Tool {
    /// One folder per version, so that clones with different locks do not fight.
    fn folder(&self) -> Outcome<PathBuf> {
        Ok(workspace::tools()?.join(format!("{}-{}", self.package, self.version)))
    }

    fn is_there(&self) -> Outcome<bool> {
        let version = format!("{} {}", self.binary, self.version);
        let own = self.folder()?.join("bin").join(self.binary);
        Ok(find(self.binary)
            .into_iter()
            .chain([own])
            .any(|file| output(program(file).arg("--version")).is_some_and(|words| words == version)))
    }

    fn install(&self) -> Outcome {
        let folder = self.folder()?;
        if find("cargo-binstall").is_some() {
            let fetched = command::run(
                program("cargo")
                    .args([
                        "binstall",
                        "--no-confirm",
                        "--disable-strategies",
                        "compile",
                        "--version",
                        &self.version,
                    ])
                    .arg("--root")
                    .arg(&folder)
                    .arg(self.package),
            );
            match fetched {
                Ok(()) => return Ok(()),
                Err(fault) => eprintln!("        {fault} Compiling it instead."),
            }
        }
        let mut install = cargo();
        // A development build is compiled several times faster and is fast enough for what these tools do.
        install.args(["install", self.package, "--version", &self.version, "--debug", "--root"]).arg(&folder);
        if self.locked {
            install.arg("--locked");
        }
        let crates =
            Milestone { begins: "Compiling", counted: "crates compiled", expected: Some(self.crates) };
        command::run_counted(&mut install, &crates).map(drop)
    }
}
