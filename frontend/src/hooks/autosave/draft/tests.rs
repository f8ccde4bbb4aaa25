use super::*;
use evenhand_shared::scorecards::{DIVIDER, merge_field};

fn evidence() -> FieldKey {
    FieldKey::Evidence("debugging".to_owned())
}

fn rating() -> FieldKey {
    FieldKey::Rating("debugging".to_owned())
}

/// A server of one card that merges as the real one does.
#[derive(Default)]
struct Store(BTreeMap<String, DraftField>);

impl Store {
    fn save(&mut self, changes: &[FieldChange]) -> BTreeMap<String, DraftField> {
        let mut saved = BTreeMap::new();
        for change in changes {
            let key = FieldKey::parse(&change.field).unwrap();
            let current = self.0.get(&change.field).cloned().unwrap_or_default();
            let merged = merge_field(&key, &current, change.base, &change.value);
            self.0.insert(change.field.clone(), merged.clone());
            saved.insert(change.field.clone(), merged);
        }
        saved
    }
}

#[test]
fn typing_goes_on_while_a_save_is_under_way() {
    let (mut store, mut draft) = (Store::default(), CardDraft::default());
    draft.edit(&evidence(), "Named".to_owned());
    let first = draft.send();
    draft.edit(&evidence(), "Named the cause".to_owned());
    assert!(draft.send().is_empty(), "one save of a field at a time");
    draft.arrived(&store.save(&first));
    assert_eq!(draft.value(&evidence()), "Named the cause");
    let second = draft.send();
    draft.arrived(&store.save(&second));
    assert!(draft.unsaved().is_empty());
    assert_eq!(store.0.get(&evidence().name()).map(|f| f.version), Some(2));
}

#[test]
fn two_windows_lose_nothing_even_while_one_types_on() {
    let mut store = Store::default();
    let (mut here, mut there) = (CardDraft::default(), CardDraft::default());
    there.edit(&evidence(), "from the other window".to_owned());
    let other = there.send();
    there.arrived(&store.save(&other));
    here.edit(&evidence(), "from this one".to_owned());
    let mine = here.send();
    here.edit(&evidence(), "from this one, and more".to_owned());
    here.arrived(&store.save(&mine));
    let both = format!("from the other window{DIVIDER}from this one, and more");
    assert_eq!(here.value(&evidence()), both);
    let rest = here.send();
    here.arrived(&store.save(&rest));
    assert_eq!(store.0.get(&evidence().name()).map(|f| f.value.clone()), Some(both));
    assert!(here.unsaved().is_empty());
}

#[test]
fn of_two_choices_the_other_is_shown_until_one_is_settled() {
    let mut store = Store::default();
    let (mut here, mut there) = (CardDraft::default(), CardDraft::default());
    there.edit(&rating(), "4".to_owned());
    let other = there.send();
    there.arrived(&store.save(&other));
    here.edit(&rating(), "3".to_owned());
    let mine = here.send();
    here.arrived(&store.save(&mine));
    assert_eq!(here.entry(&rating()).and_then(|e| e.other.clone()), Some("4".to_owned()));
    here.settle(&rating());
    let settled = here.send();
    here.arrived(&store.save(&settled));
    assert_eq!(here.entry(&rating()).and_then(|e| e.other.clone()), None);
    assert_eq!(here.value(&rating()), "3");
}

#[test]
fn what_was_refused_waits_for_a_change_and_holds_nothing_else_up() {
    let mut draft = CardDraft::default();
    draft.edit(&rating(), "3".to_owned());
    draft.edit(&FieldKey::Takeaways, "Calm under pressure".to_owned());
    assert_eq!(draft.send().len(), 2);
    let fault = FieldError::new("/fields/rating:debugging", "evidence_first", "Write first.");
    draft.refused(&[fault]);
    let names: Vec<String> = draft.send().into_iter().map(|c| c.field).collect();
    assert_eq!(names, ["takeaways"]);
    draft.lost();
    draft.edit(&evidence(), "Read the log".to_owned());
    let names: Vec<String> = draft.send().into_iter().map(|c| c.field).collect();
    assert_eq!(names, ["evidence:debugging", "rating:debugging", "takeaways"]);
}

#[test]
fn a_copy_from_earlier_is_merged_with_what_came_since() {
    let mut store = Store::default();
    let mut there = CardDraft::default();
    there.edit(&FieldKey::Takeaways, "written elsewhere".to_owned());
    let other = there.send();
    there.arrived(&store.save(&other));
    let mut here = CardDraft::new(&store.0);
    here.recover(&[FieldChange { field: "takeaways".to_owned(), base: 0, value: "kept here".to_owned() }]);
    let mine = here.send();
    here.arrived(&store.save(&mine));
    assert_eq!(here.value(&FieldKey::Takeaways), format!("written elsewhere{DIVIDER}kept here"));
}

#[test]
fn what_the_server_has_never_overwrites_what_is_being_typed() {
    let mut draft = CardDraft::default();
    draft.edit(&FieldKey::PrivateNotes, "mine".to_owned());
    let theirs = DraftField { value: "theirs".to_owned(), version: 5, other: None };
    let fields = BTreeMap::from([("private_notes".to_owned(), theirs)]);
    assert!(!draft.take_over(&fields));
    assert_eq!(draft.value(&FieldKey::PrivateNotes), "mine");
}
