//! One application on the candidate's page: its stage, its loops, rejecting.

use super::{
    calling_off::CallingOff, reject::RejectDialog, rejection::RejectionPanel, stage::Stage, tags::Tags,
    taking_back::TakingBack,
};
use crate::{
    api,
    components::{
        button::{Button, Look},
        link::Go,
        progress::Progress,
        tag::Tag,
        time::When,
    },
    hooks::use_query,
    routes::Route,
};
use evenhand_shared::{LoopId, candidates::ApplicationDetail, loops::LoopRow};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Application`].
#[derive(Properties, PartialEq)]
pub struct ApplicationProps {
    /// The application.
    pub application: Rc<ApplicationDetail>,
    /// Whether the reader recruits for its job.
    pub recruiter: bool,
    /// Told when it has changed.
    pub onchanged: Callback<()>,
}

fn loop_line(n: usize, of: usize, id: &LoopId, known: Option<&LoopRow>) -> Html {
    let words =
        if n == 0 { "The current loop".to_owned() } else { format!("Earlier loop {}", of.saturating_sub(n)) };
    html! {
        <li key={id.as_str()} class="row">
            <Go to={Route::Loop { id: id.0.clone() }}>{words}</Go>
            if let Some(known) = known {
                <Progress of={known.progress} />
                <span class="hint">{"started "}<When at={known.started_at} /></span>
                if known.released_at.is_some() { <Go to={Route::Packet { id: id.0.clone() }}>{"Read the packet"}</Go> }
            }
        </li>
    }
}

/// The section.
#[component]
pub fn Application(props: &ApplicationProps) -> Html {
    let application = &props.application;
    let row = &application.row;
    let rejecting = use_state(|| false);
    let loops = use_query(row.job_id.clone(), |id| async move { api::loops::list(Some(&id)).await });
    let loops: Vec<LoopRow> = loops.data.map(|rows| (*rows).clone()).unwrap_or_default();
    let show = |on: bool| {
        let rejecting = rejecting.setter();
        move || rejecting.set(on)
    };
    let (open, close) = (show(true), show(false));
    let start = Route::NewLoop { id: row.candidate_id.0.clone(), application: row.id.0.clone() };
    let heading = format!("application-{}", row.id);
    let (first, count) = (application.loops.is_empty(), application.loops.len());
    html! {
        <section class="stack" aria-labelledby={heading.clone()}>
            <div>
                <h2 id={heading}>
                    <Go to={Route::Job { id: row.job_id.0.clone() }}>{&row.job_title}</Go>
                    {" "}if application.test { <Tag>{"Test"}</Tag> }
                </h2>
                <p class="hint">{"Applied "}<When at={application.created_at} /></p>
            </div>
            if let Some(rejection) = &application.rejection {
                <RejectionPanel application={application.clone()} rejection={rejection.clone()} onchanged={props.onchanged.clone()} />
                if let Some(id) = application.loops.first() { <CallingOff loop_id={id.clone()} onchanged={props.onchanged.clone()} /> }
            }
            <Stage application={application.clone()} onchanged={props.onchanged.clone()}>
                if !row.rejected {
                    <Go to={start} class={if first { "button primary" } else { "button" }}>{if first { "Start a loop" } else { "Start another loop" }}</Go>
                    <Button look={Look::Danger} onclick={Callback::from(move |_| open())}>{"Reject"}</Button>
                }
                if props.recruiter && first && application.take_back_until.is_some() { <TakingBack application={application.clone()} /> }
            </Stage>
            <Tags application={row.id.clone()} tags={application.tags.clone()} onchanged={props.onchanged.clone()} />
            if first {
                <p class="muted prose">{"No loop yet. A loop runs the interview plan for this person: it fixes the interviews, the panel and when scorecards are revealed."}</p>
            } else {
                <ul class="links">
                    {for application.loops.iter().enumerate().map(|(n, id)| loop_line(n, count, id, loops.iter().find(|l| l.id == *id)))}
                </ul>
            }
            if *rejecting { <RejectDialog application={application.clone()} onclose={Callback::from(move |()| close())} onchanged={props.onchanged.clone()} /> }
        </section>
    }
}
