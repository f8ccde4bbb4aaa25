//! Audit entries as an auditor reads them.

use crate::{PersonId, Timestamp};
use serde::{Deserialize, Serialize};

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditEntry {
    /// When.
    pub at: Timestamp,
    /// Who; absent for acts of the system and of the host's shell.
    pub actor: Option<PersonId>,
    /// What, as a stable word such as `scorecard.submit`.
    pub action: String,
    /// The kind of thing acted on.
    pub object_kind: String,
    /// Its identifier.
    pub object_id: String,
}
