//! What a rejection must say, and what can follow from it.

use crate::reasons::{ReasonKind, check_reason};
use evenhand_shared::{
    FieldError,
    rejections::{LETTER_MAX, RejectionKind},
};

/// Checks a rejection: answers the reason in words and the letter, without the white space around them.
pub fn check(kind: RejectionKind, reason: &str, letter: &str) -> Result<(String, String), Vec<FieldError>> {
    let mut faults = Vec::new();
    let reason = if reason.trim().is_empty() && !kind.needs_words() {
        kind.words().to_owned()
    } else {
        check_reason("/reason", ReasonKind::Short, reason).unwrap_or_else(|fault| {
            faults.push(fault);
            String::new()
        })
    };
    let letter = check_letter(letter).unwrap_or_else(|fault| {
        faults.push(fault);
        String::new()
    });
    if faults.is_empty() { Ok((reason, letter)) } else { Err(faults) }
}

/// Checks a letter; an empty one is fine.
pub fn check_letter(letter: &str) -> Result<String, FieldError> {
    let letter = letter.trim();
    if letter.chars().count() > LETTER_MAX {
        return Err(FieldError::new("/letter", "too_long", "Keep the letter under 5,000 characters."));
    }
    Ok(letter.to_owned())
}

/// Where an application stands between being considered and being told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Not rejected.
    Running,
    /// Rejected; the candidate does not know yet.
    Decided,
    /// Rejected, and the candidate was told.
    Announced,
}

/// What somebody wants to do about a rejection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Reject.
    Decide,
    /// Change the letter.
    Write,
    /// Take the rejection back.
    Undo,
    /// Note that the candidate was told.
    Announce,
    /// Start a loop.
    StartLoop,
}

/// Whether the step can be taken; the error is the sentence for whoever tried.
pub const fn may(state: State, step: Step) -> Result<(), &'static str> {
    match (state, step) {
        (State::Running, Step::Decide | Step::StartLoop)
        | (State::Decided, Step::Write | Step::Undo | Step::Announce) => Ok(()),
        (State::Running, _) => Err("This application is not rejected."),
        (_, Step::StartLoop) => {
            Err("This application was rejected; no loop starts. Take the rejection back first.")
        }
        (_, Step::Decide) => Err("This application was rejected already."),
        (State::Announced, _) => Err("The candidate was told already, so the rejection stands."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rejection_can_be_taken_back_until_it_was_announced() {
        use State::{Announced, Decided, Running};
        use Step::{Announce, Decide, StartLoop, Undo, Write};
        let allowed =
            [(Running, Decide), (Running, StartLoop), (Decided, Write), (Decided, Undo), (Decided, Announce)];
        for state in [Running, Decided, Announced] {
            for step in [Decide, Write, Undo, Announce, StartLoop] {
                assert_eq!(may(state, step).is_ok(), allowed.contains(&(state, step)), "{state:?} {step:?}");
            }
        }
    }

    #[test]
    fn words_are_asked_for_where_the_reason_says_nothing() {
        let table = [
            (RejectionKind::Other, "", None),
            (RejectionKind::Other, "  no ", None),
            (RejectionKind::Other, " Moved away. ", Some("Moved away.")),
            (RejectionKind::Terms, "", Some("Pay, place or hours do not meet")),
            (RejectionKind::Terms, "..", None),
            (RejectionKind::Terms, "Wants four days.", Some("Wants four days.")),
        ];
        for (kind, reason, expected) in table {
            let found = check(kind, reason, "").ok().map(|(reason, _)| reason);
            assert_eq!(found.as_deref(), expected, "{kind:?} {reason:?}");
        }
        assert!(check(RejectionKind::Terms, "", &"x".repeat(5_001)).is_err());
    }
}
