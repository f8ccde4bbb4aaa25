//! People from a CSV file: name, email, roles, function, seniority, zone.

use crate::csv_file::{self, Doubles, Sheet, SheetRow, ZoneCheck, fault};
use evenhand_shared::people::{NewPerson, Role, RowFault, check_person};

/// What a file of people holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeopleFile {
    /// Good rows with their lines.
    pub rows: Vec<(u64, NewPerson)>,
    /// Everything that stops the import.
    pub faults: Vec<RowFault>,
    /// What was left out or is worth a look.
    pub notes: Vec<String>,
    /// Rows in the file, good or not, the heading not counted.
    pub total: u64,
}

const REQUIRED: [&str; 4] = ["name", "email", "roles", "seniority"];
const OPTIONAL: [&str; 2] = ["function", "zone"];

/// Reads a file of people. `zone_ok` says whether a text names a time zone; an empty zone means UTC.
#[must_use]
pub fn read_people(csv: &str, zone_ok: ZoneCheck<'_>) -> PeopleFile {
    let mut sheet = csv_file::read(csv);
    sheet.require(&REQUIRED);
    for heading in sheet.headings.iter().filter(|heading| !heading.is_empty()) {
        let known = csv_file::fold(heading);
        if !REQUIRED.contains(&known.as_str()) && !OPTIONAL.contains(&known.as_str()) {
            sheet.notes.push(format!("The column \"{heading}\" is not known and is left out."));
        }
    }
    let columns = Columns {
        name: sheet.column("name"),
        email: sheet.column("email"),
        roles: sheet.column("roles"),
        function: sheet.column("function"),
        seniority: sheet.column("seniority"),
        zone: sheet.column("zone"),
    };
    let usable = sheet.usable(&REQUIRED);
    let Sheet { rows: table, mut faults, mut notes, total, .. } = sheet;
    let mut rows = Vec::new();
    let mut doubles = Doubles::new();
    for row in table.iter().filter(|_| usable) {
        let before = faults.len();
        let person = person(row, &columns, zone_ok, &mut faults);
        doubles.look(&person.name, &person.email, row.line, &mut faults, &mut notes);
        if faults.len() == before {
            rows.push((row.line, person));
        }
    }
    faults.sort_by_key(|fault| fault.line);
    PeopleFile { rows, faults, notes, total }
}

struct Columns {
    name: Option<usize>,
    email: Option<usize>,
    roles: Option<usize>,
    function: Option<usize>,
    seniority: Option<usize>,
    zone: Option<usize>,
}

fn person(
    row: &SheetRow,
    columns: &Columns,
    zone_ok: ZoneCheck<'_>,
    faults: &mut Vec<RowFault>,
) -> NewPerson {
    let seniority_text = row.cell(columns.seniority);
    let seniority: Option<i64> = seniority_text.parse().ok();
    let person = NewPerson {
        name: row.cell(columns.name).to_owned(),
        email: row.cell(columns.email).to_owned(),
        roles: roles(row.cell(columns.roles), row.line, faults),
        function: row.cell(columns.function).to_owned(),
        seniority: seniority.unwrap_or(1),
        zone: csv_file::zone(row.cell(columns.zone), row.line, zone_ok, faults),
    };
    if seniority.is_none() {
        faults.push(fault(row.line, "seniority", "Write the seniority as a whole number from 1 to 10."));
    }
    for field in check_person(&person.name, &person.email, &person.function, person.seniority) {
        faults.push(fault(row.line, field.pointer.trim_start_matches('/'), field.message));
    }
    person
}

/// Reads `recruiter; interviewer`. Commas work too, for files that separate their columns otherwise.
fn roles(cell: &str, line: u64, faults: &mut Vec<RowFault>) -> Vec<Role> {
    let mut roles = Vec::new();
    for word in cell.split([';', ',', '|']).map(str::trim).filter(|word| !word.is_empty()) {
        match Role::parse(word) {
            Some(role) if !roles.contains(&role) => roles.push(role),
            Some(_) => {}
            None => faults.push(fault(
                line,
                "roles",
                format!(
                    "\"{word}\" is not a role; write admin, recruiter, hiring_manager or interviewer, several separated by a semicolon."
                ),
            )),
        }
    }
    if cell.is_empty() {
        faults.push(fault(
            line,
            "roles",
            "Write at least one role: admin, recruiter, hiring_manager or interviewer.",
        ));
    }
    roles
}
