//! The front end: Trunk builds it, a script prepares it for the server, the size of a first visit is bounded.

use crate::{
    Outcome,
    command::{program, run},
    setup, workspace,
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Most bytes that a first visit may load, compressed with brotli.
const FIRST_VISIT: u64 = 350 * 1024;
/// Most bytes, compressed, that the pages of hiring teams add when the first of them is opened: about three seconds on a
/// slow line, once for each release.
const HIRING_PAGES: u64 = 900 * 1024;

fn dist() -> PathBuf {
    workspace::root().join("frontend").join("dist")
}

/// Builds into `frontend/dist`, unless nothing it is made of has changed.
pub fn build() -> Outcome {
    let root = workspace::root();
    let sources = ["frontend", "shared", "Cargo.toml", "Cargo.lock", "Trunk.toml", "xtask/prepare-dist.mjs"];
    let sources: Vec<PathBuf> = sources.iter().map(|path| root.join(path)).collect();
    let stamp = workspace::target().join("frontend-built-from");
    let current = workspace::fingerprint(&sources, &["dist"])?;
    let complete = dist().join("index.html.br").is_file();
    if complete && workspace::read(&stamp).is_ok_and(|built| built == current) {
        eprintln!("Front end: unchanged");
        return report();
    }
    trunk(&["--release"])?;
    run(program("node").arg(root.join("xtask").join("prepare-dist.mjs")).arg(dist()))?;
    workspace::write(&stamp, &current)?;
    report()
}

/// Builds into `frontend/dist` fast and large, for the server's unoptimised build, which reads the folder at run time.
pub fn build_quick() -> Outcome {
    // What stands there afterwards is not what `build` makes.
    let _ = fs::remove_file(workspace::target().join("frontend-built-from"));
    // The page names the profile of either build.
    trunk(&[])?;
    run(program("node")
        .arg(workspace::root().join("xtask").join("prepare-dist.mjs"))
        .args([dist().as_os_str(), "--plain".as_ref()]))
}

/// Both apps. The small one first: Trunk empties the folder that it writes.
fn trunk(more: &[&str]) -> Outcome {
    trunk_once(&[more, &["--no-default-features"]].concat())?;
    trunk_once(&[more, &["--dist", "frontend/dist/hiring", "--public-url", "/hiring/"]].concat())
}

fn trunk_once(more: &[&str]) -> Outcome {
    run(program("trunk")
        .args(["build", "--locked", "--skip-version-check"])
        .args(more)
        .env("PATH", setup::search_path()?)
        // Trunk's errors are clear; a page of addresses below them is not.
        .env("RUST_BACKTRACE", "0")
        // Trunk takes the value for a switch and stops at anything but `true`.
        .env_remove("NO_COLOR"))
}

/// Prints what a first visit loads and fails when that is too much.
fn report() -> Outcome {
    let mut all = 0;
    eprintln!("First visit, compressed with brotli:");
    for kind in ["html", "css", "js", "wasm"] {
        let size = compressed(&dist(), kind)?;
        all += size;
        eprintln!("  {kind:<5} {:>8}", kilobytes(size));
    }
    eprintln!("  all   {:>8} of {} allowed", kilobytes(all), kilobytes(FIRST_VISIT));
    let hiring = dist().join("hiring");
    let whole = compressed(&hiring, "css")? + compressed(&hiring, "js")? + compressed(&hiring, "wasm")?;
    eprintln!(
        "The pages of hiring teams, loaded when one is opened: {} of {} allowed",
        kilobytes(whole),
        kilobytes(HIRING_PAGES)
    );
    if whole > HIRING_PAGES {
        return Err(
            "The pages of hiring teams are too large: find what made them grow before you raise the limit."
                .to_owned(),
        );
    }
    if all > FIRST_VISIT {
        return Err(
            "The first visit is too large: find what made it grow before you raise the limit.".to_owned()
        );
    }
    Ok(())
}

/// What the files of one kind in a folder, without those below it, come to.
fn compressed(folder: &Path, kind: &str) -> Outcome<u64> {
    let ending = format!(".{kind}.br");
    let fault = |error: std::io::Error| format!("Cannot read {}: {error}", folder.display());
    let mut size = 0;
    for entry in fs::read_dir(folder).map_err(fault)? {
        let entry = entry.map_err(fault)?;
        if entry.file_name().to_string_lossy().ends_with(&ending) {
            size += entry.metadata().map_err(fault)?.len();
        }
    }
    if size == 0 {
        return Err(format!(
            "The front end has no {kind} file; was Trunk interrupted? Remove frontend/dist and build again."
        ));
    }
    Ok(size)
}

fn kilobytes(bytes: u64) -> String {
    format!("{}.{} KB", bytes / 1024, bytes % 1024 * 10 / 1024)
}

#[cfg(test)]
mod tests {
    use super::kilobytes;

    #[test]
    fn sizes_have_one_decimal() {
        assert_eq!([512, 1_024, 101_837].map(kilobytes), ["0.5 KB", "1.0 KB", "99.4 KB"]);
    }
}
