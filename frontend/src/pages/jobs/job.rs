//! One job: its candidates and loops, its team, its interview plan.

use super::{applications::Applications, plans::Plans, team::Team};
use crate::{
    api,
    components::{head::PageHead, link::Go, view::view},
    hooks::use_query,
    pages::activity::Activity,
    routes::Route,
    state::{frame::Crumb, live::use_live},
};
use evenhand_shared::{JobId, jobs::JobDetail, plan::PayBand};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`JobPage`].
#[derive(Properties, PartialEq)]
pub struct JobPageProps {
    /// The job.
    pub id: String,
}

/// Whole units with spaces between the thousands.
fn thousands(amount: i64) -> String {
    let digits = amount.to_string();
    let mut text = String::new();
    for (n, digit) in digits.chars().enumerate() {
        let left = digits.len().saturating_sub(n);
        if n > 0 && left.is_multiple_of(3) && text != "-" {
            text.push('\u{202f}');
        }
        text.push(digit);
    }
    text
}

fn band_words(band: &PayBand) -> String {
    format!("{} {} to {} a year", band.currency, thousands(band.low), thousands(band.high))
}

/// The page.
#[component]
pub fn JobPage(props: &JobPageProps) -> Html {
    let id = JobId(props.id.clone());
    let job = use_query(id.clone(), |id| async move { api::jobs::find(&id).await });
    use_live(Some(format!("/api/v1/jobs/{id}")), job.refetch.clone());
    let title = job.data.as_ref().map_or_else(|| "Job".to_owned(), |d| d.job.title.clone());
    let lead = job.data.as_ref().map(|d| html! { {format!("{} · {}", d.job.level, band_words(&d.band))} });
    html! {
        <div class="page">
            <PageHead {title} crumbs={vec![Crumb::to("Jobs", Route::Jobs)]} lead={lead.unwrap_or_default()}>
                if job.data.is_some() {
                    <Go to={Route::Board { id: id.0.clone() }} class="button primary">{"Board"}</Go>
                    <Go to={Route::ImportCandidates} class="button">{"Import candidates"}</Go>
                }
            </PageHead>
            {view(&job, |detail: &JobDetail| html! {
                <>
                    if !detail.summary.is_empty() { <p class="prose">{&detail.summary}</p> }
                    <Applications job={id.clone()} />
                    <Team detail={Rc::new(detail.clone())} put={job.put.clone()} />
                    <Plans job={id.clone()} newest={detail.plan_id.clone()} />
                    <Activity job={id.clone()} most={20} />
                </>
            })}
        </div>
    }
}
