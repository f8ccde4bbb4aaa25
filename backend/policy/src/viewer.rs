//! The observer.

use evenhand_shared::{PersonId, people::Role};
use std::collections::BTreeSet;

/// One natural person who asks, with the roles held at this very request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Viewer {
    id: PersonId,
    roles: BTreeSet<Role>,
}

impl Viewer {
    /// The person with the roles that the database holds for them now.
    #[must_use]
    pub fn new(id: PersonId, roles: impl IntoIterator<Item = Role>) -> Self {
        Self { id, roles: roles.into_iter().collect() }
    }

    /// Who.
    #[must_use]
    pub const fn id(&self) -> &PersonId {
        &self.id
    }

    /// Whether this role is held now.
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// The roles held now.
    pub fn roles(&self) -> impl Iterator<Item = Role> + '_ {
        self.roles.iter().copied()
    }
}
