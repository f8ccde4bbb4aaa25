//! One candidate: who they are, what they answered, their applications.

use super::application::Application;
use crate::{
    api,
    components::{head::PageHead, view::view},
    hooks::use_query,
    routes::Route,
    state::{frame::Crumb, live::use_live},
};
use evenhand_shared::{CandidateId, candidates::CandidateDetail};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`CandidatePage`].
#[derive(Properties, PartialEq)]
pub struct CandidatePageProps {
    /// The candidate.
    pub id: String,
}

/// The page.
#[component]
pub fn CandidatePage(props: &CandidatePageProps) -> Html {
    let candidate =
        use_query(CandidateId(props.id.clone()), |id| async move { api::candidates::find(&id).await });
    use_live(Some(format!("/api/v1/candidates/{}", props.id)), candidate.refetch.clone());
    let title = candidate.data.as_ref().map_or_else(|| "Candidate".to_owned(), |c| c.name.clone());
    html! {
        <div class="page">
            <PageHead {title} crumbs={vec![Crumb::to("Candidates", Route::Candidates)]} />
            {view(&candidate, |person: &CandidateDetail| html! {
                <>
                    {for person.applications.iter().map(|application| html! {
                        <Application key={application.row.id.as_str()} application={Rc::new(application.clone())} onchanged={candidate.refetch.clone()} />
                    })}
                    <section class="stack" aria-labelledby="details">
                        <h2 id="details">{"Details"}</h2>
                        <dl class="pairs">
                            {for details(person).into_iter().map(|(name, value)| html! {
                                <div key={name}><dt>{name}</dt><dd>{value}</dd></div>
                            })}
                        </dl>
                    </section>
                    if !person.answers.is_empty() {
                        <section class="stack" aria-labelledby="answers">
                            <h2 id="answers">{"Answers"}</h2>
                            {for person.answers.iter().map(|(heading, text)| html! {
                                <div key={heading.as_str()}><h3>{heading}</h3><p class="pre prose">{text}</p></div>
                            })}
                        </section>
                    }
                </>
            })}
        </div>
    }
}

fn details(person: &CandidateDetail) -> Vec<(&'static str, String)> {
    [
        ("E-mail", &person.email),
        ("Telephone", &person.phone),
        ("Came from", &person.source),
        ("Time zone", &person.zone),
    ]
    .into_iter()
    .map(|(name, value)| (name, if value.is_empty() { "not known".to_owned() } else { value.clone() }))
    .collect()
}
