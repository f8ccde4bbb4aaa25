//! Scorecards: the panelist's own view, drafts and their merging, review, submission, amendments.

use crate::{
    AssignmentId, FieldError, Timestamp,
    loops::{SlotKind, SlotState},
    plan::{Competency, Kit, RevealRule},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Overall recommendation: no neutral, asked last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Recommendation {
    /// Would argue against.
    StrongNo,
    /// Would not hire.
    No,
    /// Would hire.
    Yes,
    /// Would argue for.
    StrongYes,
}

impl Recommendation {
    /// Every recommendation from the lowest to the highest.
    pub const ALL: [Self; 4] = [Self::StrongNo, Self::No, Self::Yes, Self::StrongYes];

    /// As it stands in a draft field.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::StrongNo => "strong_no",
            Self::No => "no",
            Self::Yes => "yes",
            Self::StrongYes => "strong_yes",
        }
    }

    /// In words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::StrongNo => "Strong no",
            Self::No => "No",
            Self::Yes => "Yes",
            Self::StrongYes => "Strong yes",
        }
    }

    /// Reads [`Recommendation::key`].
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.key() == text)
    }
}

/// State of the author's own card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum CardState {
    /// Being written; nobody else can read it.
    Draft,
    /// Submitted less than ten seconds ago: still nothing for anyone else, and can be undone.
    Sealing,
    /// Sealed: revision 1 stands for good.
    Submitted,
    /// Withdrawn with a reason.
    Withdrawn,
    /// The place is void (declined, cancelled, no-show, replaced): no card is owed.
    Void,
}

/// One of "my interviews". Built from the caller's own rows alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MyInterview {
    /// The assignment, and the scorecard.
    pub id: AssignmentId,
    /// The candidate's name, or a constant where the stage is blind.
    pub candidate_name: String,
    /// The job's title and level.
    pub job: String,
    /// The kit's name.
    pub kit_name: String,
    /// Planned minutes.
    pub minutes: i64,
    /// When it starts.
    pub starts_at: Option<Timestamp>,
    /// IANA zone in which the time was agreed.
    pub zone: Option<String>,
    /// Room or link.
    pub place: String,
    /// As what.
    pub kind: SlotKind,
    /// State of the place.
    pub slot: SlotState,
    /// State of the card.
    pub card: CardState,
    /// When the card is due: 24 hours after the interview's end.
    pub due_at: Option<Timestamp>,
}

/// The scorecard page: everything a panelist needs, and nothing about anybody else.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ScorecardPage {
    /// The interview as in the list.
    pub interview: MyInterview,
    /// The kit.
    pub kit: Kit,
    /// The focus competencies with the frozen rubrics, in the kit's order.
    pub competencies: Vec<Competency>,
    /// Number of the frozen plan version.
    pub plan_number: i64,
    /// The brief as it was at assignment.
    pub brief: String,
    /// The stage as it was at assignment.
    pub stage: String,
    /// Names of the planned kits of the loop at assignment, in order.
    pub planned_kits: Vec<String>,
    /// The candidate's answers that the kit lists: heading and text.
    pub answers: Vec<(String, String)>,
    /// The loop's reveal rule.
    pub reveal: RevealRule,
    /// The draft, or what was submitted, field by field (see [`FieldKey`]).
    pub fields: BTreeMap<String, DraftField>,
    /// When the seal falls, while the card is `sealing`.
    pub seals_at: Option<Timestamp>,
    /// When it was sealed.
    pub submitted_at: Option<Timestamp>,
    /// The author had been shown others' sealed content before submitting.
    pub exposed: bool,
    /// Amendments in order.
    pub amendments: Vec<Amendment>,
    /// Path of the loop's packet when the caller may ask for it: known from the caller's own card alone.
    pub packet_path: Option<String>,
}

/// A draft field.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DraftField {
    /// Content as text; ratings are digits, `na` means not assessed.
    pub value: String,
    /// Version of this field, from 1; 0 when it was never written.
    pub version: i64,
    /// The other value of a choice that two windows set differently.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other: Option<String>,
}

/// The fields of a draft. Their names on the wire: `evidence:KEY`, `rating:KEY`, `reason:KEY`, `recommendation`, `takeaways`, `private_notes`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FieldKey {
    /// Evidence for a competency.
    Evidence(String),
    /// Rating of a competency: `1` to `5`, or `na`.
    Rating(String),
    /// Why a competency was not assessed.
    Reason(String),
    /// Overall recommendation.
    Recommendation,
    /// Key take-aways.
    Takeaways,
    /// Private notes, never shared.
    PrivateNotes,
}

impl FieldKey {
    /// Reads a field's name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "recommendation" => return Some(Self::Recommendation),
            "takeaways" => return Some(Self::Takeaways),
            "private_notes" => return Some(Self::PrivateNotes),
            _ => {}
        }
        let (kind, key) = name.split_once(':')?;
        match kind {
            "evidence" => Some(Self::Evidence(key.to_owned())),
            "rating" => Some(Self::Rating(key.to_owned())),
            "reason" => Some(Self::Reason(key.to_owned())),
            _ => None,
        }
    }

    /// The field's name.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Evidence(key) => format!("evidence:{key}"),
            Self::Rating(key) => format!("rating:{key}"),
            Self::Reason(key) => format!("reason:{key}"),
            Self::Recommendation => "recommendation".to_owned(),
            Self::Takeaways => "takeaways".to_owned(),
            Self::PrivateNotes => "private_notes".to_owned(),
        }
    }

    /// Whether it holds a choice rather than text.
    #[must_use]
    pub const fn is_choice(&self) -> bool {
        matches!(self, Self::Rating(_) | Self::Recommendation)
    }
}

/// `PATCH /api/v1/scorecards/{id}`: changes to the draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DraftChange {
    /// Fields that changed.
    pub fields: Vec<FieldChange>,
}

/// One changed field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct FieldChange {
    /// The field's name.
    pub field: String,
    /// The version it was changed from.
    pub base: i64,
    /// The new content.
    pub value: String,
}

/// The answer to a draft change: the changed fields as they stand now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DraftSaved {
    /// Fields by name.
    pub fields: BTreeMap<String, DraftField>,
    /// When it was saved.
    pub saved_at: Timestamp,
}

/// Stands between two texts that were written in two windows at once.
pub const DIVIDER: &str = "\n\n— also written in another window —\n\n";

/// Merges a change into a field (S18): nobody's text is lost; of two choices the later stands and the other is shown.
///
/// `current` is the stored field, `base` the version that the writer had seen.
#[must_use]
pub fn merge_field(key: &FieldKey, current: &DraftField, base: i64, value: &str) -> DraftField {
    if current.value == value {
        return DraftField { value: current.value.clone(), version: current.version, other: None };
    }
    let next = current.version.saturating_add(1);
    if base == current.version || current.value.is_empty() {
        return DraftField { value: value.to_owned(), version: next, other: None };
    }
    if key.is_choice() {
        return DraftField { value: value.to_owned(), version: next, other: Some(current.value.clone()) };
    }
    if current.value.contains(value) {
        return DraftField { value: current.value.clone(), version: current.version, other: None };
    }
    if value.contains(current.value.as_str()) {
        return DraftField { value: value.to_owned(), version: next, other: None };
    }
    DraftField { value: format!("{}{DIVIDER}{value}", current.value), version: next, other: None }
}

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

/// A mark for one competency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Mark {
    /// A level of the rubric, from 1.
    Rated {
        /// The level.
        level: i64,
    },
    /// Not assessed, with a reason.
    NotAssessed {
        /// Why.
        reason: String,
    },
}

/// A competency's mark with its evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CompetencyMark {
    /// Key of the competency.
    pub competency: String,
    /// What the candidate said or did.
    pub evidence: String,
    /// The mark.
    pub mark: Mark,
}

/// What a card says: the content that is sealed and later shown. Private notes are not part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CardContent {
    /// Marks in the kit's order.
    pub marks: Vec<CompetencyMark>,
    /// Overall recommendation.
    pub recommendation: Recommendation,
    /// Key take-aways.
    pub takeaways: String,
}

/// Whether an amendment was written before or after its author had been shown anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AmendmentTag {
    /// Its author had been served nothing of others.
    Sealed,
    /// Its author had been served others' content.
    AfterReveal,
}

/// A later change to a card, appended with a reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Amendment {
    /// Revision number, from 2.
    pub revision: i64,
    /// When.
    pub at: Timestamp,
    /// Why.
    pub reason: String,
    /// Before or after the reveal.
    pub tag: AmendmentTag,
    /// The card as amended.
    pub content: CardContent,
}

/// `POST /api/v1/scorecards/{id}/amendments`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewAmendment {
    /// Why; 10 to 2,000 characters.
    pub reason: String,
    /// The whole card as it should read; fields as in a draft.
    pub fields: BTreeMap<String, String>,
}

/// `POST /api/v1/scorecards/{id}/withdrawal`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    /// Why; 10 to 2,000 characters.
    pub reason: String,
}

/// The constant answer to a submission: it tells nothing about anybody else (S9).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Submitted {
    /// When the seal falls; undo is possible until then.
    pub seals_at: Timestamp,
}

/// Seconds during which a submission can be undone.
pub const UNDO_SECONDS: i64 = 10;

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
