//! Who of the panel is away, or asked outside their hours, when their interview is.

use crate::{
    api,
    components::{availability, notice::Note},
    hooks::use_query,
};
use evenhand_shared::{Timestamp, loops::LoopDetail, people::PersonRow};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`AwayNote`].
#[derive(Properties, PartialEq)]
pub struct AwayNoteProps {
    /// The loop.
    pub detail: Rc<LoopDetail>,
}

/// A note, when there is something to point out.
#[component]
pub fn AwayNote(props: &AwayNoteProps) -> Html {
    let people = use_query((), |()| async { api::people::list().await });
    let Some(people) = &people.data else { return html! {} };
    let told = told(&props.detail, people, crate::components::time::now());
    if told.is_empty() {
        return html! {};
    }
    html! {
        <Note warn={true}>
            <p><strong>{"When these interviews are, somebody cannot easily be there."}</strong></p>
            <ul class="bullets">{for told.into_iter().map(|text| html! { <li>{text}</li> })}</ul>
        </Note>
    }
}

/// Interviews that are still to come, with those who still have a place there.
fn told(detail: &LoopDetail, people: &[PersonRow], now: Timestamp) -> Vec<String> {
    let mut told = Vec::new();
    for interview in detail.interviews.iter().filter(|interview| !interview.cancelled) {
        if interview.starts_at.is_some_and(|at| at < now) {
            continue;
        }
        for slot in interview.panel.iter().filter(|slot| slot.state.stands()) {
            let person = people.iter().find(|person| person.id == slot.person_id);
            let hint =
                person.and_then(|person| availability::words(person, interview.starts_at, interview.minutes));
            if let Some(hint) = hint {
                told.push(format!("{}, {}: {hint}", slot.name, interview.kit_name));
            }
        }
    }
    told
}
