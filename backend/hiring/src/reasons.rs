//! Reasons that people must give for guarded acts: long enough to be one, and not a row of dots.

use evenhand_shared::FieldError;

/// Most characters of a reason.
pub const REASON_MAX: usize = 2_000;

/// How much an act asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReasonKind {
    /// At least 3 characters: a rejection.
    Short,
    /// At least 10 characters: an early opening, an amendment, a withdrawal.
    Full,
}

impl ReasonKind {
    /// Fewest characters.
    #[must_use]
    pub const fn min(self) -> usize {
        match self {
            Self::Short => 3,
            Self::Full => 10,
        }
    }
}

/// Checks a reason and gives it back without the white space around it.
pub fn check_reason(pointer: &str, kind: ReasonKind, text: &str) -> Result<String, FieldError> {
    let text = text.trim();
    let length = text.chars().count();
    let min = kind.min();
    if text.is_empty() {
        return Err(FieldError::new(pointer, "required", "Write a reason; it stays in the record."));
    }
    if length < min {
        return Err(FieldError::new(
            pointer,
            "too_short",
            format!("Write at least {min} characters, so that others understand the reason later."),
        ));
    }
    if length > REASON_MAX {
        return Err(FieldError::new(pointer, "too_long", "Keep the reason under 2,000 characters."));
    }
    if repeats_one_character(text) {
        return Err(FieldError::new(
            pointer,
            "not_a_reason",
            "Write the reason in words; the same character over and over tells nobody anything.",
        ));
    }
    Ok(text.to_owned())
}

fn repeats_one_character(text: &str) -> bool {
    let mut seen = text.chars().filter(|c| !c.is_whitespace());
    match seen.next() {
        Some(first) => seen.all(|c| c == first),
        None => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(kind: ReasonKind, text: &str) -> String {
        check_reason("/reason", kind, text).unwrap_or_else(|fault| fault.code)
    }

    #[test]
    fn s09_reasons_must_say_something() {
        let most = "ab".repeat(1_000);
        let too_long = format!("{most}c");
        let table = [
            (ReasonKind::Short, "", "required"),
            (ReasonKind::Short, " \t\n ", "required"),
            (ReasonKind::Short, "no", "too_short"),
            (ReasonKind::Short, " no  ", "too_short"),
            (ReasonKind::Short, "pay", "pay"),
            (ReasonKind::Short, "...", "not_a_reason"),
            (ReasonKind::Full, "Too short", "too_short"),
            (ReasonKind::Full, "xxxxxxxxxxxx", "not_a_reason"),
            (ReasonKind::Full, "x x x x x x x x", "not_a_reason"),
            (ReasonKind::Full, "  One panelist is on leave.  ", "One panelist is on leave."),
            (ReasonKind::Full, "理由は面接官の休暇です", "理由は面接官の休暇です"),
            (ReasonKind::Full, &most, &most),
            (ReasonKind::Full, &too_long, "too_long"),
        ];
        for (kind, text, expected) in table {
            assert_eq!(code(kind, text), expected, "{kind:?} {text:?}");
        }
    }
}
