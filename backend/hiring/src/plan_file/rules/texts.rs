//! Keys and texts.

use crate::plan_file::findings::Findings;
use std::collections::BTreeMap;

const KEY_MAX: usize = 60;
const LINE_MAX: usize = 120;
const PROSE_MAX: usize = 4_000;

/// A key: lower case letters, digits and single hyphens.
pub(super) fn key(path: &str, key: &str, findings: &mut Findings<'_>) {
    let well_formed = key
        .split('-')
        .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
    if key.is_empty() {
        findings.fault(path, "empty_text", "The key is empty; write a short name such as \"system-design\".");
    } else if !well_formed {
        let message =
            format!("The key \"{key}\" is not in lower case with hyphens; write it like \"system-design\".");
        findings.fault(path, "malformed_key", message);
    } else if key.len() > KEY_MAX {
        findings.fault(path, "too_long", "Keep the key under 60 characters.");
    }
}

/// A text of one line.
pub(super) fn line(path: &str, text: &str, findings: &mut Findings<'_>) {
    if text.trim().is_empty() {
        findings.fault(path, "empty_text", format!("\"{}\" is empty; write something.", name(path)));
    } else if text.chars().count() > LINE_MAX {
        findings.fault(path, "too_long", format!("Keep \"{}\" under 120 characters.", name(path)));
    } else if text.chars().any(char::is_control) {
        findings.fault(path, "line_break", format!("\"{}\" must stand on one line.", name(path)));
    }
}

/// A text of any shape.
pub(super) fn prose(path: &str, text: &str, findings: &mut Findings<'_>) {
    if text.trim().is_empty() {
        findings.fault(path, "empty_text", format!("\"{}\" is empty; write something.", name(path)));
    } else if text.chars().count() > PROSE_MAX {
        findings.fault(path, "too_long", format!("Keep \"{}\" under 4,000 characters.", name(path)));
    }
}

/// The last part of a path that is a word: items of a list are called by the list's name.
fn name(path: &str) -> &str {
    path.rsplit('.').find(|part| part.parse::<usize>().is_err()).unwrap_or(path)
}

/// Names keys that occur twice in a section.
pub(super) fn keys_differ<'k>(
    section: &str,
    keys: impl Iterator<Item = &'k str>,
    findings: &mut Findings<'_>,
) {
    let mut seen: BTreeMap<&str, u64> = BTreeMap::new();
    for (index, key) in keys.enumerate() {
        let path = format!("{section}.{index}.key");
        if key.is_empty() {
            continue;
        }
        if let Some(first) = seen.get(key) {
            let place = if *first > 0 { format!("on line {first}") } else { "here".to_owned() };
            let message =
                format!("The key \"{key}\" stands {place} already; every key in {section} must be its own.");
            findings.fault(&path, "duplicate_key", message);
        } else {
            seen.insert(key, findings.line(&path));
        }
    }
}
