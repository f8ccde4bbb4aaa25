//! Jobs on whose team the reader is.

use super::job::status_tone;
use crate::{
    api,
    components::{empty::Empty, head::PageHead, link::Go, table::Table, tag::Tag, view::view},
    hooks::use_query,
    routes::Route,
    state::{
        live::use_live,
        session::{holds, use_me},
    },
};
use evenhand_shared::{jobs::TeamRole, people::Role};
use yew::prelude::*;

/// A part on a team, in words.
pub const fn part_words(role: TeamRole) -> &'static str {
    match role {
        TeamRole::Recruiter => "Recruiter",
        TeamRole::HiringManager => "Hiring manager",
    }
}

fn names(people: &[String]) -> Html {
    if people.is_empty() {
        html! { <span class="faint">{"Nobody yet"}</span> }
    } else {
        html! { {people.join(", ")} }
    }
}

/// The page.
#[component]
pub fn JobsPage() -> Html {
    let jobs = use_query((), |()| async { api::jobs::list().await });
    use_live(Some("/api/v1/jobs".to_owned()), jobs.refetch.clone());
    let me = use_me();
    let new = html! {
        <>
            if holds(&me, Role::Recruiter) { <Go to={Route::NewJob} class="button primary">{"New job"}</Go> }
            <Go to={Route::NewPlan} class="button">{"Import an interview plan"}</Go>
        </>
    };
    html! {
        <div class="page">
            <PageHead title="Jobs" lead={html! { "The jobs on whose hiring team you are." }}>{new.clone()}</PageHead>
            {view(&jobs, |rows| {
                if rows.is_empty() {
                    return html! {
                        <Empty title="You are on no hiring team yet">
                            {"A job begins as a draft, or with an interview plan: what the hire must bring about, what is rated, and who asks what. Or ask a colleague to add you to the team of a job. "}
                            <div class="actions">{new.clone()}</div>
                        </Empty>
                    };
                }
                html! {
                    <Table caption="Jobs" stacked={true} columns={["Job", "Status", "Level", "Recruiters", "Hiring managers", "You are"].map(AttrValue::from).to_vec()}>
                        {for rows.iter().map(|job| {
                            let parts: Vec<&str> = job.my_roles.iter().map(|role| part_words(*role)).collect();
                            html! {
                                <tr key={job.id.as_str()}>
                                    <th scope="row">
                                        <Go to={Route::Job { id: job.id.0.clone() }}>{&job.title}</Go>
                                        <span class="cell-sub">{&job.key}</span>
                                    </th>
                                    <td data-label="Status"><Tag tone={status_tone(job.status)}>{job.status.words()}</Tag></td>
                                    <td data-label="Level">{&job.level}</td>
                                    <td data-label="Recruiters">{names(&job.recruiters)}</td>
                                    <td data-label="Hiring managers">{names(&job.hiring_managers)}</td>
                                    <td data-label="You are">{parts.join(", ")}</td>
                                </tr>
                            }
                        })}
                    </Table>
                }
            })}
        </div>
    }
}
