//! Putting one more person on an interview.

use super::super::changed::use_changed;
use super::super::panel::{Seat, SeatChange, SeatFields};
use crate::{
    api,
    components::{dialog::Confirm, view::view},
    hooks::{use_draft, use_mutation, use_query},
};
use evenhand_shared::{
    loops::{InterviewDetail, LoopDetail, NewSlot, PanelChanged},
    people::PersonRow,
};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`AddPanelist`].
#[derive(Properties, PartialEq)]
pub struct AddPanelistProps {
    /// The interview.
    pub interview: Rc<InterviewDetail>,
    /// Takes over the loop as changed.
    pub put: Callback<LoopDetail>,
    /// Closes without a change.
    pub onclose: Callback<()>,
}

/// The dialog.
#[component]
pub fn AddPanelist(props: &AddPanelistProps) -> Html {
    let changed = use_changed("The panel has a new member.", props.put.clone());
    let seat = use_draft(Seat::default);
    let missing = use_state(|| false);
    let people = use_query((), |()| async { api::people::list().await });
    let add = {
        let id = props.interview.id.clone();
        use_mutation(
            move |slot: NewSlot| {
                let id = id.clone();
                async move { api::loops::add_panelist(&id, &slot).await }
            },
            move |answer: PanelChanged| changed.emit(answer),
        )
    };
    let onconfirm = {
        let (seat, run, missing) = (seat.clone(), add.run.clone(), missing.setter());
        Callback::from(move |()| {
            missing.set(seat.person.is_empty());
            if !seat.person.is_empty() {
                run.emit(seat.slot());
            }
        })
    };
    let error = missing.then(|| "Choose a person.".to_owned()).or_else(|| add.at("/person_id"));
    let failure = add.failure.clone().filter(|f| f.beyond("/person_id").is_some());
    html! {
        <Confirm title={format!("Add a panelist to {}", props.interview.kit_name)} verb="Add to the panel" pending={add.pending} {failure} {onconfirm} onclose={props.onclose.clone()}>
            {view(&people, |rows: &Vec<PersonRow>| html! {
                <SeatFields seat={(*seat).clone()} people={Rc::new(rows.clone())} at={props.interview.starts_at} minutes={props.interview.minutes} onchange={seat.edit(|s, change: SeatChange| s.take(change))} error={error.clone()} />
            })}
        </Confirm>
    }
}
