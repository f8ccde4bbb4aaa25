//! Set-up: what a build or a test needs beyond stable Rust, a C compiler, git and Node.
//!
//! Every part first looks whether it is there already, so that a second run takes no time.

mod browser;
mod deny;
mod node;
mod rust;
mod wasm_tools;

use crate::{Outcome, postgres, terminal};
use std::time::Instant;

pub use browser::chromium;
pub use deny::cargo_deny;
pub use wasm_tools::search_path;

/// One thing that has to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The compiler's target for the browser, clippy and rustfmt.
    Rust,
    /// Node, which compresses the front end and runs the browser tests.
    Node,
    /// Trunk, which builds the front end.
    Trunk,
    /// wasm-bindgen, which joins it to the browser.
    WasmBindgen,
    /// cargo-deny, which checks licences.
    CargoDeny,
    /// The browser tests' packages.
    NodePackages,
    /// A browser.
    Chromium,
    /// A database server for tests.
    PostgreSql,
}

impl Part {
    /// What building needs.
    pub const BUILD: [Self; 4] = [Self::Rust, Self::Node, Self::Trunk, Self::WasmBindgen];

    fn title(self) -> Outcome<String> {
        Ok(match self {
            Self::Rust => "Rust for the browser".to_owned(),
            Self::Node => "Node".to_owned(),
            Self::Trunk => format!("Trunk {}", wasm_tools::TRUNK),
            Self::WasmBindgen => format!("wasm-bindgen {}", wasm_tools::wasm_bindgen_version()?),
            Self::CargoDeny => "cargo-deny".to_owned(),
            Self::NodePackages => "Packages of the browser tests".to_owned(),
            Self::Chromium => "Chromium".to_owned(),
            Self::PostgreSql => "PostgreSQL".to_owned(),
        })
    }

    fn is_there(self) -> Outcome<bool> {
        Ok(match self {
            Self::Rust => rust::is_there(),
            Self::Node => node::is_there(),
            Self::Trunk => wasm_tools::trunk_is_there()?,
            Self::WasmBindgen => wasm_tools::wasm_bindgen_is_there()?,
            Self::CargoDeny => cargo_deny()?.is_some(),
            Self::NodePackages => node::packages_are_there(),
            Self::Chromium => chromium().is_some(),
            Self::PostgreSql => postgres::is_there(),
        })
    }

    /// How long it takes, where that is worth a word.
    const fn patience(self) -> &'static str {
        match self {
            Self::Trunk => " (about 4 minutes, once)",
            Self::WasmBindgen => " (about 2 minutes, once per version)",
            Self::Chromium | Self::PostgreSql => " (about a minute, once)",
            Self::Rust | Self::Node | Self::CargoDeny | Self::NodePackages => " (once)",
        }
    }

    fn install(self) -> Outcome {
        match self {
            Self::Rust => rust::install(),
            Self::Node => node::install(),
            Self::Trunk => wasm_tools::install_trunk(),
            Self::WasmBindgen => wasm_tools::install_wasm_bindgen(),
            Self::CargoDeny => deny::install(),
            Self::NodePackages => node::install_packages(),
            Self::Chromium => browser::install(),
            Self::PostgreSql => postgres::install(),
        }
    }
}

/// Brings every part in place, in the order given.
pub fn prepare(parts: &[Part]) -> Outcome {
    for (index, part) in parts.iter().enumerate() {
        let step = format!("[{}/{}] {}", index + 1, parts.len(), part.title()?);
        if part.is_there()? {
            eprintln!("{step}: there");
            continue;
        }
        eprintln!("{step}: installing{}", part.patience());
        let started = Instant::now();
        part.install()?;
        if !part.is_there()? {
            return Err(format!("{step}: installed, but it still cannot be found or does not run."));
        }
        eprintln!("{step}: installed in {}", terminal::clock(started.elapsed()));
    }
    Ok(())
}
