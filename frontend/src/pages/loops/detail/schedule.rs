//! Setting the time and the place of an interview.

use crate::{
    api,
    components::{
        dialog::Confirm,
        field::TextField,
        time::{from_local, to_local, zone},
    },
    hooks::{use_draft, use_mutation},
    state::toasts::use_say,
};
use evenhand_shared::loops::{InterviewDetail, LoopDetail, Schedule};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`ScheduleDialog`].
#[derive(Properties, PartialEq)]
pub struct ScheduleDialogProps {
    /// The interview.
    pub interview: Rc<InterviewDetail>,
    /// Takes over the loop as changed.
    pub put: Callback<LoopDetail>,
    /// Closes without a change.
    pub onclose: Callback<()>,
}

#[derive(Clone)]
struct Form {
    at: String,
    place: String,
}

/// The dialog.
#[component]
pub fn ScheduleDialog(props: &ScheduleDialogProps) -> Html {
    let say = use_say();
    let form = use_draft(|| Form {
        at: props.interview.starts_at.map(to_local).unwrap_or_default(),
        place: props.interview.place.clone(),
    });
    let save = {
        let (id, put) = (props.interview.id.clone(), props.put.clone());
        use_mutation(
            move |schedule: Schedule| {
                let id = id.clone();
                async move { api::loops::schedule(&id, &schedule).await }
            },
            move |detail: LoopDetail| {
                say.done("The interview is scheduled.");
                put.emit(detail);
            },
        )
    };
    let onconfirm = {
        let (form, run, version) = (form.clone(), save.run.clone(), props.interview.version);
        Callback::from(move |()| {
            let starts_at = from_local(&form.at);
            run.emit(Schedule {
                starts_at,
                zone: starts_at.map(|_| zone()),
                place: form.place.trim().to_owned(),
                version,
            });
        })
    };
    let failure = save.failure.clone().filter(|f| f.beyond("/starts_at /zone /place").is_some());
    html! {
        <Confirm title={format!("Schedule {}", props.interview.kit_name)} verb="Schedule" pending={save.pending} {failure} {onconfirm} onclose={props.onclose.clone()}>
            <TextField label="Date and time" kind="datetime-local" hint={format!("In your zone, {}. Empty takes the time away.", zone())} value={form.at.clone()}
                oninput={form.edit(|f, text| f.at = text)} error={save.at("/starts_at").or_else(|| save.at("/zone"))} autofocus={true} />
            <TextField label="Room or link" optional={true} value={form.place.clone()} oninput={form.edit(|f, text| f.place = text)} error={save.at("/place")} />
        </Confirm>
    }
}
