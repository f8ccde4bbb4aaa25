//! Planning one interview: when, where, who.

use super::panel::{Seat, SeatChange, SeatFields};
use crate::components::{
    button::{Button, Look},
    field::TextField,
    time::{from_local, zone},
};
use evenhand_shared::{loops::NewInterview, people::PersonRow};
use std::rc::Rc;
use yew::prelude::*;

/// An interview while it is planned.
#[derive(Clone, PartialEq)]
pub struct InterviewDraft {
    /// Key of the kit.
    pub kit: String,
    /// `datetime-local`, in the reader's zone; empty while there is no time.
    pub at: String,
    /// Room or link.
    pub place: String,
    /// The panel.
    pub seats: Vec<Seat>,
}

impl InterviewDraft {
    /// With one empty place.
    pub fn new(kit: &str) -> Self {
        Self { kit: kit.to_owned(), at: String::new(), place: String::new(), seats: vec![Seat::default()] }
    }

    /// As it is sent. Places without a person stay out.
    pub fn interview(&self) -> NewInterview {
        let starts_at = from_local(&self.at);
        NewInterview {
            kit: self.kit.clone(),
            starts_at,
            zone: starts_at.map(|_| zone()),
            place: self.place.trim().to_owned(),
            panel: self.seats.iter().filter(|seat| !seat.person.is_empty()).map(Seat::slot).collect(),
        }
    }

    /// Takes a change.
    pub fn take(&mut self, change: InterviewChange) {
        match change {
            InterviewChange::At(at) => self.at = at,
            InterviewChange::Place(place) => self.place = place,
            InterviewChange::AddSeat => self.seats.push(Seat::default()),
            InterviewChange::RemoveSeat(n) => {
                if n < self.seats.len() {
                    self.seats.remove(n);
                }
            }
            InterviewChange::Seat(n, change) => {
                if let Some(seat) = self.seats.get_mut(n) {
                    seat.take(change);
                }
            }
        }
    }

    /// The place in the panel that is sent, for the seat shown at `n`.
    fn sent_at(&self, n: usize) -> Option<usize> {
        let seat = self.seats.get(n)?;
        (!seat.person.is_empty()).then(|| self.seats.iter().take(n).filter(|s| !s.person.is_empty()).count())
    }
}

/// A change to a planned interview.
#[derive(Clone)]
pub enum InterviewChange {
    /// When.
    At(String),
    /// Where.
    Place(String),
    /// One more place.
    AddSeat,
    /// One place fewer.
    RemoveSeat(usize),
    /// A change to a place.
    Seat(usize, SeatChange),
}

/// Properties of [`InterviewFields`].
#[derive(Properties, PartialEq)]
pub struct InterviewFieldsProps {
    /// The interview.
    pub draft: InterviewDraft,
    /// Who can be chosen.
    pub people: Rc<Vec<PersonRow>>,
    /// How long it takes.
    pub minutes: i64,
    /// Hears changes.
    pub onchange: Callback<InterviewChange>,
    /// Finds what is wrong at a pointer below the interview, such as `/starts_at`.
    pub at: Callback<String, Option<String>>,
}

/// The fields.
#[component]
pub fn InterviewFields(props: &InterviewFieldsProps) -> Html {
    let InterviewDraft { at, place, seats, .. } = &props.draft;
    let fault = |pointer: &str| props.at.emit(pointer.to_owned());
    let onchange = &props.onchange;
    html! {
        <div class="stack">
            <div class="form-grid">
                <TextField label="Date and time" kind="datetime-local" optional={true} hint={format!("In your zone, {}", zone())} value={at.clone()}
                    oninput={onchange.reform(InterviewChange::At)} error={fault("/starts_at").or_else(|| fault("/zone"))} />
                <TextField label="Room or link" optional={true} value={place.clone()} oninput={onchange.reform(InterviewChange::Place)} error={fault("/place")} />
            </div>
            <div class="seats">
                {for seats.iter().enumerate().map(|(n, seat)| {
                    let error = props.draft.sent_at(n).and_then(|sent| {
                        ["person_id", "kind", "required"].iter().find_map(|f| fault(&format!("/panel/{sent}/{f}")))
                            .or_else(|| fault(&format!("/panel/{sent}")))
                    });
                    html! {
                        <SeatFields key={n.to_string()} seat={seat.clone()} people={props.people.clone()} {error} at={from_local(at)} minutes={props.minutes}
                            onchange={onchange.reform(move |change| InterviewChange::Seat(n, change))}
                            onremove={onchange.reform(move |()| InterviewChange::RemoveSeat(n))} />
                    }
                })}
            </div>
            if let Some(error) = fault("/panel") { <p class="error" role="alert">{error}</p> }
            <div class="actions"><Button look={Look::Quiet} onclick={onchange.reform(|_| InterviewChange::AddSeat)}>{"Add a person to the panel"}</Button></div>
        </div>
    }
}
