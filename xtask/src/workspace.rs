//! Where things lie.

use crate::Outcome;
use std::{
    collections::hash_map::DefaultHasher,
    fs,
    hash::Hasher,
    path::{Path, PathBuf},
};

/// The folder with the root `Cargo.toml`.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Cargo's target folder.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The built server.
pub fn binary() -> PathBuf {
    target().join("release").join("evenhand")
}

/// Tools built for Evenhand, shared by every clone of the same person.
pub fn tools() -> Outcome<PathBuf> {
    let base = match (std::env::var_os("XDG_CACHE_HOME"), std::env::var_os("HOME")) {
        (Some(cache), _) if !cache.is_empty() => PathBuf::from(cache),
        (_, Some(home)) => Path::new(&home).join(".cache"),
        _ => return Err("Neither XDG_CACHE_HOME nor HOME is set, so there is no place for tools.".to_owned()),
    };
    Ok(base.join("evenhand").join("tools"))
}

/// Reads a text file, naming it when that fails.
pub fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| format!("Cannot read {}: {error}", path.display()))
}

/// Writes a file and the folders above it, naming it when that fails.
pub fn write(path: &Path, content: &str) -> Outcome {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("Cannot create {}: {error}", folder.display()))?;
    }
    fs::write(path, content).map_err(|error| format!("Cannot write {}: {error}", path.display()))
}

/// The version of a package in `Cargo.lock`.
pub fn locked_version(package: &str) -> Outcome<String> {
    let lock = read(&root().join("Cargo.lock"))?;
    let name = format!("name = \"{package}\"");
    lock.lines()
        .skip_while(|line| *line != name)
        .nth(1)
        .and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        .map(ToOwned::to_owned)
        .ok_or_else(|| format!("Cargo.lock does not name {package}."))
}

/// A fingerprint of the names and contents of files and folders. Folders named in `except` are left out.
pub fn fingerprint(paths: &[PathBuf], except: &[&str]) -> Outcome<String> {
    let mut hasher = DefaultHasher::new();
    for path in paths {
        add(path, except, &mut hasher)?;
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn add(path: &Path, except: &[&str], hasher: &mut DefaultHasher) -> Outcome {
    let fault = |error: std::io::Error| format!("Cannot read {}: {error}", path.display());
    if path.file_name().is_some_and(|name| except.iter().any(|other| name == *other)) {
        return Ok(());
    }
    if !path.is_dir() {
        hasher.write(path.as_os_str().as_encoded_bytes());
        hasher.write(&fs::read(path).map_err(fault)?);
        return Ok(());
    }
    let entries: Result<Vec<_>, _> =
        fs::read_dir(path).map_err(fault)?.map(|entry| entry.map(|e| e.path())).collect();
    let mut entries = entries.map_err(fault)?;
    entries.sort();
    entries.iter().try_for_each(|entry| add(entry, except, hasher))
}
