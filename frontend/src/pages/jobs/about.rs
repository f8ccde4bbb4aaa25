//! What a job is about: level, pay, flexibility, where it stands.

use super::about_form::{AboutFields, AboutForm, SHOWN};
use crate::{
    api,
    components::{
        band::band_words,
        button::{Button, Look},
        dialog::Dialog,
        link::Go,
        notice::{FailureNote, Note},
        time::When,
    },
    hooks::{on_submit, use_draft, use_mutation},
    routes::Route,
    state::toasts::use_say,
};
use evenhand_shared::jobs::{ClosedAs, JobAbout, JobChange, JobDetail, TeamRole};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of the parts of a job's page.
#[derive(Properties, PartialEq)]
pub struct PartProps {
    /// The job.
    pub detail: Rc<JobDetail>,
    /// Takes over the job as changed.
    pub put: Callback<JobDetail>,
}

/// Where the job stands, in words.
fn standing(detail: &JobDetail) -> Html {
    if let Some(closing) = &detail.closing {
        let how = match closing.how {
            ClosedAs::Filled => "filled",
            ClosedAs::CalledOff => "called off",
        };
        return html! { <>{"Closed "}<When at={closing.at} />{format!(", {how}: {}", closing.reason)}</> };
    }
    html! {
        <>
            {detail.job.status.words()}
            if let Some(at) = detail.opened_at { {", first opened "}<When {at} /> }
        </>
    }
}

/// What a job lacks before its work can be done.
fn missing(detail: &JobDetail) -> Vec<&'static str> {
    let has = |part: TeamRole| detail.team.iter().any(|member| member.role == part);
    let mut missing = Vec::new();
    if !has(TeamRole::HiringManager) {
        missing.push("Nobody is its hiring manager, so nobody can open a debrief. Add one to the team.");
    }
    if !has(TeamRole::Recruiter) {
        missing.push("Nobody is its recruiter, so no candidates can come in. Add one to the team.");
    }
    if detail.plan_id.is_none() {
        missing.push("It has no interview plan yet, so no loop can start.");
    }
    missing
}

/// The level: what the ladder says of it, or the words of a job that stands on none.
fn level(detail: &JobDetail) -> Html {
    let (Some(id), Some(content)) = (&detail.ladder_level, &detail.level) else {
        return html! { <>{&detail.job.level}<span class="cell-sub">{"Not a level of the career ladder"}</span></> };
    };
    html! {
        <>
            <Go to={Route::Level { id: id.0.clone() }}>{&detail.job.level}</Go>
            if let Some(band) = &detail.level_band { <span class="cell-sub">{format!("Pays {}", band_words(band))}</span> }
            if !content.criteria.is_empty() {
                <details class="fold">
                    <summary>{"What it asks for"}</summary>
                    <ul class="bullets">{for content.criteria.iter().map(|criterion| html! { <li>{criterion}</li> })}</ul>
                </details>
            }
        </>
    }
}

/// The section.
#[component]
pub fn About(props: &PartProps) -> Html {
    let detail = &props.detail;
    let editing = use_state(|| false);
    let set = |on: bool| {
        let editing = editing.setter();
        Callback::from(move |()| editing.set(on))
    };
    let missing = missing(detail);
    html! {
        <section class="stack" aria-labelledby="about">
            <div class="section-head">
                <h2 id="about">{"About"}</h2>
                <Button onclick={set(true).reform(|_| ())}>{"Edit"}</Button>
            </div>
            if !missing.is_empty() {
                <Note warn={true}><ul class="bullets">{for missing.into_iter().map(|words| html! { <li>{words}</li> })}</ul></Note>
            }
            if !detail.summary.is_empty() { <p class="prose pre">{&detail.summary}</p> }
            <dl class="pairs">
                <div><dt>{"Status"}</dt><dd>{standing(detail)}</dd></div>
                <div><dt>{"Level"}</dt><dd>
                    {level(detail)}
                </dd></div>
                <div><dt>{"Pay"}</dt><dd>
                    {band_words(&detail.band)}
                    if let (true, Some(level)) = (detail.band_outside, &detail.level_band) {
                        <span class="cell-sub">{format!("This reaches outside the band of its level, {}. Nothing stops it; make sure that it is meant.", band_words(level))}</span>
                    }
                </dd></div>
                <div><dt>{"Flexibility"}</dt><dd>
                    if detail.flexibility.is_empty() { <span class="faint">{"Nothing is said about it yet"}</span> } else { {&detail.flexibility} }
                </dd></div>
                <div><dt>{"Short name"}</dt><dd>{&detail.job.key}</dd></div>
            </dl>
            if *editing { <EditAbout detail={detail.clone()} put={props.put.clone()} onclose={set(false)} /> }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct EditProps {
    detail: Rc<JobDetail>,
    put: Callback<JobDetail>,
    onclose: Callback<()>,
}

#[component]
fn EditAbout(props: &EditProps) -> Html {
    let say = use_say();
    let form = use_draft(|| AboutForm::of(&props.detail));
    // What was seen when the form was opened: a change by somebody else meanwhile is told, not written over.
    let version = *use_memo((), |()| props.detail.version);
    let saving = {
        let (id, put, close) = (props.detail.job.id.clone(), props.put.clone(), props.onclose.clone());
        use_mutation(
            move |about: JobAbout| {
                let id = id.clone();
                async move { api::jobs::change(&id, &JobChange { version, about }).await }
            },
            move |detail: JobDetail| {
                say.done("The job is saved.");
                put.emit(detail);
                close.emit(());
            },
        )
    };
    let onsubmit = {
        let (form, run) = (form.clone(), saving.run.clone());
        on_submit(move || run.emit(form.about()))
    };
    let at = {
        let saving = saving.clone();
        Callback::from(move |pointer: &'static str| saving.at(pointer))
    };
    html! {
        <Dialog title="Edit the job" wide={true} onclose={props.onclose.clone()}>
            <form class="stack" novalidate={true} {onsubmit}>
                <AboutFields {form} {at} />
                <p class="hint">{"Interview plans and running loops keep the words that they were written with."}</p>
                <FailureNote failure={saving.failure.clone()} shown={SHOWN} />
                <div class="actions">
                    <Button look={Look::Primary} submit={true} pending={saving.pending}>{"Save"}</Button>
                    <Button onclick={props.onclose.reform(|_| ())}>{"Leave it"}</Button>
                </div>
            </form>
        </Dialog>
    }
}
