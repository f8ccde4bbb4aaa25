//! From TOML to a plan: keys and types.

use super::findings::Findings;
use evenhand_shared::plan::{
    Competency, DecisionRule, Kit, KitOrigin, Outcome, PayBand, Plan, PlanJob, Question, RevealRule, Rubric,
};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// Reads the file; nothing when it is not TOML at all.
///
/// What cannot be read is filled with something empty and marked, so that the rest is still looked at.
pub(super) fn read(findings: &mut Findings<'_>) -> Option<Plan> {
    let (root, errors) = DeTable::parse_recoverable(findings.text());
    if !errors.is_empty() {
        // What a broken line leaves behind would only produce faults that are none.
        for error in errors {
            let line = error.span().map_or(0, |span| findings.line_of(span.start));
            let message = format!("This is not valid TOML: {}.", error.message().trim_end_matches('.'));
            findings.at_line(line, "not_toml", message);
        }
        return None;
    }
    let root = Table { table: root.get_ref(), path: String::new(), line: 1 };
    let mut reader = Reader { findings };
    reader.keys(&root, &["job", "outcomes", "competencies", "kits", "decision"]);
    Some(Plan {
        job: reader.job(&root),
        outcomes: reader.tables(&root, "outcomes", Need::Must, Reader::outcome),
        competencies: reader.tables(&root, "competencies", Need::Must, Reader::competency),
        kits: reader.tables(&root, "kits", Need::Must, Reader::kit),
        decision: reader.decision(&root),
    })
}

/// A table with its place.
struct Table<'t> {
    table: &'t DeTable<'t>,
    path: String,
    line: u64,
}

impl Table<'_> {
    fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }
}

/// Whether a key may be left out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    Must,
    May,
}

struct Reader<'f, 'a> {
    findings: &'f mut Findings<'a>,
}

impl Reader<'_, '_> {
    fn job(&mut self, root: &Table<'_>) -> PlanJob {
        let empty = DeTable::new();
        let job = self.table(root, "job", &empty);
        self.keys(&job, &["key", "title", "level", "summary", "band", "stages"]);
        let band = self.table(&job, "band", &empty);
        self.keys(&band, &["currency", "low", "high"]);
        PlanJob {
            key: self.text(&job, "key", Need::Must),
            title: self.text(&job, "title", Need::Must),
            level: self.text(&job, "level", Need::Must),
            summary: self.text(&job, "summary", Need::May),
            band: PayBand {
                currency: self.text(&band, "currency", Need::Must),
                low: self.integer(&band, "low"),
                high: self.integer(&band, "high"),
            },
            stages: self.texts(&job, "stages", Need::Must),
        }
    }

    fn outcome(&mut self, table: &Table<'_>) -> Outcome {
        self.keys(table, &["key", "text", "competencies"]);
        Outcome {
            key: self.text(table, "key", Need::Must),
            text: self.text(table, "text", Need::Must),
            competencies: self.texts(table, "competencies", Need::Must),
        }
    }

    fn competency(&mut self, table: &Table<'_>) -> Competency {
        self.keys(table, &["key", "name", "weight", "rubric"]);
        let empty = DeTable::new();
        let rubric = self.table(table, "rubric", &empty);
        self.keys(&rubric, &["version", "anchors"]);
        Competency {
            key: self.text(table, "key", Need::Must),
            name: self.text(table, "name", Need::Must),
            weight: self.integer(table, "weight"),
            rubric: Rubric {
                version: self.integer(&rubric, "version"),
                anchors: self.texts(&rubric, "anchors", Need::Must),
            },
        }
    }

    fn kit(&mut self, table: &Table<'_>) -> Kit {
        self.keys(
            table,
            &[
                "key",
                "name",
                "format",
                "minutes",
                "instructions",
                "rates",
                "shows",
                "blind",
                "origin",
                "questions",
            ],
        );
        Kit {
            key: self.text(table, "key", Need::Must),
            name: self.text(table, "name", Need::Must),
            format: self.text(table, "format", Need::Must),
            minutes: self.integer(table, "minutes"),
            instructions: self.text(table, "instructions", Need::May),
            rates: self.texts(table, "rates", Need::Must),
            shows: self.texts(table, "shows", Need::May),
            blind: self.flag(table, "blind"),
            origin: self.origin(table),
            questions: self.tables(table, "questions", Need::May, Reader::question),
        }
    }

    fn origin(&mut self, kit: &Table<'_>) -> Option<KitOrigin> {
        kit.table.get_key_value("origin")?;
        let empty = DeTable::new();
        let table = self.table(kit, "origin", &empty);
        self.keys(&table, &["kit", "version"]);
        Some(KitOrigin {
            kit: self.text(&table, "kit", Need::Must),
            version: self.integer(&table, "version"),
        })
    }

    fn question(&mut self, table: &Table<'_>) -> Question {
        self.keys(table, &["text", "competency", "minutes", "follow_ups"]);
        Question {
            text: self.text(table, "text", Need::Must),
            competency: self.text(table, "competency", Need::Must),
            minutes: self.integer(table, "minutes"),
            follow_ups: self.texts(table, "follow_ups", Need::May),
        }
    }

    fn decision(&mut self, root: &Table<'_>) -> DecisionRule {
        let empty = DeTable::new();
        let decision = self.table(root, "decision", &empty);
        self.keys(&decision, &["bar", "reveal"]);
        DecisionRule { bar: self.number(&decision, "bar"), reveal: self.reveal(&decision) }
    }

    /// Names keys that do not belong here.
    fn keys(&mut self, table: &Table<'_>, known: &[&str]) {
        for key in table.table.keys() {
            let name = key.get_ref().as_ref();
            if !known.contains(&name) {
                let line = self.findings.line_of(key.span().start);
                let message = format!(
                    "The key \"{name}\" is not known here; use one of {}, or take the line out.",
                    known.join(", ")
                );
                self.findings.at_line(line, "unknown_key", message);
            }
        }
    }

    /// The value of a key, with its place remembered. A missing key is named on the line of its table.
    fn value<'t>(&mut self, table: &Table<'t>, key: &str, need: Need) -> Option<&'t Spanned<DeValue<'t>>> {
        let path = table.path_of(key);
        if let Some((name, value)) = table.table.get_key_value(key) {
            let line = self.findings.line_of(name.span().start);
            self.findings.place(&path, line);
            return Some(value);
        }
        // Where the table itself is missing, that was said once.
        if need == Need::Must && !self.findings.is_unreadable(&path) {
            let message = format!("The key \"{key}\" is missing here; add it.");
            self.findings.unreadable(&path, table.line, "missing_key", message);
        }
        None
    }

    fn wrong(&mut self, path: &str, found: &Spanned<DeValue<'_>>, expected: &str) {
        let line = self.findings.line_of(found.span().start);
        let kind = found.get_ref().type_str();
        let name = path.rsplit('.').next().unwrap_or(path);
        let message = match name.parse::<usize>() {
            Ok(_) => format!("This list takes only {expected}, not a {kind}."),
            Err(_) => format!("\"{name}\" must be {expected}, not a {kind}."),
        };
        self.findings.unreadable(path, line, "wrong_type", message);
    }

    fn text(&mut self, table: &Table<'_>, key: &str, need: Need) -> String {
        match self.value(table, key, need) {
            Some(value) => self.as_text(&table.path_of(key), value, "text in quotation marks"),
            None => String::new(),
        }
    }

    fn as_text(&mut self, path: &str, value: &Spanned<DeValue<'_>>, expected: &str) -> String {
        if let DeValue::String(text) = value.get_ref() {
            return text.clone().into_owned();
        }
        self.wrong(path, value, expected);
        String::new()
    }

    fn texts(&mut self, table: &Table<'_>, key: &str, need: Need) -> Vec<String> {
        let Some(value) = self.value(table, key, need) else { return Vec::new() };
        let path = table.path_of(key);
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong(&path, value, "a list of texts in square brackets");
            return Vec::new();
        };
        let mut texts = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let path = format!("{path}.{index}");
            let line = self.findings.line_of(item.span().start);
            self.findings.place(&path, line);
            texts.push(self.as_text(&path, item, "texts in quotation marks"));
        }
        texts
    }

    fn integer(&mut self, table: &Table<'_>, key: &str) -> i64 {
        let Some(value) = self.value(table, key, Need::Must) else { return 0 };
        let number = match value.get_ref() {
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        number.unwrap_or_else(|| {
            self.wrong(&table.path_of(key), value, "a whole number of ordinary size");
            0
        })
    }

    fn number(&mut self, table: &Table<'_>, key: &str) -> f64 {
        let Some(value) = self.value(table, key, Need::Must) else { return 0.0 };
        let number = match value.get_ref() {
            DeValue::Float(number) => number.as_str().parse().ok(),
            DeValue::Integer(number) if number.radix() == 10 => number.as_str().parse().ok(),
            _ => None,
        };
        number.unwrap_or_else(|| {
            self.wrong(&table.path_of(key), value, "a number such as 0.6");
            0.0
        })
    }

    fn flag(&mut self, table: &Table<'_>, key: &str) -> bool {
        let Some(value) = self.value(table, key, Need::May) else { return false };
        if let DeValue::Boolean(flag) = value.get_ref() {
            return *flag;
        }
        self.wrong(&table.path_of(key), value, "true or false");
        false
    }

    fn reveal(&mut self, table: &Table<'_>) -> RevealRule {
        let text = self.text(table, "reveal", Need::Must);
        let path = table.path_of("reveal");
        match text.as_str() {
            "panel_complete" => RevealRule::PanelComplete,
            "debrief_opened" => RevealRule::DebriefOpened,
            "own_submitted" => RevealRule::OwnSubmitted,
            _ => {
                if !self.findings.is_unreadable(&path) {
                    let line = self.findings.line(&path);
                    let message = "\"reveal\" must be panel_complete, debrief_opened or own_submitted.";
                    self.findings.unreadable(&path, line, "unknown_reveal_rule", message.to_owned());
                }
                RevealRule::PanelComplete
            }
        }
    }

    fn table<'t>(&mut self, table: &Table<'t>, key: &str, empty: &'t DeTable<'t>) -> Table<'t> {
        let path = table.path_of(key);
        let Some(value) = self.value(table, key, Need::Must) else {
            return Table { table: empty, path, line: table.line };
        };
        let line = self.findings.line(&path);
        match value.get_ref() {
            DeValue::Table(inner) => Table { table: inner, path, line },
            _ => {
                self.wrong(&path, value, "a table");
                Table { table: empty, path, line }
            }
        }
    }

    fn tables<T>(
        &mut self,
        table: &Table<'_>,
        key: &str,
        need: Need,
        read: fn(&mut Self, &Table<'_>) -> T,
    ) -> Vec<T> {
        let Some(value) = self.value(table, key, need) else { return Vec::new() };
        let path = table.path_of(key);
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong(&path, value, "a list of tables");
            return Vec::new();
        };
        let mut read_items = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let path = format!("{path}.{index}");
            let line = self.findings.line_of(item.span().start);
            self.findings.place(&path, line);
            match item.get_ref() {
                DeValue::Table(inner) => read_items.push(read(self, &Table { table: inner, path, line })),
                _ => self.wrong(&path, item, "tables"),
            }
        }
        read_items
    }
}
