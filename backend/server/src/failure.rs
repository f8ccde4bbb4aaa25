//! The one error type of the server's inside. `http` turns it into problem details; nothing of a 5xx's text leaves the server.

use evenhand_shared::{Code, FieldError};

/// Why an operation did not happen.
#[derive(Debug)]
pub enum Failure {
    /// Absent, or not the caller's: the two are one.
    NotFound,
    /// An answer for people, with a stable code.
    Refused {
        /// The code.
        code: Code,
        /// A sentence.
        detail: String,
    },
    /// Fields that need attention.
    Invalid(Vec<FieldError>),
    /// Too much at once; ask again after so many seconds.
    Later {
        /// `TooMany` or `Busy`.
        code: Code,
        /// Seconds.
        seconds: u64,
    },
    /// A fault of ours, for the log.
    Internal(String),
}

impl Failure {
    /// A refusal with a sentence.
    pub fn refused(code: Code, detail: impl Into<String>) -> Self {
        Self::Refused { code, detail: detail.into() }
    }

    /// One field's fault.
    pub fn field(pointer: &str, code: &str, message: impl Into<String>) -> Self {
        Self::Invalid(vec![FieldError::new(pointer, code, message)])
    }

    /// The answer to a change that was made from an older version.
    #[must_use]
    pub fn stale() -> Self {
        Self::refused(
            Code::Stale,
            "This was changed in the meantime. Look at the newer version, then try again.",
        )
    }
}

/// Only "no row" means absent; everything else the database says is a fault of ours.
impl From<diesel::result::Error> for Failure {
    fn from(error: diesel::result::Error) -> Self {
        match error {
            diesel::result::Error::NotFound => Self::NotFound,
            other => Self::Internal(format!("database: {other}")),
        }
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Internal(format!("json: {error}"))
    }
}

/// Turns a list of faults into a failure when it is not empty.
pub fn all_good(faults: Vec<FieldError>) -> Result<(), Failure> {
    if faults.is_empty() { Ok(()) } else { Err(Failure::Invalid(faults)) }
}
