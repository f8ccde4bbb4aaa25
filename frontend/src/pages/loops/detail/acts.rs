//! What can be done on the page of a loop, each in its own dialog.

use super::{
    add_interview::AddInterview, add_panelist::AddPanelist, glass::BreakTheGlass, open::OpenDebrief,
    replace::Replace, schedule::ScheduleDialog,
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
    /// Note that the candidate did not come.
    NoShow(Rc<InterviewDetail>),
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
    /// Look behind the seal in an emergency.
    BreakGlass,
}

/// The dialog of an act; `put` takes over the loop as changed and closes, `onclose` closes without a change.
pub fn acting(act: Act, detail: Rc<LoopDetail>, put: Callback<LoopDetail>, onclose: Callback<()>) -> Html {
    match act {
        Act::Schedule(interview) => html! { <ScheduleDialog {interview} {put} {onclose} /> },
        Act::Cancel(interview) => {
            html! { <TakeAway away={Away::Interview(interview.id.clone())} name={interview.kit_name.clone()} {put} {onclose} /> }
        }
        Act::NoShow(interview) => html! {
            <TakeAway away={Away::Missed(interview.id.clone())} name={interview.kit_name.clone()} {put} {onclose} />
        },
        Act::AddPanelist(interview) => html! { <AddPanelist {interview} {put} {onclose} /> },
        Act::Replace(slot) => html! { <Replace {slot} {put} {onclose} /> },
        Act::Remove(slot) => {
            html! { <TakeAway away={Away::Place(slot.id)} name={slot.name} {put} {onclose} /> }
        }
        Act::AddInterview => html! { <AddInterview {detail} {put} {onclose} /> },
        Act::Open => html! { <OpenDebrief {detail} {put} {onclose} /> },
        Act::BreakGlass => {
            html! { <BreakTheGlass id={detail.row.id.clone()} name={detail.row.candidate_name.clone()} {onclose} /> }
        }
    }
}

/// An act that takes something away and needs no more than a yes.
#[derive(Clone, PartialEq)]
enum Away {
    /// An interview is called off.
    Interview(InterviewId),
    /// An interview did not take place, because the candidate did not come.
    Missed(InterviewId),
    /// A place is taken away.
    Place(AssignmentId),
}

#[derive(Properties, PartialEq)]
struct TakeAwayProps {
    away: Away,
    name: String,
    put: Callback<LoopDetail>,
    onclose: Callback<()>,
}

#[component]
fn TakeAway(props: &TakeAwayProps) -> Html {
    let say = use_say();
    let (title, verb, words, done) = match &props.away {
        Away::Interview(_) => (
            format!("Cancel {}?", props.name),
            "Cancel the interview",
            "Nobody owes a scorecard for it any more. It does not reveal the loop by itself.",
            "The interview is cancelled.".to_owned(),
        ),
        Away::Missed(_) => (
            format!("Did the candidate not come to {}?", props.name),
            "Note that they did not come",
            "Nobody owes a scorecard for it any more. It does not reveal the loop by itself. You can add the interview again for another day.",
            "It is noted that the candidate did not come.".to_owned(),
        ),
        Away::Place(_) => (
            format!("Take {} off this panel?", props.name),
            "Take off the panel",
            "They owe no scorecard here any more, and stay blind to this loop until it is revealed. It does not reveal the loop by itself.",
            format!("{} is off the panel.", props.name),
        ),
    };
    let put = props.put.clone();
    let act = use_mutation(
        |away: Away| async move {
            match away {
                Away::Interview(id) => api::loops::cancel(&id).await,
                Away::Missed(id) => api::loops::no_show(&id).await,
                Away::Place(id) => api::loops::remove(&id).await,
            }
        },
        move |detail| {
            say.done(done.clone());
            put.emit(detail);
        },
    );
    let away = props.away.clone();
    html! {
        <Confirm {title} {verb} danger={true} pending={act.pending} failure={act.failure.clone()}
            onconfirm={act.run.reform(move |()| away.clone())} onclose={props.onclose.clone()}>
            <p>{words}</p>
        </Confirm>
    }
}
