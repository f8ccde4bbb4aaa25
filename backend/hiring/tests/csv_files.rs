//! Files of people and of candidates, as spreadsheets and hands write them.

use evenhand_hiring::{
    candidate_file::{CandidateFile, read_candidates},
    people_file::{PeopleFile, read_people},
};
use evenhand_shared::people::{NewPerson, Role, RowFault};

fn zone_ok(zone: &str) -> bool {
    ["Europe/Berlin", "Etc/UTC"].contains(&zone)
}

fn people(csv: &str) -> PeopleFile {
    read_people(csv, &zone_ok)
}

fn candidates(csv: &str) -> CandidateFile {
    read_candidates(csv, &zone_ok)
}

fn places(faults: &[RowFault]) -> Vec<(u64, &str)> {
    faults.iter().map(|fault| (fault.line, fault.column.as_str())).collect()
}

const PEOPLE: &str = "name,email,roles,function,seniority,zone\n\
    Ines Kowalczyk,ines@example.org,interviewer,Engineering,4,Europe/Berlin\n\
    Marta Lindqvist,marta@example.org,Hiring manager; interviewer,Engineering,8,\n";

#[test]
fn people_are_read() {
    let found = people(PEOPLE);
    assert_eq!((found.faults, found.notes, found.total), (vec![], vec![], 2));
    assert_eq!(
        found.rows[1],
        (
            3,
            NewPerson {
                name: "Marta Lindqvist".to_owned(),
                email: "marta@example.org".to_owned(),
                roles: vec![Role::HiringManager, Role::Interviewer],
                function: "Engineering".to_owned(),
                seniority: 8,
                zone: "Etc/UTC".to_owned(),
            }
        )
    );
}

#[test]
fn separators_quotes_line_ends_and_marks_do_not_matter() {
    let expected = people(PEOPLE).rows;
    let semicolons =
        PEOPLE.replace("Hiring manager; interviewer", "\"Hiring manager; interviewer\"").replace(',', ";");
    for csv in [
        format!("\u{feff}{PEOPLE}"),
        PEOPLE.replace('\n', "\r\n"),
        PEOPLE.replace(',', "\t"),
        semicolons,
        PEOPLE.replace("name,email", "\"Name\", EMAIL "),
        PEOPLE.replace("Ines Kowalczyk", "\"Ines Kowalczyk\""),
    ] {
        let found = people(&csv);
        assert_eq!((found.faults, &found.rows), (vec![], &expected), "{csv:?}");
    }
}

#[test]
fn every_bad_row_is_named_by_line_and_column() {
    let csv = "name,email,roles,function,seniority,zone\r\n\
        ,a@example.org,interviewer,,3,\r\n\
        \r\n\
        B,not an address,interviewer,,3,\r\n\
        \"C\r\nD\",c@example.org,interviewer,,3,\r\n\
        E,e@example.org,chief; interviewer,,3,\r\n\
        F,f@example.org,,,3,\r\n\
        G,g@example.org,admin,,eleven,\r\n\
        H,h@example.org,admin,,11,\r\n\
        I,i@example.org,admin,,3,Europe/Nowhere\r\n\
        J,j@example.org,admin\r\n\
        K,A@Example.org,admin,,3,\r\n\
        L,l@example.org,admin,,3,\r\n";
    let found = people(csv);
    assert_eq!(
        places(&found.faults),
        [
            (2, "name"),
            (4, "email"),
            (5, "name"),
            (7, "roles"),
            (8, "roles"),
            (9, "seniority"),
            (10, "seniority"),
            (11, "zone"),
            (12, ""),
            (13, "email"),
        ]
    );
    assert!(found.faults[9].message.contains("lines 2 and 13"), "{}", found.faults[9].message);
    assert_eq!(
        found.rows.iter().map(|(line, person)| (*line, person.name.as_str())).collect::<Vec<_>>(),
        [(14, "L")]
    );
    assert_eq!(found.total, 11);
}

#[test]
fn missing_doubled_and_unknown_columns_are_named() {
    let found = people("name,email,shoe size\nA,a@example.org,38\n");
    assert_eq!(places(&found.faults), [(1, "roles"), (1, "seniority")]);
    assert_eq!((found.rows.len(), found.total), (0, 1));
    assert!(found.notes.iter().any(|note| note.contains("shoe size")));
    assert_eq!(
        places(&candidates("name,email,Email\nA,a@example.org,b@example.org\n").faults),
        [(1, "Email")]
    );
    assert_eq!(places(&candidates("phone\n1\n").faults), [(1, "name"), (1, "email")]);
}

#[test]
fn candidates_keep_other_columns_as_answers() {
    let csv = "CV;Name;E-Mail is not it;email;Phone;source\n\
        \"Ten years;\nmostly Go\";Noor Haddad;;noor@example.net;+49 30 1;Referral\n";
    let found = candidates(csv);
    assert_eq!((&found.faults, found.total), (&vec![], 1));
    let row = &found.rows[0];
    assert_eq!(
        (row.line, row.name.as_str(), row.phone.as_str(), row.source.as_str()),
        (2, "Noor Haddad", "+49 30 1", "Referral")
    );
    assert_eq!(row.zone, "Etc/UTC");
    assert_eq!(row.answers, [("CV".to_owned(), "Ten years;\nmostly Go".to_owned())]);
}

#[test]
fn same_names_are_noted_and_same_addresses_refused() {
    let found = candidates("name,email\nNoor,a@example.net\nNOOR,b@example.net\nKim,A@example.net\n");
    assert_eq!(places(&found.faults), [(4, "email")]);
    assert!(found.faults[0].message.contains("lines 2 and 4"));
    assert_eq!(found.notes.len(), 1);
    assert!(found.notes[0].contains("2 and 3"), "{}", found.notes[0]);
}

#[test]
fn an_open_quotation_mark_is_named_where_it_stands() {
    let found = candidates("name,email\nA,a@example.net\n\"B,b@example.net\nC,c@example.net\n");
    assert_eq!(places(&found.faults), [(3, "")]);
    // A mark inside a cell opens nothing.
    assert_eq!(candidates("name,email,screen\nA,a@example.net,27\" wide\n").faults, []);
    assert_eq!(candidates("name,email\n\"A \"\"B\"\" C\",a@example.net\n").rows[0].name, "A \"B\" C");
}

#[test]
fn limits_are_kept() {
    let rows = |n: usize| {
        let rows: String = (0..n).map(|i| format!("P{i},p{i}@example.net\n")).collect();
        candidates(&format!("name,email\n{rows}"))
    };
    assert_eq!((rows(10_000).faults, rows(10_000).rows.len()), (vec![], 10_000));
    assert_eq!(places(&rows(10_001).faults), [(10_002, "")]);
    let large = format!("name,email,cv\nA,a@example.net,{}\n", "x".repeat(2 * 1024 * 1024));
    assert_eq!(places(&candidates(&large).faults), [(1, "")]);
    let long = format!("name,email,cv\nA,a@example.net,{}\n", "x".repeat(20_001));
    assert_eq!(places(&candidates(&long).faults), [(2, "cv")]);
    let phone = format!("name,email,phone\nA,a@example.net,{}\n", "1".repeat(61));
    assert_eq!(places(&candidates(&phone).faults), [(2, "phone")]);
}

#[test]
fn empty_files_say_so() {
    for csv in ["", "\u{feff}", "\n\n"] {
        assert_eq!(places(&candidates(csv).faults), [(1, "")], "{csv:?}");
    }
    let found = candidates("name,email\n");
    assert_eq!((found.faults.len(), found.notes.len(), found.total), (0, 1, 0));
}
