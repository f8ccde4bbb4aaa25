//! A Chromium of the system.

use crate::{
    Outcome,
    command::find,
    packages::{self, Packages},
};
use std::path::{Path, PathBuf};

/// The browser's program: `CHROMIUM` if set, else the first that is found.
pub fn chromium() -> Option<PathBuf> {
    if let Some(chosen) = std::env::var_os("CHROMIUM") {
        return Some(PathBuf::from(chosen)).filter(|file| file.is_file());
    }
    let applications = [
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
        .iter()
        .find_map(|name| find(name))
        .or_else(|| applications.iter().map(|file| Path::new(file).to_path_buf()).find(|file| file.is_file()))
}

/// Installs it, with a font to draw text.
pub fn install() -> Outcome {
    packages::install(&Packages {
        debian: "chromium fonts-liberation",
        fedora: "chromium liberation-fonts",
        arch: "chromium ttf-liberation",
        homebrew: "--cask google-chrome",
    })
}
