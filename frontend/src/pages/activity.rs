//! What happened lately on a job, or on all of the reader's jobs, for its team.

use crate::{
    api,
    components::{happening::happening, time::When, view::view},
    hooks::use_query,
    state::live::use_live,
};
use evenhand_shared::{JobId, audit::AuditEntry};
use yew::prelude::*;

/// Properties of [`Activity`].
#[derive(Properties, PartialEq)]
pub struct ActivityProps {
    /// One job; absent for all.
    #[prop_or_default]
    pub job: Option<JobId>,
    /// Most lines.
    pub most: usize,
}

/// The section.
#[component]
pub fn Activity(props: &ActivityProps) -> Html {
    let path = match &props.job {
        Some(job) => format!("/api/v1/activity?job={job}"),
        None => "/api/v1/activity".to_owned(),
    };
    let lately = use_query(props.job.clone(), |job| async move { api::audit::activity(job.as_ref()).await });
    use_live(Some(path), lately.refetch.clone());
    html! {
        <section class="stack" aria-labelledby="lately">
            <h2 id="lately">{"What happened lately"}</h2>
            {view(&lately, |entries: &Vec<AuditEntry>| if entries.is_empty() {
                html! { <p class="muted">{"Nothing yet. Candidates, loops, moves and submitted scorecards are listed here as they happen."}</p> }
            } else {
                html! {
                    <ol class="happenings">
                        {for entries.iter().take(props.most).enumerate().map(|(n, entry)| html! {
                            <li key={n}><span class="faint"><When at={entry.at} /></span><span>{happening(entry)}</span></li>
                        })}
                    </ol>
                }
            })}
        </section>
    }
}
