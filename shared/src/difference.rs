//! What differs between two versions, field by field, for people to read.

use crate::{
    library::{CompetencyText, LibraryText},
    plan::{Competency, Kit, Plan, Question},
};

/// One field that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Where it stands, such as `Interviews · Paired coding`.
    pub place: String,
    /// The field, such as `Minutes`; empty when the whole thing was added or taken out.
    pub field: String,
    /// The words before; absent when it was added.
    pub old: Option<String>,
    /// The words after; absent when it was taken out.
    pub new: Option<String>,
}

/// A stretch of words in a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stretch {
    /// In both.
    Same(String),
    /// In the older one only.
    Removed(String),
    /// In the newer one only.
    Added(String),
}

/// Most pairs of words that are compared; longer texts are shown whole, one after the other.
const PAIRS_MAX: usize = 1_000_000;

/// Compares two texts word by word.
#[must_use]
pub fn words(old: &str, new: &str) -> Vec<Stretch> {
    let (old, new): (Vec<&str>, Vec<&str>) = (
        old.split_inclusive(char::is_whitespace).collect(),
        new.split_inclusive(char::is_whitespace).collect(),
    );
    let mut out = Vec::new();
    if old.len().saturating_mul(new.len()) > PAIRS_MAX {
        push(&mut out, Stretch::Removed(old.concat()));
        push(&mut out, Stretch::Added(new.concat()));
        return out;
    }
    let longest = longest_common(&old, &new);
    let length = |i: usize, j: usize| longest.get(i).and_then(|row| row.get(j)).copied().unwrap_or(0);
    let (mut i, mut j) = (0_usize, 0_usize);
    loop {
        match (old.get(i), new.get(j)) {
            (Some(a), Some(b)) if a == b => {
                push(&mut out, Stretch::Same((*a).to_owned()));
                i = i.saturating_add(1);
                j = j.saturating_add(1);
            }
            (Some(a), b)
                if b.is_none() || length(i.saturating_add(1), j) >= length(i, j.saturating_add(1)) =>
            {
                push(&mut out, Stretch::Removed((*a).to_owned()));
                i = i.saturating_add(1);
            }
            (_, Some(b)) => {
                push(&mut out, Stretch::Added((*b).to_owned()));
                j = j.saturating_add(1);
            }
            _ => return out,
        }
    }
}

/// For each pair of places, how many words the rests have in common.
fn longest_common(old: &[&str], new: &[&str]) -> Vec<Vec<u32>> {
    let mut below = vec![0_u32; new.len().saturating_add(1)];
    let mut rows = vec![below.clone()];
    for word in old.iter().rev() {
        let mut right = 0_u32;
        let mut row = vec![0_u32];
        for (other, pair) in new.iter().rev().zip(below.windows(2).rev()) {
            let (diagonal, under) = match pair {
                [under, diagonal] => (*diagonal, *under),
                _ => (0, 0),
            };
            right = if word == other { diagonal.saturating_add(1) } else { right.max(under) };
            row.push(right);
        }
        row.reverse();
        below.clone_from(&row);
        rows.push(row);
    }
    rows.reverse();
    rows
}

fn push(out: &mut Vec<Stretch>, stretch: Stretch) {
    match (out.last_mut(), stretch) {
        (Some(Stretch::Same(before)), Stretch::Same(more))
        | (Some(Stretch::Removed(before)), Stretch::Removed(more))
        | (Some(Stretch::Added(before)), Stretch::Added(more)) => before.push_str(&more),
        (_, other) => out.push(other),
    }
}

/// Compares fields and collects what differs.
struct Comparison {
    changes: Vec<Change>,
}

impl Comparison {
    fn field(&mut self, place: &str, field: &str, old: &str, new: &str) {
        if old != new {
            self.changes.push(Change {
                place: place.to_owned(),
                field: field.to_owned(),
                old: Some(old.to_owned()),
                new: Some(new.to_owned()),
            });
        }
    }

    fn whole(&mut self, place: String, old: Option<String>, new: Option<String>) {
        self.changes.push(Change { place, field: String::new(), old, new });
    }

    /// Matches items by key: what is gone, what is new, what both have, and whether their order changed.
    fn items<T>(
        &mut self,
        section: &str,
        (old, new): (&[T], &[T]),
        key: fn(&T) -> &str,
        name: fn(&T) -> String,
        mut both: impl FnMut(&mut Self, &str, &T, &T),
    ) {
        for before in old {
            match new.iter().find(|after| key(after) == key(before)) {
                Some(after) => both(self, &format!("{section} · {}", name(after)), before, after),
                None => self.whole(section.to_owned(), Some(name(before)), None),
            }
        }
        for after in new.iter().filter(|after| !old.iter().any(|before| key(before) == key(after))) {
            self.whole(section.to_owned(), None, Some(name(after)));
        }
        let kept = |of: &[T], other: &[T]| -> Vec<String> {
            of.iter()
                .filter(|item| other.iter().any(|o| key(o) == key(item)))
                .map(|item| key(item).to_owned())
                .collect()
        };
        if kept(old, new) != kept(new, old) {
            let names = |of: &[T]| of.iter().map(name).collect::<Vec<_>>().join(", ");
            self.field(section, "Order", &names(old), &names(new));
        }
    }

    fn anchors(&mut self, place: &str, old: &[String], new: &[String]) {
        for level in 0..old.len().max(new.len()) {
            let field = format!("Level {}", level.saturating_add(1));
            match (old.get(level), new.get(level)) {
                (Some(old), Some(new)) => self.field(place, &field, old, new),
                (old, new) => self.changes.push(Change {
                    place: place.to_owned(),
                    field,
                    old: old.cloned(),
                    new: new.cloned(),
                }),
            }
        }
    }

    fn kit(&mut self, place: &str, old: &Kit, new: &Kit, name: &dyn Fn(&str) -> String) {
        let names = |keys: &[String]| keys.iter().map(|key| name(key)).collect::<Vec<_>>().join(", ");
        self.field(place, "Name", &old.name, &new.name);
        self.field(place, "Format", &old.format, &new.format);
        self.field(place, "Minutes", &old.minutes.to_string(), &new.minutes.to_string());
        self.field(place, "Instructions", &old.instructions, &new.instructions);
        self.field(place, "Rates", &names(&old.rates), &names(&new.rates));
        self.field(place, "Shows the interviewer", &old.shows.join("\n"), &new.shows.join("\n"));
        self.field(place, "Candidate's name", withheld(old.blind), withheld(new.blind));
        self.field(place, "Copied from the library", &origin(old), &origin(new));
        for n in 0..old.questions.len().max(new.questions.len()) {
            let field = format!("Question {}", n.saturating_add(1));
            let text = |question: &Question| question_text(question, name);
            match (old.questions.get(n), new.questions.get(n)) {
                (Some(old), Some(new)) => self.field(place, &field, &text(old), &text(new)),
                (old, new) => self.changes.push(Change {
                    place: place.to_owned(),
                    field,
                    old: old.map(text),
                    new: new.map(text),
                }),
            }
        }
    }

    fn competency(&mut self, place: &str, old: &Competency, new: &Competency) {
        self.field(place, "Name", &old.name, &new.name);
        self.field(place, "Weight", &format!("{} %", old.weight), &format!("{} %", new.weight));
        self.field(
            place,
            "Rubric",
            &format!("version {}", old.rubric.version),
            &format!("version {}", new.rubric.version),
        );
        self.anchors(place, &old.rubric.anchors, &new.rubric.anchors);
    }
}

const fn withheld(blind: bool) -> &'static str {
    if blind { "withheld" } else { "shown" }
}

fn origin(kit: &Kit) -> String {
    kit.origin
        .as_ref()
        .map(|origin| format!("{}, version {}", origin.kit, origin.version))
        .unwrap_or_default()
}

fn question_text(question: &Question, name: &dyn Fn(&str) -> String) -> String {
    let mut text = format!("{}\n{}, {} min", question.text, name(&question.competency), question.minutes);
    for follow_up in &question.follow_ups {
        text.push_str("\n– ");
        text.push_str(follow_up);
    }
    text
}

/// What differs between two versions of a plan.
#[must_use]
pub fn of_plans(old: &Plan, new: &Plan) -> Vec<Change> {
    let mut all = Comparison { changes: Vec::new() };
    let (a, b) = (&old.job, &new.job);
    let band = |plan: &Plan| {
        let band = &plan.job.band;
        format!("{} {} to {}", band.currency, band.low, band.high)
    };
    all.field("Job", "Title", &a.title, &b.title);
    all.field("Job", "Level", &a.level, &b.level);
    all.field("Job", "Summary", &a.summary, &b.summary);
    all.field("Job", "Pay band", &band(old), &band(new));
    all.field("Job", "Stages", &a.stages.join(", "), &b.stages.join(", "));
    let name_in =
        |plan: &Plan, key: &str| plan.competency(key).map_or_else(|| key.to_owned(), |c| c.name.clone());
    let named = |key: &str| if new.competency(key).is_some() { name_in(new, key) } else { name_in(old, key) };
    let names = |keys: &[String]| keys.iter().map(|key| named(key)).collect::<Vec<_>>().join(", ");
    all.items(
        "Outcomes",
        (&old.outcomes, &new.outcomes),
        |o| &o.key,
        |o| o.text.clone(),
        |all, place, old, new| {
            all.field(place, "Result", &old.text, &new.text);
            all.field(place, "Competencies", &names(&old.competencies), &names(&new.competencies));
        },
    );
    all.items(
        "Competencies",
        (&old.competencies, &new.competencies),
        |c| &c.key,
        |c| c.name.clone(),
        Comparison::competency,
    );
    all.items(
        "Interviews",
        (&old.kits, &new.kits),
        |k| &k.key,
        |k| k.name.clone(),
        |all, place, old, new| {
            all.kit(place, old, new, &named);
        },
    );
    all.field("Decision", "Bar", &format!("{:?}", old.decision.bar), &format!("{:?}", new.decision.bar));
    all.field("Decision", "Reveal", old.decision.reveal.words(), new.decision.reveal.words());
    all.changes
}

/// What differs between two versions of a thing of the library.
#[must_use]
pub fn of_library(old: &LibraryText, new: &LibraryText) -> Vec<Change> {
    let mut all = Comparison { changes: Vec::new() };
    match (old, new) {
        (LibraryText::Competency(old), LibraryText::Competency(new)) => {
            let CompetencyText { name, description, anchors } = old;
            all.field("Competency", "Name", name, &new.name);
            all.field("Competency", "Description", description, &new.description);
            all.anchors("Rubric", anchors, &new.anchors);
        }
        (LibraryText::Kit(old), LibraryText::Kit(new)) => all.kit("Kit", old, new, &|key| key.to_owned()),
        (old, new) => all.whole("Kind".to_owned(), Some(old.name().to_owned()), Some(new.name().to_owned())),
    }
    all.changes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sides(stretches: &[Stretch]) -> (String, String) {
        let (mut old, mut new) = (String::new(), String::new());
        for stretch in stretches {
            match stretch {
                Stretch::Same(text) => {
                    old.push_str(text);
                    new.push_str(text);
                }
                Stretch::Removed(text) => old.push_str(text),
                Stretch::Added(text) => new.push_str(text),
            }
        }
        (old, new)
    }

    #[test]
    fn words_that_stay_are_named_once() {
        let found = words("Writes what is needed.", "Writes all that is needed.");
        assert_eq!(
            found,
            [
                Stretch::Same("Writes ".to_owned()),
                Stretch::Removed("what ".to_owned()),
                Stretch::Added("all that ".to_owned()),
                Stretch::Same("is needed.".to_owned()),
            ]
        );
    }

    #[test]
    fn both_sides_can_be_read_whole() {
        let long = "word ".repeat(1_200);
        for (old, new) in
            [("", ""), ("a", ""), ("", "b c"), ("a b c", "c b a"), ("a\nb", "a b"), (&long, "word")]
        {
            assert_eq!(sides(&words(old, new)), (old.to_owned(), new.to_owned()));
        }
    }
}
