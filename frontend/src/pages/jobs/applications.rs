//! The candidates of a job with their loops.

use crate::{
    api,
    components::{
        empty::Empty,
        link::Go,
        progress::Progress,
        table::Table,
        tag::{Tag, Tone},
        view::view,
    },
    hooks::use_query,
    pages::candidates::ListLink,
    routes::Route,
    state::live::use_live,
};
use evenhand_shared::{
    JobId,
    candidate_list::{CandidateFilter, CandidatePage, CandidateRow},
    candidates::ApplicationRow,
    loops::LoopRow,
};
use yew::prelude::*;

/// Rows of the section; the others stand in the list of candidates.
const AT_ONCE: usize = 100;

/// Properties of [`Applications`].
#[derive(Properties, PartialEq)]
pub struct ApplicationsProps {
    /// The job.
    pub job: JobId,
}

/// A candidate's name, with a link where the reader may open the page.
fn name_cell(row: &ApplicationRow) -> Html {
    if row.frozen {
        return html! { {&row.name} };
    }
    html! { <Go to={Route::Candidate { id: row.candidate_id.0.clone() }}>{&row.name}</Go> }
}

/// What a row says about where somebody stands.
pub fn standing_cell(row: &ApplicationRow) -> Html {
    html! {
        <>
            if row.rejected { <Tag>{"Rejected"}</Tag> } else { {&row.stage} }
            if row.frozen { {" "}<Tag tone={Tone::Accent}>{"You are on the panel"}</Tag> }
        </>
    }
}

fn loop_cell(row: &ApplicationRow, loops: &[LoopRow]) -> Html {
    let Some(id) = &row.loop_id else { return html! { <span class="faint">{"None yet"}</span> } };
    let known = loops.iter().find(|l| l.id == *id);
    html! {
        <Go to={Route::Loop { id: id.0.clone() }}>
            if let Some(known) = known { <Progress of={known.progress} /> } else { {"Open the loop"} }
        </Go>
    }
}

/// The section.
#[component]
pub fn Applications(props: &ApplicationsProps) -> Html {
    let filter = CandidateFilter { job: props.job.0.clone(), ..CandidateFilter::default() };
    let rows =
        use_query(
            filter.clone(),
            |filter| async move { api::candidates::list(&filter, AT_ONCE, None).await },
        );
    let loops = use_query(props.job.clone(), |job| async move { api::loops::list(Some(&job)).await });
    use_live(Some(api::candidates::watched(&filter)), rows.refetch.clone());
    use_live(Some(format!("/api/v1/loops?job={}", props.job)), loops.refetch.clone());
    let loops: Vec<LoopRow> = loops.data.map(|rows| (*rows).clone()).unwrap_or_default();
    html! {
        <section class="stack" aria-labelledby="candidates">
            <h2 id="candidates">{"Candidates"}</h2>
            {view(&rows, |page: &CandidatePage| {
                if page.rows.is_empty() {
                    return html! {
                        <Empty title="No candidates yet">
                            {"Import them from a CSV file; a check names every bad row before anything is written. "}
                            <Go to={Route::ImportCandidates}>{"Import candidates"}</Go>
                        </Empty>
                    };
                }
                html! {
                    <>
                    <Table caption="Candidates of this job" stacked={true} columns={["Name", "Stage", "Scorecards"].map(AttrValue::from).to_vec()}>
                        {for page.rows.iter().map(|CandidateRow { row, .. }| html! {
                            <tr key={row.id.as_str()}>
                                <th scope="row">{name_cell(row)}</th>
                                <td data-label="Stage">{standing_cell(row)}</td>
                                <td data-label="Scorecards">{loop_cell(row, &loops)}</td>
                            </tr>
                        })}
                    </Table>
                    if page.after.is_some() { <p><ListLink {filter}>{format!("All {} in the list", page.total)}</ListLink></p> }
                    </>
                }
            })}
        </section>
    }
}
