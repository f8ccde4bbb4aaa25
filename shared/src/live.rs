//! Live events: what a page is told over the event stream.

use serde::{Deserialize, Serialize};

/// One event of `GET /api/v1/events`. It says only that something the viewer may see has changed;
/// the page asks for the thing itself with its own rights.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", tag = "event")]
pub enum LiveEvent {
    /// The resource at this API path (as subscribed) looks different to this viewer.
    Changed {
        /// API path, such as `/api/v1/loops/…`.
        path: String,
    },
    /// The session has ended; the page must log in again.
    SignedOut,
}
