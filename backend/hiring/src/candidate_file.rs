//! Candidates from a CSV file: name and email, perhaps phone, source and zone; every other column is an answer.

use crate::csv_file::{self, Doubles, Sheet, SheetRow, ZoneCheck, fault};
use evenhand_shared::people::{RowFault, check_email, check_name};

/// Most characters of one answer.
pub const ANSWER_MAX: usize = 20_000;
const PHONE_MAX: usize = 60;
/// Most characters of a source.
pub const SOURCE_MAX: usize = 120;
const HEADING_MAX: usize = 120;

/// One good row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCandidateRow {
    /// Its first line in the file.
    pub line: u64,
    /// Name.
    pub name: String,
    /// Address.
    pub email: String,
    /// Telephone, perhaps empty.
    pub phone: String,
    /// Where they came from, perhaps empty.
    pub source: String,
    /// IANA time zone.
    pub zone: String,
    /// Answers that are not empty: heading and text, in the file's order.
    pub answers: Vec<(String, String)>,
}

/// What a file of candidates holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CandidateFile {
    /// Good rows.
    pub rows: Vec<NewCandidateRow>,
    /// Everything that stops the import.
    pub faults: Vec<RowFault>,
    /// What was left out or is worth a look.
    pub notes: Vec<String>,
    /// Rows in the file, good or not, the heading not counted.
    pub total: u64,
}

/// The file that [`read_candidates`] reads as these rows: answers under the headings of all of them, in the order in which they
/// first occur. Of several answers under one heading the first is written; a heading that is a column of its own has no room.
#[must_use]
pub fn write_candidates(rows: &[NewCandidateRow]) -> String {
    let mut answers: Vec<&str> = Vec::new();
    for (heading, _) in rows.iter().flat_map(|row| &row.answers) {
        let folded = csv_file::fold(heading);
        let taken = REQUIRED.contains(&folded.as_str()) || OPTIONAL.contains(&folded.as_str());
        if !taken && !answers.iter().any(|known| csv_file::fold(known) == folded) {
            answers.push(heading);
        }
    }
    let mut headings = vec!["name", "email", "phone", "source", "zone"];
    headings.extend(&answers);
    let mut file = csv_file::Writer::new(&headings);
    for row in rows {
        let mut cells: Vec<&str> = vec![&row.name, &row.email, &row.phone, &row.source, &row.zone];
        cells.extend(answers.iter().map(|heading| {
            let mut own = row.answers.iter();
            own.find(|(known, _)| csv_file::fold(known) == csv_file::fold(heading))
                .map_or("", |(_, text)| text.as_str())
        }));
        file.row(&cells);
    }
    file.finish()
}

const REQUIRED: [&str; 2] = ["name", "email"];
const OPTIONAL: [&str; 3] = ["phone", "source", "zone"];

/// Reads a file of candidates. `zone_ok` says whether a text names a time zone; an empty zone means UTC.
#[must_use]
pub fn read_candidates(csv: &str, zone_ok: ZoneCheck<'_>) -> CandidateFile {
    let mut sheet = csv_file::read(csv);
    sheet.require(&REQUIRED);
    let columns = Columns::of(&mut sheet);
    let usable = sheet.usable(&REQUIRED);
    let Sheet { rows: table, mut faults, mut notes, total, .. } = sheet;
    let mut rows = Vec::new();
    let mut doubles = Doubles::new();
    for row in table.iter().filter(|_| usable) {
        let before = faults.len();
        let candidate = columns.candidate(row, zone_ok, &mut faults);
        doubles.look(&candidate.name, &candidate.email, row.line, &mut faults, &mut notes);
        if faults.len() == before {
            rows.push(candidate);
        }
    }
    faults.sort_by_key(|fault| fault.line);
    CandidateFile { rows, faults, notes, total }
}

struct Columns {
    name: Option<usize>,
    email: Option<usize>,
    phone: Option<usize>,
    source: Option<usize>,
    zone: Option<usize>,
    answers: Vec<(usize, String)>,
}

impl Columns {
    fn of(sheet: &mut Sheet) -> Self {
        let mut answers = Vec::new();
        for (index, heading) in sheet.headings.iter().enumerate() {
            let folded = csv_file::fold(heading);
            if folded.is_empty() || REQUIRED.contains(&folded.as_str()) || OPTIONAL.contains(&folded.as_str())
            {
                continue;
            }
            if heading.chars().count() > HEADING_MAX {
                sheet.faults.push(fault(1, heading, "Keep each heading under 120 characters."));
            }
            answers.push((index, heading.clone()));
        }
        Self {
            name: sheet.column("name"),
            email: sheet.column("email"),
            phone: sheet.column("phone"),
            source: sheet.column("source"),
            zone: sheet.column("zone"),
            answers,
        }
    }

    fn candidate(
        &self,
        row: &SheetRow,
        zone_ok: ZoneCheck<'_>,
        faults: &mut Vec<RowFault>,
    ) -> NewCandidateRow {
        let (name, email) = (row.cell(self.name), row.cell(self.email));
        let mut fields = Vec::new();
        check_name("/name", name, &mut fields);
        check_email("/email", email, &mut fields);
        for field in fields {
            faults.push(fault(row.line, field.pointer.trim_start_matches('/'), field.message));
        }
        let short = |column: Option<usize>, heading: &str, max: usize, faults: &mut Vec<RowFault>| {
            let text = row.cell(column);
            if text.chars().count() > max {
                faults.push(fault(row.line, heading, format!("Keep the {heading} under {max} characters.")));
            } else if text.chars().any(char::is_control) {
                faults.push(fault(row.line, heading, format!("The {heading} must stand on one line.")));
            }
            text.to_owned()
        };
        NewCandidateRow {
            line: row.line,
            name: name.to_owned(),
            email: email.to_owned(),
            phone: short(self.phone, "phone", PHONE_MAX, faults),
            source: short(self.source, "source", SOURCE_MAX, faults),
            zone: csv_file::zone(row.cell(self.zone), row.line, zone_ok, faults),
            answers: self.answers(row, faults),
        }
    }

    fn answers(&self, row: &SheetRow, faults: &mut Vec<RowFault>) -> Vec<(String, String)> {
        let mut answers = Vec::new();
        for (index, heading) in &self.answers {
            let text = row.cell(Some(*index));
            if text.chars().count() > ANSWER_MAX {
                faults.push(fault(row.line, heading, "Keep each answer under 20,000 characters."));
            }
            if !text.is_empty() {
                answers.push((heading.clone(), text.to_owned()));
            }
        }
        answers
    }
}
