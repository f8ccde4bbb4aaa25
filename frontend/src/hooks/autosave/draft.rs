//! The fields of a draft as this window has them: what is typed, what the server has, and what is on its way.
//! Nothing here knows the browser.

use evenhand_shared::{
    FieldError,
    scorecards::{DraftField, FieldChange, FieldKey},
};
use std::collections::BTreeMap;

/// One field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// What stands in the control.
    pub value: String,
    /// The other value of a choice that another window set.
    pub other: Option<String>,
    /// What the server found wrong with it.
    pub fault: Option<String>,
    /// The version that `value` was changed from.
    base: i64,
    /// It differs from what the server has.
    unsaved: bool,
    /// What is on its way to the server.
    sent: Option<String>,
    /// What the server refused; it is sent again only after a change.
    refused: Option<String>,
}

impl Entry {
    fn waits(&self) -> bool {
        self.unsaved && self.sent.is_none() && self.refused.as_ref() != Some(&self.value)
    }
}

/// All fields by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CardDraft {
    fields: BTreeMap<String, Entry>,
}

impl CardDraft {
    /// As the server has it.
    pub fn new(fields: &BTreeMap<String, DraftField>) -> Self {
        let mut draft = Self::default();
        draft.take_over(fields);
        draft
    }

    /// The field, when it was ever written.
    pub fn entry(&self, key: &FieldKey) -> Option<&Entry> {
        self.fields.get(&key.name())
    }

    /// What stands in a field.
    pub fn value(&self, key: &FieldKey) -> &str {
        self.entry(key).map_or("", |entry| entry.value.as_str())
    }

    /// Takes what was typed or chosen.
    pub fn edit(&mut self, key: &FieldKey, value: String) {
        if let FieldKey::Evidence(competency) = key
            && let Some(rating) = self.fields.get_mut(&FieldKey::Rating(competency.clone()).name())
        {
            // A rating that was refused for want of evidence gets another try.
            rating.refused = None;
            rating.fault = None;
        }
        let entry = self.fields.entry(key.name()).or_default();
        entry.value = value;
        entry.unsaved = true;
        entry.fault = None;
        entry.refused = None;
    }

    /// Says that of two choices the one in the control stands.
    pub fn settle(&mut self, key: &FieldKey) {
        if let Some(entry) = self.fields.get_mut(&key.name()) {
            entry.other = None;
            entry.unsaved = true;
        }
    }

    /// Takes over what was typed earlier and never reached the server, unless the field is being written now.
    pub fn recover(&mut self, changes: &[FieldChange]) {
        for change in changes {
            let entry = self.fields.entry(change.field.clone()).or_default();
            if !entry.unsaved && entry.value != change.value {
                entry.value = change.value.clone();
                entry.base = change.base;
                entry.unsaved = true;
            }
        }
    }

    /// Takes what the server has into the fields that nobody writes here now. True when something changed.
    pub fn take_over(&mut self, fields: &BTreeMap<String, DraftField>) -> bool {
        let mut changed = false;
        for (name, field) in fields {
            let entry = self.fields.entry(name.clone()).or_default();
            if !entry.unsaved && entry.sent.is_none() && field.version >= entry.base {
                changed |= entry.value != field.value || entry.other != field.other;
                entry.value.clone_from(&field.value);
                entry.other.clone_from(&field.other);
                entry.base = field.version;
            }
        }
        changed
    }

    /// Everything that the server does not have yet, with the versions it was changed from.
    pub fn unsaved(&self) -> Vec<FieldChange> {
        self.changes(|entry| entry.unsaved)
    }

    /// What to send now; it counts as on its way.
    pub fn send(&mut self) -> Vec<FieldChange> {
        let changes = self.changes(Entry::waits);
        for change in &changes {
            if let Some(entry) = self.fields.get_mut(&change.field) {
                entry.sent = Some(change.value.clone());
            }
        }
        changes
    }

    fn changes(&self, wanted: impl Fn(&Entry) -> bool) -> Vec<FieldChange> {
        self.fields
            .iter()
            .filter(|(_, entry)| wanted(entry))
            .map(|(name, e)| FieldChange { field: name.clone(), base: e.base, value: e.value.clone() })
            .collect()
    }

    /// What was on its way did not arrive.
    pub fn lost(&mut self) {
        for entry in self.fields.values_mut() {
            entry.sent = None;
        }
    }

    /// What was on its way was refused because of these faults.
    pub fn refused(&mut self, faults: &[FieldError]) {
        for (name, entry) in &mut self.fields {
            let Some(sent) = entry.sent.take() else { continue };
            let fault = faults.iter().find(|f| f.pointer.strip_prefix("/fields/") == Some(name));
            if let Some(fault) = fault {
                entry.fault = Some(fault.message.clone());
                entry.refused = Some(sent);
            }
        }
    }

    /// What was on its way arrived, and stands now as `saved`: with what another window wrote at the same time.
    pub fn arrived(&mut self, saved: &BTreeMap<String, DraftField>) {
        for (name, entry) in &mut self.fields {
            let Some(sent) = entry.sent.take() else { continue };
            let Some(field) = saved.get(name) else { continue };
            entry.other.clone_from(&field.other);
            match rebase(&entry.value, &sent, &field.value) {
                Some(value) => {
                    entry.base = field.version;
                    entry.unsaved = value != field.value;
                    entry.value = value;
                }
                // The base stays: the next save is merged by the server, and no text is lost.
                None => entry.unsaved = true,
            }
        }
    }
}

/// What stands in the control after `sent` has become `merged` on the server while `typed` was in the control.
fn rebase(typed: &str, sent: &str, merged: &str) -> Option<String> {
    if typed == sent {
        return Some(merged.to_owned());
    }
    if merged == sent {
        return Some(typed.to_owned());
    }
    if sent.is_empty() {
        return None;
    }
    // Another window's text stands before or after what was sent; typing goes on in our part of it.
    let at = merged.rfind(sent)?;
    let (before, after) = (merged.get(..at)?, merged.get(at.checked_add(sent.len())?..)?);
    Some(format!("{before}{typed}{after}"))
}

#[cfg(test)]
mod tests;
