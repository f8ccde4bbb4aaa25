//! Giving a place to somebody else.

use super::super::changed::use_changed;
use super::super::panel::person_options;
use crate::{
    api,
    components::{availability, dialog::Confirm, field::SelectField, view::view},
    hooks::{into, use_mutation, use_query},
};
use evenhand_shared::{
    PersonId,
    loops::{LoopDetail, PanelChanged, Replacement, SlotDetail},
    people::PersonRow,
};
use yew::prelude::*;

/// Properties of [`Replace`].
#[derive(Properties, PartialEq)]
pub struct ReplaceProps {
    /// The place.
    pub slot: SlotDetail,
    /// Takes over the loop as changed.
    pub put: Callback<LoopDetail>,
    /// Closes without a change.
    pub onclose: Callback<()>,
}

/// The dialog.
#[component]
pub fn Replace(props: &ReplaceProps) -> Html {
    let changed = use_changed("The place has changed hands.", props.put.clone());
    let chosen = use_state(String::new);
    let missing = use_state(|| false);
    let people = use_query((), |()| async { api::people::list().await });
    let replace = {
        let id = props.slot.id.clone();
        use_mutation(
            move |person: String| {
                let id = id.clone();
                async move { api::loops::replace(&id, &Replacement { person_id: PersonId(person) }).await }
            },
            move |answer: PanelChanged| changed.emit(answer),
        )
    };
    let onconfirm = {
        let (chosen, run, missing) = (chosen.clone(), replace.run.clone(), missing.setter());
        Callback::from(move |()| {
            missing.set(chosen.is_empty());
            if !chosen.is_empty() {
                run.emit((*chosen).clone());
            }
        })
    };
    let error = missing.then(|| "Choose a person.".to_owned()).or_else(|| replace.at("/person_id"));
    let failure = replace.failure.clone().filter(|f| f.beyond("/person_id").is_some());
    html! {
        <Confirm title={format!("Replace {}", props.slot.name)} verb="Replace" pending={replace.pending} {failure} {onconfirm} onclose={props.onclose.clone()}>
            <p>{format!("{} owes no scorecard here any more, and stays blind to this loop until it is revealed.", props.slot.name)}</p>
            {view(&people, |rows: &Vec<PersonRow>| html! {
                <SelectField label="Who takes the place" hint={rows.iter().find(|p| p.id.as_str() == chosen.as_str()).and_then(|p| availability::words(p, None, 0)).map(AttrValue::from)} value={(*chosen).clone()} options={person_options(rows)} onchange={into(&chosen)} error={error.clone()} />
            })}
        </Confirm>
    }
}
