//! Reading tables that people bring: headings, separators and lines as spreadsheets really write them.
//!
//! What the columns mean belongs to the file's own module.

mod doubles;
mod text;
mod write;

pub(crate) use doubles::Doubles;
pub use write::{Writer, as_it_was, harmless};

use evenhand_shared::people::RowFault;
use std::collections::BTreeMap;
use text::{LineCounter, open_quote, separator};

/// Most bytes of a file.
pub const BYTES_MAX: usize = 2 * 1024 * 1024;
/// Most rows, the heading not counted.
pub const ROWS_MAX: u64 = 10_000;
/// Most columns.
const COLUMNS_MAX: usize = 60;

/// Whether a text is the name of a time zone; the caller knows the list.
pub type ZoneCheck<'a> = &'a dyn Fn(&str) -> bool;

/// The zone of someone who gave none.
pub const DEFAULT_ZONE: &str = "Etc/UTC";

/// A table with its headings.
pub(crate) struct Sheet {
    /// Headings as written, trimmed.
    pub headings: Vec<String>,
    /// Rows that have a cell for each heading.
    pub rows: Vec<SheetRow>,
    /// What is wrong with the shape.
    pub faults: Vec<RowFault>,
    /// What was left out.
    pub notes: Vec<String>,
    /// Rows in the file, whatever their shape, the heading not counted.
    pub total: u64,
}

/// One row.
pub(crate) struct SheetRow {
    /// Its first line in the file.
    pub line: u64,
    cells: Vec<String>,
}

impl SheetRow {
    /// The cell of a column, trimmed and without the apostrophe that spreadsheets need; empty where the file has no such column.
    pub fn cell(&self, column: Option<usize>) -> &str {
        column.and_then(|c| self.cells.get(c)).map_or("", |cell| as_it_was(cell.trim()))
    }
}

impl Sheet {
    /// Where the column with this heading stands; case does not matter.
    pub fn column(&self, heading: &str) -> Option<usize> {
        self.headings.iter().position(|h| fold(h) == heading)
    }

    /// Names every column that must be there and is not.
    pub fn require(&mut self, headings: &[&str]) {
        if self.headings.is_empty() {
            return;
        }
        for heading in headings {
            if self.column(heading).is_none() {
                let message = format!("The column \"{heading}\" is missing; add it to the heading row.");
                self.faults.push(fault(1, heading, message));
            }
        }
    }

    /// True when rows can be read: the headings are usable.
    pub fn usable(&self, required: &[&str]) -> bool {
        required.iter().all(|heading| self.column(heading).is_some())
    }
}

/// A fault of a row.
pub(crate) fn fault(line: u64, column: &str, message: impl Into<String>) -> RowFault {
    RowFault { line, column: column.to_owned(), message: message.into() }
}

/// How headings and addresses are compared.
pub(crate) fn fold(text: &str) -> String {
    text.trim().to_lowercase()
}

/// Reads a file's shape. Faults that concern the whole file stand on line 1.
pub(crate) fn read(text: &str) -> Sheet {
    let mut sheet =
        Sheet { headings: Vec::new(), rows: Vec::new(), faults: Vec::new(), notes: Vec::new(), total: 0 };
    if text.len() > BYTES_MAX {
        sheet.faults.push(fault(
            1,
            "",
            "The file is larger than 2 MiB; split it and import the parts one by one.",
        ));
        return sheet;
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let separator = separator(text);
    if let Some(line) = open_quote(text, separator) {
        let message =
            "A quotation mark is opened here and never closed; close it, or write it twice if it is meant.";
        sheet.faults.push(fault(line, "", message));
        return sheet;
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let mut lines = LineCounter::new(text);
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                sheet.faults.push(fault(1, "", format!("The file cannot be read as a table: {error}.")));
                break;
            }
        };
        let line = lines.at(record.position().map_or(0, csv::Position::byte));
        let cells: Vec<String> = record.iter().map(str::to_owned).collect();
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if sheet.headings.is_empty() {
            sheet.take_headings(line, cells);
            continue;
        }
        if sheet.total >= ROWS_MAX {
            let message = "The file has more than 10,000 rows; split it and import the parts one by one.";
            sheet.faults.push(fault(line, "", message));
            break;
        }
        sheet.total = sheet.total.saturating_add(1);
        sheet.take_row(line, cells);
    }
    if sheet.headings.is_empty() && sheet.faults.is_empty() {
        sheet.faults.push(fault(
            1,
            "",
            "The file is empty; it needs a heading row and one row for each person.",
        ));
    } else if sheet.total == 0 && sheet.faults.is_empty() {
        sheet.notes.push("The file has a heading row and nothing below it.".to_owned());
    }
    sheet
}

impl Sheet {
    fn take_headings(&mut self, line: u64, cells: Vec<String>) {
        self.headings = cells.iter().map(|cell| as_it_was(cell.trim()).to_owned()).collect();
        if self.headings.len() > COLUMNS_MAX {
            self.faults.push(fault(
                line,
                "",
                "The file has more than 60 columns; leave out what is not needed.",
            ));
        }
        let mut seen = BTreeMap::new();
        for (index, heading) in self.headings.iter().enumerate() {
            let number = index.saturating_add(1);
            if heading.is_empty() {
                self.notes.push(format!("Column {number} has no heading and is left out."));
            } else if let Some(first) = seen.insert(fold(heading), number) {
                let message = format!(
                    "The heading \"{heading}\" stands over columns {first} and {number}; give each column its own heading."
                );
                self.faults.push(fault(line, heading, message));
            }
        }
    }

    fn take_row(&mut self, line: u64, cells: Vec<String>) {
        let (expected, found) = (self.headings.len(), cells.len());
        if expected == found {
            self.rows.push(SheetRow { line, cells });
        } else {
            let message = format!(
                "This row has {found} cells and the heading row has {expected}; check for a missing or extra separator, and put text that contains one in quotation marks."
            );
            self.faults.push(fault(line, "", message));
        }
    }
}

/// Checks a zone; an empty one becomes [`DEFAULT_ZONE`].
pub(crate) fn zone(text: &str, line: u64, zone_ok: ZoneCheck<'_>, faults: &mut Vec<RowFault>) -> String {
    if text.is_empty() {
        return DEFAULT_ZONE.to_owned();
    }
    if !zone_ok(text) {
        faults.push(fault(
            line,
            "zone",
            "This is not the name of a time zone; write one such as Europe/Berlin, or leave the cell empty for UTC.",
        ));
    }
    text.to_owned()
}
