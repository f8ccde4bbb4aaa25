//! One application on the candidate's page: its stage, its loops, rejecting.

use super::reject::RejectDialog;
use crate::{
    api,
    components::{
        button::{Button, Look},
        field::SelectField,
        link::Go,
        notice::{FailureNote, Note},
        tag::Tag,
        time::When,
    },
    hooks::{use_mutation, use_query},
    routes::Route,
    state::toasts::use_say,
};
use evenhand_shared::candidates::{ApplicationDetail, ApplicationRow, StageMove};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Application`].
#[derive(Properties, PartialEq)]
pub struct ApplicationProps {
    /// The application.
    pub application: Rc<ApplicationDetail>,
    /// Told when it has changed.
    pub onchanged: Callback<()>,
}

/// The section.
#[component]
pub fn Application(props: &ApplicationProps) -> Html {
    let application = &props.application;
    let row = &application.row;
    let say = use_say();
    let rejecting = use_state(|| false);
    let job = use_query(row.job_id.clone(), |id| async move { api::jobs::find(&id).await });
    let moving = {
        let (id, version, changed) = (row.id.clone(), application.version, props.onchanged.clone());
        use_mutation(
            move |stage: String| {
                let id = id.clone();
                async move { api::candidates::move_stage(&id, &StageMove { stage, version }).await }
            },
            move |row: ApplicationRow| {
                say.done(format!("{} is in {} now.", row.name, row.stage));
                changed.emit(());
            },
        )
    };
    let close = {
        let rejecting = rejecting.setter();
        Callback::from(move |()| rejecting.set(false))
    };
    let open = {
        let rejecting = rejecting.setter();
        Callback::from(move |_: MouseEvent| rejecting.set(true))
    };
    let mut stages: Vec<String> = job.data.as_ref().map(|job| job.stages.clone()).unwrap_or_default();
    if !stages.contains(&row.stage) {
        stages.insert(0, row.stage.clone());
    }
    let options: Vec<(AttrValue, AttrValue)> =
        stages.into_iter().map(|s| (s.clone().into(), s.into())).collect();
    let start = Route::NewLoop { id: row.candidate_id.0.clone(), application: row.id.0.clone() };
    let heading = format!("application-{}", row.id);
    html! {
        <section class="stack" aria-labelledby={heading.clone()}>
            <h2 id={heading}>
                <Go to={Route::Job { id: row.job_id.0.clone() }}>{&row.job_title}</Go>
                {" "}if row.rejected { <Tag>{"Rejected"}</Tag> }
            </h2>
            <p class="hint">{"Applied "}<When at={application.created_at} /></p>
            if let Some(reason) = &application.rejection_reason { <Note><strong>{"Rejected. "}</strong>{reason}</Note> }
            <div class="inline-form">
                <SelectField label="Stage" value={row.stage.clone()} {options} onchange={moving.run.clone()} error={moving.at("/stage")} />
                if !row.rejected {
                    <Go to={start} class={if application.loops.is_empty() { "button primary" } else { "button" }}>
                        {if application.loops.is_empty() { "Start a loop" } else { "Start another loop" }}
                    </Go>
                    <Button look={Look::Danger} onclick={open}>{"Reject"}</Button>
                }
            </div>
            <FailureNote failure={moving.failure.clone()} shown="/stage" />
            if application.loops.is_empty() {
                <p class="muted">{"No loop yet. A loop runs the interview plan for this person: it fixes the interviews, the panel and when scorecards are revealed."}</p>
            } else {
                <ul class="links">
                    {for application.loops.iter().enumerate().map(|(n, id)| html! {
                        <li key={id.as_str()}>
                            <Go to={Route::Loop { id: id.0.clone() }}>{if n == 0 { "The current loop".to_owned() } else { format!("Earlier loop {}", application.loops.len().saturating_sub(n)) }}</Go>
                        </li>
                    })}
                </ul>
            }
            if *rejecting { <RejectDialog application={application.clone()} onclose={close} onchanged={props.onchanged.clone()} /> }
        </section>
    }
}
