//! Writing tables that open in a spreadsheet as what they are: text.

/// A CSV file under way: UTF-8, comma, CRLF, with a heading row.
pub struct Writer {
    text: String,
}

impl Writer {
    /// A file with these headings.
    #[must_use]
    pub fn new(headings: &[&str]) -> Self {
        let mut file = Self { text: String::new() };
        file.row(headings);
        file
    }

    /// Adds a row.
    pub fn row(&mut self, cells: &[&str]) {
        for (n, cell) in cells.iter().enumerate() {
            if n > 0 {
                self.text.push(',');
            }
            self.text.push_str(&quoted(&harmless(cell)));
        }
        self.text.push_str("\r\n");
    }

    /// The file.
    #[must_use]
    pub fn finish(self) -> String {
        self.text
    }
}

/// A cell that a spreadsheet would calculate gets an apostrophe before it, and is text.
#[must_use]
pub fn harmless(cell: &str) -> String {
    if calculated(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// The cell without the apostrophe of [`harmless`].
#[must_use]
pub fn as_it_was(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| calculated(rest)).unwrap_or(cell)
}

/// Whether a spreadsheet would calculate it, behind apostrophes or not: one more or one less must not make another text of it.
fn calculated(cell: &str) -> bool {
    let bare = cell.trim_start_matches('\'');
    let first = bare.trim_start_matches([' ', '\u{a0}', '\u{3000}', '\u{feff}']).chars().next();
    matches!(first, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'))
}

fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', ';', '\t', '\r', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn i05_what_would_be_calculated_is_text() {
        for cell in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\tx",
            "\rx",
            "\nx",
            "＝1",
            "＋1",
            "－1",
            "＠x",
            " =1",
            "\u{feff}=1",
        ] {
            assert_eq!(harmless(cell), format!("'{cell}"));
            assert_eq!(as_it_was(&harmless(cell)), cell);
            let quoted = format!("''{cell}");
            assert_eq!(as_it_was(&harmless(&quoted)), quoted);
        }
        for cell in ["", "Noor Haddad", "1", "a=b", "’=1", "Ünïcode"] {
            assert_eq!(harmless(cell), cell);
            assert_eq!(as_it_was(cell), cell);
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let mut file = Writer::new(&["name", "text"]);
        file.row(&["Doe, \"Jo\"", "two\r\nlines; =1"]);
        let text = file.finish();
        assert_eq!(text, "name,text\r\n\"Doe, \"\"Jo\"\"\",\"two\r\nlines; =1\"\r\n");
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let row = reader.records().next().unwrap().unwrap();
        assert_eq!(row.iter().collect::<Vec<_>>(), ["Doe, \"Jo\"", "two\r\nlines; =1"]);
    }
}
