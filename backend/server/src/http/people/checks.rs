//! Checks of a person's fields that need more than `shared` knows: the list of time zones, and at least one role.

use evenhand_shared::{FieldError, people::Role};

/// Whether the text names a time zone.
pub fn known_zone(text: &str) -> bool {
    text.parse::<chrono_tz::Tz>().is_ok()
}

/// Checks a zone.
pub fn check_zone(zone: &str, faults: &mut Vec<FieldError>) {
    if !known_zone(zone.trim()) {
        faults.push(FieldError::new(
            "/zone",
            "unknown_zone",
            "This is not a time zone; write it like Europe/Berlin or Etc/UTC.",
        ));
    }
}

/// Checks roles.
pub fn check_roles(roles: &[Role], faults: &mut Vec<FieldError>) {
    if roles.is_empty() {
        faults.push(FieldError::new("/roles", "required", "Choose at least one role."));
    }
}
