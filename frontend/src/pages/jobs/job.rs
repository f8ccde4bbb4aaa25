//! One job: what it is about, its outcomes, candidates, team, stages and interview plan.

use super::{
    about::About, applications::Applications, outcomes::Outcomes, plans::Plans, stages::Stages,
    status::StatusActs, team::Team,
};
use crate::{
    api,
    components::{
        band::band_words,
        head::PageHead,
        link::Go,
        tag::{Tag, Tone},
        view::view,
    },
    hooks::use_query,
    pages::activity::Activity,
    routes::Route,
    state::{frame::Crumb, live::use_live},
};
use evenhand_shared::{
    JobId,
    jobs::{JobDetail, JobStatus},
};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`JobPage`].
#[derive(Properties, PartialEq)]
pub struct JobPageProps {
    /// The job.
    pub id: String,
}

/// How a status looks.
pub const fn status_tone(status: JobStatus) -> Tone {
    match status {
        JobStatus::Open => Tone::Good,
        JobStatus::Draft => Tone::Accent,
        JobStatus::Paused => Tone::Warn,
        JobStatus::Closed => Tone::Plain,
    }
}

/// The page.
#[component]
pub fn JobPage(props: &JobPageProps) -> Html {
    let id = JobId(props.id.clone());
    let job = use_query(id.clone(), |id| async move { api::jobs::find(&id).await });
    use_live(Some(format!("/api/v1/jobs/{id}")), job.refetch.clone());
    let title = job.data.as_ref().map_or_else(|| "Job".to_owned(), |d| d.job.title.clone());
    let lead = job.data.as_ref().map(|d| {
        html! {
            <span class="row">
                <Tag tone={status_tone(d.job.status)}>{d.job.status.words()}</Tag>
                <span>{format!("{} · {}", d.job.level, band_words(&d.band))}</span>
            </span>
        }
    });
    html! {
        <div class="page">
            <PageHead {title} crumbs={vec![Crumb::to("Jobs", Route::Jobs)]} lead={lead.unwrap_or_default()}>
                if let Some(detail) = &job.data {
                    <Go to={Route::Board { id: id.0.clone() }} class="button">{"Board"}</Go>
                    if detail.job.status == JobStatus::Open { <Go to={Route::ImportCandidates} class="button">{"Import candidates"}</Go> }
                    <StatusActs detail={detail.clone()} put={job.put.clone()} />
                }
            </PageHead>
            {view(&job, |detail: &JobDetail| {
                let shared = Rc::new(detail.clone());
                html! {
                    <>
                        <About detail={shared.clone()} put={job.put.clone()} />
                        <Outcomes detail={shared.clone()} put={job.put.clone()} />
                        <Applications job={id.clone()} />
                        <Team detail={shared.clone()} put={job.put.clone()} />
                        <Stages detail={shared} put={job.put.clone()} />
                        <Plans job={id.clone()} newest={detail.plan_id.clone()} />
                        <Activity job={id.clone()} most={20} />
                    </>
                }
            })}
        </div>
    }
}
