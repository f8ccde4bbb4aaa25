//! What all drafts have in common: who began them and who changed them last.

use evenhand_shared::{PersonId, Timestamp};

/// Who writes a draft.
#[derive(Debug, Clone)]
pub struct Authors {
    /// Who began it.
    pub started_by: PersonId,
    /// When.
    pub started_at: Timestamp,
    /// Who made the last change.
    pub changed_by: PersonId,
    /// When.
    pub changed_at: Timestamp,
    /// Rises with every change. It begins with the time, so that a draft begun after another was thrown away never has the
    /// versions of that one.
    pub version: i64,
}

impl Authors {
    /// Of a draft that begins now.
    #[must_use]
    pub fn begin(person: &PersonId, now: Timestamp) -> Self {
        Self {
            started_by: person.clone(),
            started_at: now,
            changed_by: person.clone(),
            changed_at: now,
            version: now.0,
        }
    }

    /// Somebody changes the draft now.
    pub fn change(&mut self, person: &PersonId, now: Timestamp) {
        self.changed_by = person.clone();
        self.changed_at = now;
        self.version = now.0.max(self.version.saturating_add(1));
    }
}
