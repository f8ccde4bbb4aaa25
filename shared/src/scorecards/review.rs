//! What a complete card is: the rules that the review page and the server share.

use super::{CardContent, CompetencyMark, FieldKey, Mark, Recommendation};
use crate::{FieldError, plan::Competency};

/// Fewest characters of evidence that unlock a rating.
pub const EVIDENCE_MIN: usize = 3;
/// Most characters of one text field of a card.
pub const TEXT_MAX: usize = 20_000;

/// Whether there is evidence enough to rate. The time stamps that the page sets in front of lines are none.
#[must_use]
pub fn has_evidence(text: &str) -> bool {
    let written: usize = text.lines().map(|line| without_stamp(line).trim().chars().count()).sum();
    written >= EVIDENCE_MIN
}

/// A line without a time such as `14:06` in front of it.
#[must_use]
pub fn without_stamp(line: &str) -> &str {
    let line = line.trim_start();
    match (line.get(..5), line.get(5..)) {
        (Some(stamp), Some(rest)) if is_stamp(stamp) && (rest.is_empty() || rest.starts_with(' ')) => rest,
        _ => line,
    }
}

fn is_stamp(text: &str) -> bool {
    text.chars().enumerate().all(|(at, c)| if at == 2 { c == ':' } else { c.is_ascii_digit() })
}

/// Reads a card out of its fields, or names everything that is missing. The review page and the server use the same rule.
///
/// `competencies` are the kit's focus competencies with their keys and the number of levels; pointers are `/fields/NAME`.
pub fn read_card(
    competencies: &[Competency],
    field: impl Fn(&FieldKey) -> String,
) -> Result<CardContent, Vec<FieldError>> {
    let mut faults = Vec::new();
    let mut marks = Vec::new();
    for competency in competencies {
        let key = &competency.key;
        let evidence = field(&FieldKey::Evidence(key.clone()));
        let rating = field(&FieldKey::Rating(key.clone()));
        let pointer = |k: FieldKey| format!("/fields/{}", k.name());
        let mark = if rating == "na" {
            let reason = field(&FieldKey::Reason(key.clone())).trim().to_owned();
            if reason.is_empty() {
                faults.push(FieldError::new(
                    pointer(FieldKey::Reason(key.clone())),
                    "required",
                    format!("Say why {} was not assessed.", competency.name),
                ));
            }
            Mark::NotAssessed { reason }
        } else if let Some(level) = level_of(&rating, competency.rubric.anchors.len()) {
            if !has_evidence(&evidence) {
                faults.push(FieldError::new(
                    pointer(FieldKey::Evidence(key.clone())),
                    "evidence_first",
                    format!("Write what you saw or heard about {} before rating it.", competency.name),
                ));
            }
            Mark::Rated { level }
        } else {
            faults.push(FieldError::new(
                pointer(FieldKey::Rating(key.clone())),
                "required",
                format!("Rate {}, or mark it as not assessed.", competency.name),
            ));
            continue;
        };
        marks.push(CompetencyMark { competency: key.clone(), evidence, mark });
    }
    let recommendation = Recommendation::parse(&field(&FieldKey::Recommendation));
    if recommendation.is_none() {
        faults.push(FieldError::new(
            "/fields/recommendation",
            "required",
            "Choose an overall recommendation.",
        ));
    }
    match recommendation {
        Some(recommendation) if faults.is_empty() => {
            Ok(CardContent { marks, recommendation, takeaways: field(&FieldKey::Takeaways) })
        }
        _ => Err(faults),
    }
}

/// Reads a level's digit within a scale of `levels`.
#[must_use]
pub fn level_of(text: &str, levels: usize) -> Option<i64> {
    let level: i64 = text.parse().ok()?;
    (1..=i64::try_from(levels).ok()?).contains(&level).then_some(level)
}

/// Checks one field's new value by itself. `competencies` are those of the kit.
pub fn check_field(competencies: &[Competency], key: &FieldKey, value: &str) -> Result<(), FieldError> {
    let pointer = format!("/fields/{}", key.name());
    let competency = match key {
        FieldKey::Evidence(k) | FieldKey::Rating(k) | FieldKey::Reason(k) => {
            match competencies.iter().find(|c| &c.key == k) {
                Some(found) => Some(found),
                None => {
                    return Err(FieldError::new(
                        pointer,
                        "unknown_field",
                        "This interview does not rate that competency.",
                    ));
                }
            }
        }
        _ => None,
    };
    if value.chars().count() > TEXT_MAX {
        return Err(FieldError::new(pointer, "too_long", "Keep each text under 20,000 characters."));
    }
    let known = match (key, competency) {
        (FieldKey::Rating(_), Some(c)) => {
            value.is_empty() || value == "na" || level_of(value, c.rubric.anchors.len()).is_some()
        }
        (FieldKey::Recommendation, _) => value.is_empty() || Recommendation::parse(value).is_some(),
        _ => true,
    };
    if known {
        Ok(())
    } else {
        Err(FieldError::new(pointer, "not_a_choice", "That is not one of the choices."))
    }
}

#[cfg(test)]
mod tests {
    use super::{has_evidence, without_stamp};

    #[test]
    fn a_time_stamp_is_no_evidence() {
        assert!(!has_evidence("14:06 \n14:07"));
        assert!(!has_evidence("14:06 ok"));
        assert!(has_evidence("14:06 Named the cause"));
        assert!(has_evidence("yes"));
    }

    #[test]
    fn only_a_time_in_front_is_a_stamp() {
        assert_eq!(without_stamp("14:06 Named it"), " Named it");
        assert_eq!(without_stamp("14:06ish"), "14:06ish");
        assert_eq!(without_stamp("größe"), "größe");
    }
}
