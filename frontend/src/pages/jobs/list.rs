//! Jobs on whose team the reader is.

use crate::{
    api,
    components::{empty::Empty, head::PageHead, link::Go, table::Table, view::view},
    hooks::use_query,
    routes::Route,
    state::live::use_live,
};
use evenhand_shared::jobs::TeamRole;
use yew::prelude::*;

/// A part on a team, in words.
pub const fn part_words(role: TeamRole) -> &'static str {
    match role {
        TeamRole::Recruiter => "Recruiter",
        TeamRole::HiringManager => "Hiring manager",
    }
}

/// The page.
#[component]
pub fn JobsPage() -> Html {
    let jobs = use_query((), |()| async { api::jobs::list().await });
    use_live(Some("/api/v1/jobs".to_owned()), jobs.refetch.clone());
    let new = html! { <Go to={Route::NewPlan} class="button primary">{"Import an interview plan"}</Go> };
    html! {
        <div class="page">
            <PageHead title="Jobs" lead={html! { "The jobs on whose hiring team you are." }}>{new.clone()}</PageHead>
            {view(&jobs, |rows| {
                if rows.is_empty() {
                    return html! {
                        <Empty title="You are on no hiring team yet">
                            {"A job begins with an interview plan: what the hire must bring about, what is rated, and who asks what. Start from a template, or ask a colleague to add you to the team of a job. "}
                            {new.clone()}
                        </Empty>
                    };
                }
                html! {
                    <Table caption="Jobs" columns={["Job", "Level", "You are"].map(AttrValue::from).to_vec()}>
                        {for rows.iter().map(|job| {
                            let parts: Vec<&str> = job.my_roles.iter().map(|role| part_words(*role)).collect();
                            html! {
                                <tr key={job.id.as_str()}>
                                    <th scope="row">
                                        <Go to={Route::Job { id: job.id.0.clone() }}>{&job.title}</Go>
                                        <span class="cell-sub">{&job.key}</span>
                                    </th>
                                    <td>{&job.level}</td>
                                    <td>{parts.join(", ")}</td>
                                </tr>
                            }
                        })}
                    </Table>
                }
            })}
        </div>
    }
}
