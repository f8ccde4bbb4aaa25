//! The next version of a job's plan: begun, written by the team, and published by a second person.

mod competencies;
mod decision;
mod editor;
mod kits;
mod outcomes;
mod start;

use crate::{
    api,
    components::{head::PageHead, view::view},
    hooks::use_query,
    routes::Route,
    state::frame::Crumb,
};
use editor::Editor;
use evenhand_shared::{JobId, plan::PlanDraft};
use start::Start;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`PlanDraftPage`].
#[derive(Properties, PartialEq)]
pub struct PlanDraftPageProps {
    /// The job.
    pub id: String,
}

/// The page.
#[component]
pub fn PlanDraftPage(props: &PlanDraftPageProps) -> Html {
    let job = JobId(props.id.clone());
    let draft =
        use_query(
            job.clone(),
            |job| async move { api::plans::draft(&job).await.map(|draft| draft.map(Rc::new)) },
        );
    let known: Option<Rc<PlanDraft>> = draft.data.as_ref().and_then(|found| (**found).clone());
    let title = known.as_ref().map_or_else(
        || "The next version of the plan".to_owned(),
        |draft| format!("{}: version {}, a draft", draft.plan.job.title, draft.head.number),
    );
    let crumbs = vec![
        Crumb::to("Jobs", Route::Jobs),
        Crumb::to("Job", Route::Job { id: props.id.clone() }),
        Crumb::to("Plan", Route::PlanHistory { id: props.id.clone() }),
    ];
    let lead = html! { "A draft locks nothing: loops go on and begin with the newest published version. A colleague of the team reads it and publishes it." };
    let put = draft.put.reform(|draft: PlanDraft| Some(Rc::new(draft)));
    html! {
        <div class="page page-wide">
            <PageHead {title} {crumbs} {lead} />
            {view(&draft, |found: &Option<Rc<PlanDraft>>| match found {
                Some(draft) => html! { <Editor draft={draft.clone()} /> },
                None => html! { <Start job={job.clone()} {put} /> },
            })}
        </div>
    }
}
