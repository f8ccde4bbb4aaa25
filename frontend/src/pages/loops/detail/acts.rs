//! What can be done on the page of a loop, each in its own dialog.

use super::{
    add_interview::AddInterview, add_panelist::AddPanelist, open::OpenDebrief, replace::Replace,
    schedule::ScheduleDialog,
};
use crate::{api, components::dialog::Confirm, hooks::use_mutation, state::toasts::use_say};
use evenhand_shared::{
    AssignmentId, InterviewId,
    loops::{InterviewDetail, LoopDetail, SlotDetail},
};
use std::rc::Rc;
use yew::prelude::*;

/// An act.
#[derive(Clone, PartialEq)]
pub enum Act {
    /// Set the time and the place of an interview.
    Schedule(Rc<InterviewDetail>),
    /// Call an interview off.
    Cancel(Rc<InterviewDetail>),
    /// Put one more person on an interview.
    AddPanelist(Rc<InterviewDetail>),
    /// Give a place to somebody else.
    Replace(SlotDetail),
    /// Take a place away.
    Remove(SlotDetail),
    /// Plan one more interview.
    AddInterview,
    /// Reveal the loop.
    Open,
}

/// Properties of [`Acting`] and of the dialogs.
#[derive(Properties, PartialEq)]
pub struct ActingProps {
    /// What is to be done.
    pub act: Act,
    /// The loop.
    pub detail: Rc<LoopDetail>,
    /// Takes over the loop as changed, and closes.
    pub put: Callback<LoopDetail>,
    /// Closes without a change.
    pub onclose: Callback<()>,
}

/// The dialog of an act.
#[component]
pub fn Acting(props: &ActingProps) -> Html {
    let (detail, put, onclose) = (props.detail.clone(), props.put.clone(), props.onclose.clone());
    match props.act.clone() {
        Act::Schedule(interview) => html! { <ScheduleDialog {interview} {put} {onclose} /> },
        Act::Cancel(interview) => html! { <CancelInterview {interview} {put} {onclose} /> },
        Act::AddPanelist(interview) => html! { <AddPanelist {interview} {put} {onclose} /> },
        Act::Replace(slot) => html! { <Replace {slot} {put} {onclose} /> },
        Act::Remove(slot) => html! { <RemoveSlot {slot} {put} {onclose} /> },
        Act::AddInterview => html! { <AddInterview {detail} {put} {onclose} /> },
        Act::Open => html! { <OpenDebrief {detail} {put} {onclose} /> },
    }
}

#[derive(Properties, PartialEq)]
struct CancelInterviewProps {
    interview: Rc<InterviewDetail>,
    put: Callback<LoopDetail>,
    onclose: Callback<()>,
}

#[component]
fn CancelInterview(props: &CancelInterviewProps) -> Html {
    let say = use_say();
    let put = props.put.clone();
    let cancel = use_mutation(
        |id: InterviewId| async move { api::loops::cancel(&id).await },
        move |detail| {
            say.done("The interview is cancelled.");
            put.emit(detail);
        },
    );
    let id = props.interview.id.clone();
    html! {
        <Confirm title={format!("Cancel {}?", props.interview.kit_name)} verb="Cancel the interview" danger={true} pending={cancel.pending}
            failure={cancel.failure.clone()} onconfirm={cancel.run.reform(move |()| id.clone())} onclose={props.onclose.clone()}>
            <p>{"Nobody owes a scorecard for it any more. It does not reveal the loop by itself."}</p>
        </Confirm>
    }
}

#[derive(Properties, PartialEq)]
struct RemoveSlotProps {
    slot: SlotDetail,
    put: Callback<LoopDetail>,
    onclose: Callback<()>,
}

#[component]
fn RemoveSlot(props: &RemoveSlotProps) -> Html {
    let say = use_say();
    let (put, name) = (props.put.clone(), props.slot.name.clone());
    let remove = use_mutation(
        |id: AssignmentId| async move { api::loops::remove(&id).await },
        move |detail| {
            say.done(format!("{name} is off the panel."));
            put.emit(detail);
        },
    );
    let id = props.slot.id.clone();
    html! {
        <Confirm title={format!("Take {} off this panel?", props.slot.name)} verb="Take off the panel" danger={true} pending={remove.pending}
            failure={remove.failure.clone()} onconfirm={remove.run.reform(move |()| id.clone())} onclose={props.onclose.clone()}>
            <p>{"They owe no scorecard here any more, and stay blind to this loop until it is revealed. It does not reveal the loop by itself."}</p>
        </Confirm>
    }
}
