//! Rejections: why, what the candidate is told, and whether they were told. Decided and announced are two things, so that a
//! batch can be announced at once and taken back until then.

use crate::Timestamp;
use serde::{Deserialize, Serialize};

/// Most characters of a letter.
pub const LETTER_MAX: usize = 5_000;

/// A rejection in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RejectionBrief {
    /// Why.
    pub reason: String,
    /// When; unknown for the oldest.
    pub decided_at: Option<Timestamp>,
    /// Whether it can be taken back: the candidate was not told.
    pub undo: bool,
}

/// Why an application was rejected, as a word to choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RejectionKind {
    /// Somebody else fits the job better.
    OthersCloser,
    /// The experience that the job needs is not there yet.
    Experience,
    /// The interviews did not show what the job needs.
    Interviews,
    /// Pay, place or hours do not meet.
    Terms,
    /// The candidate no longer wants the job.
    Withdrew,
    /// The job was filled or stopped.
    JobClosed,
    /// Something else, told in words.
    #[default]
    Other,
}

impl RejectionKind {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::OthersCloser,
        Self::Experience,
        Self::Interviews,
        Self::Terms,
        Self::Withdrew,
        Self::JobClosed,
        Self::Other,
    ];

    /// The reason in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::OthersCloser => "Others were closer to what the job needs",
            Self::Experience => "The experience is not there yet",
            Self::Interviews => "The interviews did not show what the job needs",
            Self::Terms => "Pay, place or hours do not meet",
            Self::Withdrew => "Withdrew",
            Self::JobClosed => "The job was filled or stopped",
            Self::Other => "Something else",
        }
    }

    /// Whether the reason says nothing without words of its own.
    #[must_use]
    pub const fn needs_words(self) -> bool {
        matches!(self, Self::Other)
    }

    /// The sentence of the letter that goes with the reason.
    const fn sentence(self) -> &'static str {
        match self {
            Self::OthersCloser => {
                "We have decided to go on with people whose experience is closer to what this job needs."
            }
            Self::Experience => {
                "For this job we are looking for more experience than we could see in your application."
            }
            Self::Interviews => "After our conversations we have decided not to go on together for this job.",
            Self::Terms => "What we can offer for this job and what you are looking for do not meet.",
            Self::Withdrew => {
                "You told us that you do not want to go on with your application. We respect that and close it."
            }
            Self::JobClosed => "We are no longer looking for somebody for this job.",
            Self::Other => "We have decided not to go on with your application.",
        }
    }
}

/// The letter that is offered for a reason, with name and job filled in. It is a beginning: people edit it.
#[must_use]
pub fn letter(kind: RejectionKind, name: &str, job: &str) -> String {
    let thanks = format!("Thank you for applying for {job}, and for the time you gave us.");
    let sentence = kind.sentence();
    let close =
        "If you would like to know more about how we came to this, answer this letter and we will tell you.";
    format!("Dear {name},\n\n{thanks}\n\n{sentence}\n\n{close}\n\nWith kind regards\n")
}

/// `POST /api/v1/applications/{id}/rejection`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Rejection {
    /// The reason that was chosen; something else when nothing is.
    #[serde(default)]
    pub kind: RejectionKind,
    /// Why, in words: 3 to 2,000 characters. May be empty where the chosen reason says enough.
    pub reason: String,
    /// The letter to the candidate; may be empty.
    #[serde(default)]
    pub letter: String,
    /// The version that was seen.
    pub version: i64,
}

/// `PATCH /api/v1/applications/{id}/rejection`: the letter, as long as it was not announced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LetterChange {
    /// The letter.
    pub letter: String,
    /// The version that was seen.
    pub version: i64,
}

/// The version that was seen, for acts that need nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SeenVersion {
    /// The version.
    pub version: i64,
}

/// A rejection on the candidate's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RejectionDetail {
    /// The reason that was chosen.
    pub kind: RejectionKind,
    /// Why, in words.
    pub reason: String,
    /// The letter.
    pub letter: String,
    /// Who decided.
    pub decided_by: Option<String>,
    /// When.
    pub decided_at: Option<Timestamp>,
    /// When the candidate was told; absent while it is decided and not announced.
    pub announced_at: Option<Timestamp>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_carry_name_and_job_and_never_the_words_of_the_team() {
        for kind in RejectionKind::ALL {
            let text = letter(kind, "Noor Haddad", "Backend engineer");
            assert!(text.starts_with("Dear Noor Haddad,\n"), "{text}");
            assert!(text.contains("Backend engineer"), "{text}");
            assert!(text.len() < LETTER_MAX);
        }
    }
}
