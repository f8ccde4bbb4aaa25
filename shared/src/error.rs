//! The one error shape of the API: RFC 9457 problem details with a code that programs can rely on.

use serde::{Deserialize, Serialize};

/// What went wrong, as a stable word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// Absent, or not yours: the two look the same.
    NotFound,
    /// No valid session.
    Unauthenticated,
    /// The caller's own role does not include this.
    Forbidden,
    /// Wrong address or password; the same for unknown and disabled accounts.
    BadCredentials,
    /// The link was used, was replaced or taken back, or never existed.
    BadLink,
    /// The link's time is over.
    LinkExpired,
    /// Cookie requests must come from the product's own pages.
    WrongOrigin,
    /// Another request has just rotated this session; try again with the new cookie.
    RefreshRaced,
    /// The body is not what this operation takes.
    BadRequest,
    /// The body does not fit this operation's limits.
    TooLarge,
    /// This path does not take this method.
    MethodNotAllowed,
    /// Some fields need attention; see `errors`.
    Invalid,
    /// A query parameter that this list does not take.
    UnknownParameter,
    /// A write needs `If-Match`.
    PreconditionRequired,
    /// Someone else, or another window, changed this first.
    Stale,
    /// The thing is in a state in which this cannot be done.
    Conflict,
    /// The job's status does not allow this: it takes no candidates, or no loops.
    JobNotOpen,
    /// A sealed scorecard cannot be changed; append an amendment.
    Sealed,
    /// The ten seconds for undo have passed.
    UndoOver,
    /// Too many tries; see `Retry-After`.
    TooMany,
    /// The server is busy; see `Retry-After`.
    Busy,
    /// A fault of ours; nothing was changed.
    Internal,
}

/// One field that needs attention.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldError {
    /// JSON pointer into the request body, such as `/email`.
    pub pointer: String,
    /// A stable word, such as `required` or `too_long`.
    pub code: String,
    /// A sentence for people: what is wrong and what to do.
    pub message: String,
}

impl FieldError {
    /// A fault at `pointer`.
    #[must_use]
    pub fn new(pointer: impl Into<String>, code: &str, message: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), code: code.to_owned(), message: message.into() }
    }
}

/// Problem details.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// A URI reference that names the kind of problem.
    #[serde(rename = "type")]
    pub kind: String,
    /// A short title in words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// The same kind as a word.
    pub code: Code,
    /// A sentence for people.
    pub detail: String,
    /// Faults by field.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
}
