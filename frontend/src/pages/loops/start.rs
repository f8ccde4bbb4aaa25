//! Starting a loop: which plan version, when it is revealed, who interviews when.

mod form;

use crate::{
    api,
    components::{head::PageHead, view::view},
    hooks::use_query,
    routes::Route,
    state::frame::Crumb,
};
use evenhand_shared::{CandidateId, candidates::ApplicationRow, people::PersonRow, plan::PlanVersion};
use form::StartForm;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`NewLoopPage`].
#[derive(Properties, PartialEq)]
pub struct NewLoopPageProps {
    /// The candidate.
    pub candidate: String,
    /// The application.
    pub application: String,
}

/// What the form is made of.
struct Ground {
    row: ApplicationRow,
    versions: Rc<Vec<PlanVersion>>,
    people: Rc<Vec<PersonRow>>,
}

async fn ground(candidate: String, application: String) -> api::Answer<Option<Ground>> {
    let person = api::candidates::find(&CandidateId(candidate)).await?;
    let Some(found) = person.applications.into_iter().find(|a| a.row.id.as_str() == application) else {
        return Ok(None);
    };
    let versions = Rc::new(api::plans::versions(&found.row.job_id).await?);
    let people = Rc::new(api::people::list().await?);
    Ok(Some(Ground { row: found.row, versions, people }))
}

/// The page.
#[component]
pub fn NewLoopPage(props: &NewLoopPageProps) -> Html {
    let query =
        use_query((props.candidate.clone(), props.application.clone()), |(candidate, application)| {
            ground(candidate, application)
        });
    let row = query.data.as_ref().and_then(|g| g.as_ref().as_ref()).map(|g| g.row.clone());
    let title =
        row.as_ref().map_or_else(|| "Start a loop".to_owned(), |r| format!("Start a loop for {}", r.name));
    let mut crumbs = vec![Crumb::to("Candidates", Route::Candidates)];
    if let Some(row) = &row {
        crumbs.push(Crumb::to(row.name.clone(), Route::Candidate { id: props.candidate.clone() }));
    }
    html! {
        <div class="page">
            <PageHead {title} {crumbs} lead={row.as_ref().map(|r| html! { {&r.job_title} }).unwrap_or_default()} />
            {view(&query, |ground: &Option<Ground>| match ground {
                None => html! { <p>{"This application is not there any more. Go back to the candidate."}</p> },
                Some(ground) => html! {
                    <StartForm application={ground.row.id.clone()} versions={ground.versions.clone()} people={ground.people.clone()} />
                },
            })}
        </div>
    }
}
