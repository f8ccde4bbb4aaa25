//! What a check has found so far, and where everything stands in the file.

use evenhand_shared::plan::PlanFault;
use std::collections::{BTreeMap, BTreeSet};

/// Faults by line. Paths look like `kits.0.questions.2.minutes`.
pub(super) struct Findings<'a> {
    text: &'a str,
    line_starts: Vec<usize>,
    lines: BTreeMap<String, u64>,
    unreadable: BTreeSet<String>,
    faults: Vec<PlanFault>,
}

impl<'a> Findings<'a> {
    pub fn new(text: &'a str) -> Self {
        let mut line_starts = vec![0];
        line_starts.extend(text.match_indices('\n').map(|(at, _)| at.saturating_add(1)));
        Self { text, line_starts, lines: BTreeMap::new(), unreadable: BTreeSet::new(), faults: Vec::new() }
    }

    /// The file's text.
    pub const fn text(&self) -> &'a str {
        self.text
    }

    /// The line of a byte position, counted from 1.
    pub fn line_of(&self, offset: usize) -> u64 {
        u64::try_from(self.line_starts.partition_point(|start| *start <= offset)).unwrap_or(u64::MAX)
    }

    /// Remembers where a value stands.
    pub fn place(&mut self, path: &str, line: u64) {
        self.lines.insert(path.to_owned(), line);
    }

    /// The line of a value, or of the nearest thing around it; 0 for the whole file.
    pub fn line(&self, path: &str) -> u64 {
        let mut path = path;
        loop {
            if let Some(line) = self.lines.get(path) {
                return *line;
            }
            match path.rsplit_once('.') {
                Some((around, _)) => path = around,
                None => return 0,
            }
        }
    }

    /// A value that could not be read: the rules say nothing more about it.
    pub fn unreadable(&mut self, path: &str, line: u64, code: &str, message: String) {
        self.unreadable.insert(path.to_owned());
        self.at_line(line, code, message);
    }

    /// A fault on a line.
    pub fn at_line(&mut self, line: u64, code: &str, message: String) {
        self.faults.push(PlanFault { line, path: String::new(), code: code.to_owned(), message });
    }

    /// A fault of a value, unless the value could not even be read.
    pub fn fault(&mut self, path: &str, code: &str, message: impl Into<String>) {
        if !self.is_unreadable(path) {
            let line = self.line(path);
            self.faults.push(PlanFault {
                line,
                path: path.to_owned(),
                code: code.to_owned(),
                message: message.into(),
            });
        }
    }

    /// Whether a value or something around it could not be read.
    pub fn is_unreadable(&self, path: &str) -> bool {
        let mut path = path;
        loop {
            if self.unreadable.contains(path) {
                return true;
            }
            match path.rsplit_once('.') {
                Some((around, _)) => path = around,
                None => return false,
            }
        }
    }

    /// Whether a list of tables could not be read in full: the section, one of its items, or the `field` of one.
    pub fn gaps_in(&self, section: &str, field: &str) -> bool {
        let inside = format!("{section}.");
        self.unreadable.iter().any(|path| {
            let Some(rest) = path.strip_prefix(&inside) else { return path == section };
            rest.parse::<usize>().is_ok() || rest.split('.').any(|part| part == field)
        })
    }

    /// Whether every value could be read.
    pub fn all_readable(&self) -> bool {
        self.unreadable.is_empty()
    }

    /// The faults in the file's order.
    pub fn into_sorted(mut self) -> Vec<PlanFault> {
        self.faults.sort_by_key(|fault| fault.line);
        self.faults
    }
}
