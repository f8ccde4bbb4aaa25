//! From a plan to TOML as a person would write it.

use evenhand_shared::plan::{Competency, Kit, Outcome, Plan, PlanJob, RevealRule};

/// Longest list that still stands on one line.
const LIST_WIDTH: usize = 100;

/// Writes a plan; reading it again gives the same plan.
#[must_use]
pub fn export(plan: &Plan) -> String {
    let mut toml = Toml { text: String::new() };
    toml.job(&plan.job);
    toml.sections("outcomes", &plan.outcomes, Toml::outcome);
    toml.sections("competencies", &plan.competencies, Toml::competency);
    toml.sections("kits", &plan.kits, Toml::kit);
    toml.line("\n[decision]");
    toml.line("# The bar is a share of the scale, from 0 to 1.");
    toml.pair("bar", &format!("{:?}", plan.decision.bar));
    let reveal = match plan.decision.reveal {
        RevealRule::PanelComplete => "panel_complete",
        RevealRule::DebriefOpened => "debrief_opened",
        RevealRule::OwnSubmitted => "own_submitted",
    };
    toml.pair("reveal", &string(reveal));
    toml.text
}

struct Toml {
    text: String,
}

impl Toml {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn pair(&mut self, key: &str, value: &str) {
        self.line(&format!("{key} = {value}"));
    }

    fn sections<T>(&mut self, name: &str, items: &[T], write: fn(&mut Self, &T)) {
        if items.is_empty() {
            // Belongs to the root table, so it must stand before the first heading.
            self.text.insert_str(0, &format!("{name} = []\n"));
        }
        for item in items {
            self.line(&format!("\n[[{name}]]"));
            write(self, item);
        }
    }

    fn job(&mut self, job: &PlanJob) {
        self.line("[job]");
        self.pair("key", &string(&job.key));
        self.pair("title", &string(&job.title));
        self.pair("level", &string(&job.level));
        if !job.summary.is_empty() {
            self.pair("summary", &string(&job.summary));
        }
        let band = &job.band;
        self.pair(
            "band",
            &format!("{{ currency = {}, low = {}, high = {} }}", string(&band.currency), band.low, band.high),
        );
        self.pair("stages", &list(&job.stages));
    }

    fn outcome(&mut self, outcome: &Outcome) {
        self.pair("key", &string(&outcome.key));
        self.pair("text", &string(&outcome.text));
        self.pair("competencies", &list(&outcome.competencies));
    }

    fn competency(&mut self, competency: &Competency) {
        self.pair("key", &string(&competency.key));
        self.pair("name", &string(&competency.name));
        self.pair("weight", &competency.weight.to_string());
        self.line("\n[competencies.rubric]");
        self.pair("version", &competency.rubric.version.to_string());
        self.pair("anchors", &tall_list(&competency.rubric.anchors));
    }

    fn kit(&mut self, kit: &Kit) {
        self.pair("key", &string(&kit.key));
        self.pair("name", &string(&kit.name));
        self.pair("format", &string(&kit.format));
        self.pair("minutes", &kit.minutes.to_string());
        if !kit.instructions.is_empty() {
            self.pair("instructions", &string(&kit.instructions));
        }
        self.pair("rates", &list(&kit.rates));
        if !kit.shows.is_empty() {
            self.pair("shows", &list(&kit.shows));
        }
        if kit.blind {
            self.pair("blind", "true");
        }
        if let Some(origin) = &kit.origin {
            self.pair(
                "origin",
                &format!("{{ kit = {}, version = {} }}", string(&origin.kit), origin.version),
            );
        }
        if kit.questions.is_empty() {
            self.pair("questions", "[]");
        }
        for question in &kit.questions {
            self.line("\n[[kits.questions]]");
            self.pair("text", &string(&question.text));
            self.pair("competency", &string(&question.competency));
            self.pair("minutes", &question.minutes.to_string());
            if !question.follow_ups.is_empty() {
                self.pair("follow_ups", &tall_list(&question.follow_ups));
            }
        }
    }
}

/// A list on one line while it fits.
fn list(items: &[String]) -> String {
    let flat = format!("[{}]", items.iter().map(|item| string(item)).collect::<Vec<_>>().join(", "));
    if flat.chars().count() > LIST_WIDTH { tall_list(items) } else { flat }
}

/// A list with one item on each line.
fn tall_list(items: &[String]) -> String {
    let mut text = "[\n".to_owned();
    for item in items {
        text.push_str(&format!("    {},\n", string(item)));
    }
    text.push(']');
    text
}

/// A string; over several lines where the text has line breaks.
fn string(text: &str) -> String {
    if !text.contains('\n') {
        return format!("\"{}\"", escaped(text, false));
    }
    // The line break after the opening marks does not belong to the text.
    format!("\"\"\"\n{}\"\"\"", escaped(text, true))
}

fn escaped(text: &str, tall: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\\' => out.push_str("\\\\"),
            // Inside a tall string a lone quotation mark may stay as it is; three of them, or one at the end, would close it.
            '"' if tall && rest.peek().is_some_and(|next| *next != '"') => out.push('"'),
            '"' => out.push_str("\\\""),
            '\n' if tall => out.push('\n'),
            '\t' if tall => out.push('\t'),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}
