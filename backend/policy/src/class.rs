//! The blindness class that every route declares.

/// How an operation keeps its answer independent of what is hidden from the caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Tells nothing about any candidate: people, plans, jobs, the product itself.
    Neutral,
    /// Built from the caller's own rows alone: own interviews, own scorecard, own sessions.
    Own,
    /// A list in which rows about candidates on whom the caller is open are constants, or left out by the caller's own rows.
    Frozen,
    /// Absent (404) for a caller who is open on the candidate, decided from the caller's own rows before anything else is read.
    Gated,
}

impl Class {
    /// The class as it stands in the OpenAPI document (`x-blindness`).
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Own => "own",
            Self::Frozen => "frozen",
            Self::Gated => "gated",
        }
    }
}
