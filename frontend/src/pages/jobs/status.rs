//! Opening, pausing, closing and reopening a job.

use super::about::PartProps;
use crate::{
    api,
    components::{
        button::{Button, Look},
        dialog::Confirm,
        field::{AreaField, ChoiceField},
        notice::FailureNote,
    },
    hooks::{into, use_mutation},
    state::toasts::use_say,
};
use evenhand_shared::jobs::{ClosedAs, JobDetail, JobMove, JobStatus};
use yew::prelude::*;

const FILLED: &str = "Filled: somebody was hired";
const CALLED_OFF: &str = "Called off: nobody is looked for any more";

/// The buttons.
#[component]
pub fn StatusActs(props: &PartProps) -> Html {
    let say = use_say();
    let closing = use_state(|| false);
    let how = use_state(|| AttrValue::from(FILLED));
    let reason = use_state(String::new);
    let version = props.detail.version;
    let moving = {
        let (id, put, closing) = (props.detail.job.id.clone(), props.put.clone(), closing.setter());
        use_mutation(
            move |asked: JobMove| {
                let id = id.clone();
                async move { api::jobs::move_to(&id, &asked).await }
            },
            move |detail: JobDetail| {
                closing.set(false);
                say.done(match detail.job.status {
                    JobStatus::Open => "The job is open: candidates may come in.",
                    JobStatus::Paused => "The job is paused: nobody new comes in, what runs goes on.",
                    JobStatus::Closed => "The job is closed. Loops that run go on.",
                    JobStatus::Draft => "The job is a draft.",
                });
                put.emit(detail);
            },
        )
    };
    let to = |status: JobStatus| {
        moving.run.reform(move |_: MouseEvent| JobMove { version, status, how: None, reason: None })
    };
    let set = |on: bool| {
        let (closing, clear) = (closing.setter(), moving.clear.clone());
        Callback::from(move |()| {
            clear.emit(());
            closing.set(on);
        })
    };
    let confirm = {
        let (how, reason, run) = (how.clone(), reason.clone(), moving.run.clone());
        Callback::from(move |()| {
            let ended = if how.as_str() == FILLED { ClosedAs::Filled } else { ClosedAs::CalledOff };
            let reason = Some((*reason).clone());
            run.emit(JobMove { version, status: JobStatus::Closed, how: Some(ended), reason });
        })
    };
    let options: Vec<(AttrValue, AttrValue)> = [FILLED, CALLED_OFF].map(|w| (w.into(), w.into())).to_vec();
    let beside = moving.at("/reason");
    let status = props.detail.job.status;
    html! {
        <>
            if matches!(status, JobStatus::Draft | JobStatus::Paused | JobStatus::Closed) {
                <Button look={Look::Primary} pending={moving.pending} onclick={to(JobStatus::Open)}>
                    {if status == JobStatus::Draft { "Open the job" } else { "Reopen the job" }}
                </Button>
            }
            if status == JobStatus::Open { <Button pending={moving.pending} onclick={to(JobStatus::Paused)}>{"Pause"}</Button> }
            if status != JobStatus::Closed { <Button onclick={set(true).reform(|_| ())}>{"Close"}</Button> }
            if *closing {
                <Confirm title={format!("Close {}?", props.detail.job.title)} verb="Close the job" danger={true} pending={moving.pending}
                    failure={moving.failure.clone().filter(|_| beside.is_none())} onconfirm={confirm} onclose={set(false)}>
                    <p>{"Nobody new comes in and no loop starts. Running loops, interviews and scorecards stay as they are; candidates are told nothing by it."}</p>
                    <ChoiceField legend="How it ended" value={(*how).clone()} {options} onchange={into(&how)} />
                    <AreaField label="Why" hint="Stands on the job's page." rows="3" value={(*reason).clone()} oninput={into(&reason)} error={beside} required={true} />
                </Confirm>
            } else {
                <FailureNote failure={moving.failure.clone()} />
            }
        </>
    }
}
