//! Choosing who sits on a panel.

use super::words::{KINDS, kind_words};
use crate::components::{
    availability,
    button::{Button, Look},
    field::{CheckField, SelectField},
    order::ordered,
};
use evenhand_shared::{
    PersonId, Timestamp,
    loops::{NewSlot, SlotKind},
    people::{PersonRow, PersonState, Role},
};
use std::rc::Rc;
use yew::prelude::*;

/// One place while it is chosen.
#[derive(Clone, PartialEq)]
pub struct Seat {
    /// The person's identifier; empty while nobody is chosen.
    pub person: String,
    /// As what.
    pub kind: SlotKind,
    /// The panel is incomplete without this card.
    pub required: bool,
}

impl Default for Seat {
    fn default() -> Self {
        Self { person: String::new(), kind: SlotKind::Interviewer, required: true }
    }
}

impl Seat {
    /// As it is sent; a place without a person is left out by the caller.
    pub fn slot(&self) -> NewSlot {
        NewSlot {
            person_id: PersonId(self.person.clone()),
            kind: self.kind,
            required: self.required && self.kind != SlotKind::Shadow,
        }
    }
}

/// A change to one place.
#[derive(Clone)]
pub enum SeatChange {
    /// Who.
    Person(String),
    /// As what.
    Kind(SlotKind),
    /// Whether the panel is incomplete without this card.
    Required(bool),
}

impl Seat {
    /// Takes a change.
    pub fn take(&mut self, change: SeatChange) {
        match change {
            SeatChange::Person(id) => self.person = id,
            SeatChange::Kind(kind) => self.kind = kind,
            SeatChange::Required(on) => self.required = on,
        }
    }
}

/// People to choose from, interviewers first. Whoever was invited and has not been here yet cannot be chosen.
pub fn person_options(people: &[PersonRow]) -> Vec<(AttrValue, AttrValue)> {
    let rows = people.iter().filter(|p| p.state == PersonState::Active).collect();
    let rank = |p: &PersonRow| (!p.roles.contains(&Role::Interviewer), p.name.to_lowercase());
    let rows = ordered(rows, &|a, b| rank(a).cmp(&rank(b)));
    let mut options: Vec<(AttrValue, AttrValue)> = vec![("".into(), "Choose a person".into())];
    options.extend(rows.iter().map(|p| {
        let words =
            if p.function.is_empty() { p.name.clone() } else { format!("{}, {}", p.name, p.function) };
        (p.id.0.clone().into(), words.into())
    }));
    options
}

/// Properties of [`SeatFields`].
#[derive(Properties, PartialEq)]
pub struct SeatFieldsProps {
    /// The place.
    pub seat: Seat,
    /// Who can be chosen.
    pub people: Rc<Vec<PersonRow>>,
    /// When the interview begins, if that is known, and how many minutes it takes: for a hint about leave and working hours.
    #[prop_or_default]
    pub at: Option<Timestamp>,
    /// Minutes.
    #[prop_or_default]
    pub minutes: i64,
    /// Hears changes.
    pub onchange: Callback<SeatChange>,
    /// Takes the place away.
    #[prop_or_default]
    pub onremove: Option<Callback<()>>,
    /// What is wrong with the place.
    #[prop_or_default]
    pub error: Option<AttrValue>,
}

/// One place: who, as what, whether required.
#[component]
pub fn SeatFields(props: &SeatFieldsProps) -> Html {
    let kinds: Vec<(AttrValue, AttrValue)> =
        KINDS.iter().map(|kind| (kind_words(*kind).into(), kind_words(*kind).into())).collect();
    let shadow = props.seat.kind == SlotKind::Shadow;
    let person = props.people.iter().find(|p| p.id.as_str() == props.seat.person);
    let name = person.map(|p| p.name.clone());
    let hint = person.and_then(|p| availability::words(p, props.at, props.minutes));
    html! {
        <div class="seat">
            <SelectField label="Person" value={props.seat.person.clone()} options={person_options(&props.people)} hint={hint.map(AttrValue::from)}
                onchange={props.onchange.reform(SeatChange::Person)} error={props.error.clone()} />
            <SelectField label="As" value={kind_words(props.seat.kind)} options={kinds}
                onchange={props.onchange.reform(|words: String| {
                    SeatChange::Kind(KINDS.into_iter().find(|k| kind_words(*k) == words).unwrap_or(SlotKind::Interviewer))
                })} />
            <CheckField label="Required" checked={props.seat.required && !shadow} disabled={shadow} onchange={props.onchange.reform(SeatChange::Required)} />
            if let Some(onremove) = &props.onremove {
                <Button look={Look::Quiet} label={format!("Remove {} from this panel", name.as_deref().unwrap_or("this place"))} onclick={onremove.reform(|_| ())}>{"Remove"}</Button>
            }
        </div>
    }
}
