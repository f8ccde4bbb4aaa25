//! One interview with what its interviewer can say about it.

use super::Group;
use crate::{
    api,
    components::{
        button::{Button, Look},
        dialog::Confirm,
        link::Go,
        meeting::{MeetingPlace, MeetingTime},
        notice::FailureNote,
        tag::{Tag, Tone},
        time::{When, now},
    },
    hooks::use_mutation,
    routes::Route,
    state::toasts::use_say,
};
use evenhand_shared::{
    AssignmentId,
    loops::{SlotKind, SlotState},
    scorecards::{CardState, MyInterview},
};
use yew::prelude::*;

/// Properties of [`Row`].
#[derive(Properties, PartialEq)]
pub struct RowProps {
    /// The interview.
    pub interview: MyInterview,
    /// Where it stands.
    pub group: Group,
    /// Told after something was said about it.
    pub changed: Callback<()>,
}

/// What has to be confirmed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asking {
    Decline,
    NoShow,
}

/// One interview.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let interview = &props.interview;
    let say = use_say();
    let asking = use_state(|| None::<Asking>);
    let done = |words: &'static str| {
        let (say, asking, changed) = (say.clone(), asking.setter(), props.changed.clone());
        move |_: MyInterview| {
            asking.set(None);
            say.done(words);
            changed.emit(());
        }
    };
    let accept = use_mutation(
        |id: AssignmentId| async move { api::interviews::accept(&id).await },
        done("You accepted the interview"),
    );
    let decline = use_mutation(
        |id: AssignmentId| async move { api::interviews::decline(&id).await },
        done("You declined the interview"),
    );
    let no_show = use_mutation(
        |id: AssignmentId| async move { api::interviews::no_show(&id).await },
        done("Noted that the candidate did not come"),
    );
    let ask = |what: Asking| {
        let asking = asking.setter();
        Callback::from(move |_: MouseEvent| asking.set(Some(what)))
    };
    let leave = {
        let asking = asking.setter();
        let (decline, no_show) = (decline.clear.clone(), no_show.clear.clone());
        Callback::from(move |()| {
            asking.set(None);
            decline.emit(());
            no_show.emit(());
        })
    };
    let confirmed = |run: &Callback<AssignmentId>| {
        let (run, id) = (run.clone(), interview.id.clone());
        Callback::from(move |()| run.emit(id.clone()))
    };
    let open = props.group != Group::Done;
    let begun = interview.starts_at.is_some_and(|at| at <= now());
    let whom = format!("{}, {}", interview.candidate_name, interview.kit_name);
    html! {
        <li class="interview">
            <div class="interview-when"><MeetingTime interview={interview.clone()} /></div>
            <div class="interview-what">
                <h3>{&interview.candidate_name}</h3>
                <p>{&interview.kit_name}{kind_words(interview.kind)}<span class="cell-sub">{&interview.job}</span></p>
                <p class="small"><MeetingPlace interview={interview.clone()} /></p>
            </div>
            <div class="interview-state">{state(interview, props.group)}</div>
            <div class="actions">
                <Go to={Route::Scorecard { id: interview.id.0.clone() }} class="button">
                    {if open { "Kit and scorecard" } else { "Open" }}
                    <span class="visually-hidden">{format!(", {whom}")}</span>
                </Go>
                if open && interview.slot == SlotState::Assigned {
                    <Button look={Look::Primary} pending={accept.pending} label={format!("Accept: {whom}")}
                        onclick={confirmed(&accept.run).reform(|_| ())}>{"Accept"}</Button>
                }
                if open {
                    <Button look={Look::Quiet} label={format!("Decline: {whom}")} onclick={ask(Asking::Decline)}>{"Decline"}</Button>
                    <Go to={Route::Duty { id: interview.id.0.clone() }} class="button quiet">{"Something came up"}<span class="visually-hidden">{format!(", {whom}")}</span></Go>
                }
                if open && begun {
                    <Button look={Look::Quiet} label={format!("The candidate did not come: {whom}")} onclick={ask(Asking::NoShow)}>
                        {"They did not come"}
                    </Button>
                }
            </div>
            <FailureNote failure={accept.failure.clone()} />
            if *asking == Some(Asking::Decline) {
                <Confirm title="Decline this interview?" verb="Decline the interview" danger={true} pending={decline.pending}
                    failure={decline.failure.clone()} onconfirm={confirmed(&decline.run)} onclose={leave.clone()}>
                    <p>{format!("{whom}. The hiring team sees that you declined, and no reason. Your scorecard for it closes, with what you may have noted in it; you cannot take this back yourself.")}</p>
                </Confirm>
            }
            if *asking == Some(Asking::NoShow) {
                <Confirm title="Did the candidate not come?" verb="Say that they did not come" danger={true} pending={no_show.pending}
                    failure={no_show.failure.clone()} onconfirm={confirmed(&no_show.run)} onclose={leave}>
                    <p>{format!("{whom}. No scorecard is owed then, and the hiring team sees why. If you did talk, leave this and write the scorecard.")}</p>
                </Confirm>
            }
        </li>
    }
}

fn kind_words(kind: SlotKind) -> Html {
    match kind {
        SlotKind::Interviewer => html! {},
        SlotKind::Shadow => html! { <span class="faint">{", you shadow"}</span> },
        SlotKind::ReverseShadow => {
            html! { <span class="faint">{", you observe; your scorecard counts"}</span> }
        }
    }
}

fn state(interview: &MyInterview, group: Group) -> Html {
    let due = interview.due_at.map(|at| html! { <When {at} /> });
    match (group, interview.slot, interview.card) {
        (Group::Overdue, ..) => html! {
            <><Tag tone={Tone::Warn}>{"Overdue"}</Tag><span class="cell-sub">{"was due "}{due.unwrap_or_default()}</span></>
        },
        (Group::Due, ..) => html! {
            <><Tag tone={Tone::Accent}>{"To write"}</Tag><span class="cell-sub">{"due "}{due.unwrap_or_default()}</span></>
        },
        (Group::Coming, SlotState::Assigned, _) => {
            html! { <Tag tone={Tone::Accent}>{"Waits for your yes"}</Tag> }
        }
        (Group::Coming, ..) => html! { <Tag>{"Accepted"}</Tag> },
        (Group::Done, _, CardState::Submitted) => html! { <Tag tone={Tone::Good}>{"Sealed"}</Tag> },
        (Group::Done, _, CardState::Sealing) => html! { <Tag>{"Being sealed"}</Tag> },
        (Group::Done, _, CardState::Withdrawn) => html! { <Tag>{"Withdrawn"}</Tag> },
        (Group::Done, slot, _) => html! { <Tag>{super::super::scorecard::void_tag(slot)}</Tag> },
    }
}
