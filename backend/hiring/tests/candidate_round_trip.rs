//! A file of candidates that was written is read as what it was written from.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking, and says where")]

use evenhand_hiring::candidate_file::{NewCandidateRow, read_candidates, write_candidates};
use proptest::prelude::*;

/// Text as it stands in the database: no white space around it, perhaps something that a spreadsheet would calculate.
fn line(max: usize) -> impl Strategy<Value = String> {
    proptest::string::string_regex(&format!("['=+@,;\"A-Za-z0-9äÖł -]{{0,{max}}}"))
        .unwrap()
        .prop_map(|text| text.trim().to_owned())
}

fn lines() -> impl Strategy<Value = String> {
    "['=+@,;\"A-Za-z0-9ä\n -]{1,40}".prop_map(|text| text.trim().to_owned())
}

fn row() -> impl Strategy<Value = NewCandidateRow> {
    let answers = proptest::sample::subsequence(vec!["CV", "Portfolio, old", "=Why \"us\"?", "'+1"], 0..=4)
        .prop_flat_map(|headings| {
            let count = headings.len();
            (Just(headings), proptest::collection::vec(lines(), count))
        });
    (line(40), line(20), line(30), answers).prop_map(|(name, phone, source, (headings, texts))| {
        NewCandidateRow {
            line: 0,
            name: if name.is_empty() { "N".to_owned() } else { name },
            email: String::new(),
            phone,
            source,
            zone: "Europe/Berlin".to_owned(),
            answers: headings
                .into_iter()
                .zip(texts)
                .filter(|(_, text)| !text.is_empty())
                .map(|(heading, text)| (heading.to_owned(), text))
                .collect(),
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn candidates_survive_the_way_out_and_back(rows in proptest::collection::vec(row(), 1..8)) {
        let rows: Vec<NewCandidateRow> = rows
            .into_iter()
            .enumerate()
            .map(|(n, row)| NewCandidateRow { email: format!("n{n}@example.net"), ..row })
            .collect();
        let csv = write_candidates(&rows);
        let found = read_candidates(&csv, &|zone| zone == "Europe/Berlin");
        prop_assert_eq!(&found.faults, &[], "{}", csv);
        let mut read: Vec<NewCandidateRow> =
            found.rows.into_iter().map(|row| NewCandidateRow { line: 0, ..row }).collect();
        // Answers come back in the order of the columns.
        let mut written = rows;
        for row in read.iter_mut().chain(&mut written) {
            row.answers.sort();
        }
        prop_assert_eq!(read, written, "{}", csv);
    }
}
