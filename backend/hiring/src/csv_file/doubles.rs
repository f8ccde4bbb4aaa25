//! Rows that share a name or an address.

use super::{fault, fold};
use evenhand_shared::people::RowFault;
use std::collections::BTreeMap;

/// Notes a name that stands twice, and names an address that does.
pub(crate) struct Doubles {
    emails: Seen,
    names: Seen,
}

impl Doubles {
    pub const fn new() -> Self {
        Self { emails: Seen::new(), names: Seen::new() }
    }

    pub fn look(
        &mut self,
        name: &str,
        email: &str,
        line: u64,
        faults: &mut Vec<RowFault>,
        notes: &mut Vec<String>,
    ) {
        if let Some(first) = self.emails.before(email, line) {
            let message = format!(
                "The address {email} stands on lines {first} and {line}; keep one of them, or correct the other."
            );
            faults.push(fault(line, "email", message));
        } else if let Some(first) = self.names.before(name, line) {
            notes.push(format!(
                "Lines {first} and {line} have the same name, {name}, with different addresses; check that they are two people."
            ));
        }
    }
}

/// Names rows that share something; the first line of each is given.
struct Seen {
    first: BTreeMap<String, u64>,
}

impl Seen {
    const fn new() -> Self {
        Self { first: BTreeMap::new() }
    }

    /// Remembers `text` on `line`, or gives the line on which it stood before.
    fn before(&mut self, text: &str, line: u64) -> Option<u64> {
        let folded = fold(text);
        if folded.is_empty() {
            return None;
        }
        match self.first.get(&folded) {
            Some(first) => Some(*first),
            None => {
                self.first.insert(folded, line);
                None
            }
        }
    }
}
