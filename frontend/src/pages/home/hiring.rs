//! For recruiters and hiring managers: what is late, what is complete, what can be read.

use crate::{
    api,
    components::{
        empty::Empty, link::Go, loop_table::loop_table, order::ordered, progress::Progress, table::Table,
        time::When, view::view,
    },
    hooks::use_query,
    routes::Route,
    state::live::use_live,
};
use evenhand_shared::loops::LoopRow;
use yew::prelude::*;

/// Properties of [`Hiring`].
#[derive(Properties, PartialEq)]
pub struct HiringProps {
    /// The reader decides: what can be read comes first.
    pub decides: bool,
}

fn complete(row: &LoopRow) -> bool {
    row.progress.required > 0 && row.progress.submitted >= row.progress.required
}

fn section(id: &'static str, title: &'static str, rows: &[&LoopRow]) -> Html {
    if rows.is_empty() {
        return html! {};
    }
    html! {
        <section class="stack" aria-labelledby={id} key={id}>
            <h2 {id}>{title}</h2>
            {loop_table(title, rows)}
        </section>
    }
}

fn packets(rows: &[&LoopRow]) -> Html {
    if rows.is_empty() {
        return html! {};
    }
    html! {
        <section class="stack" aria-labelledby="packets" key="packets">
            <h2 id="packets">{"Packets to read"}</h2>
            <Table caption="Packets to read" columns={["Candidate", "Job", "Scorecards", "Revealed", ""].map(AttrValue::from).to_vec()}>
                {for rows.iter().map(|row| html! {
                    <tr key={row.id.as_str()}>
                        <th scope="row"><Go to={Route::Loop { id: row.id.0.clone() }}>{&row.candidate_name}</Go></th>
                        <td>{&row.job_title}</td>
                        <td><Progress of={row.progress} /></td>
                        <td>if let Some(at) = row.released_at { <When {at} /> }</td>
                        <td class="act"><Go to={Route::Packet { id: row.id.0.clone() }} class="button">{"Read the packet"}</Go></td>
                    </tr>
                })}
            </Table>
        </section>
    }
}

/// The sections.
#[component]
pub fn Hiring(props: &HiringProps) -> Html {
    let loops = use_query((), |()| async { api::loops::list(None).await });
    use_live(Some("/api/v1/loops".to_owned()), loops.refetch.clone());
    view(&loops, |rows: &Vec<LoopRow>| {
        if rows.is_empty() {
            return html! {
                <Empty title="No loops are running">
                    {"A loop begins with a job, its interview plan and a candidate. "}
                    <Go to={Route::Jobs}>{"Your jobs"}</Go>{" · "}<Go to={Route::Candidates}>{"Candidates"}</Go>
                </Empty>
            };
        }
        let late = ordered(
            rows.iter().filter(|row| row.progress.overdue > 0 && row.released_at.is_none()).collect(),
            &|a, b| b.progress.overdue.cmp(&a.progress.overdue),
        );
        let sealed: Vec<&LoopRow> =
            rows.iter().filter(|row| row.released_at.is_none() && complete(row)).collect();
        let collecting = ordered(
            rows.iter()
                .filter(|row| row.released_at.is_none() && !complete(row) && row.progress.overdue == 0)
                .collect(),
            &|a, b| a.started_at.cmp(&b.started_at),
        );
        let released = ordered(rows.iter().filter(|row| row.released_at.is_some()).collect(), &|a, b| {
            b.released_at.cmp(&a.released_at)
        });
        let late = section("late", "Waiting for overdue scorecards", &late);
        let sealed = section("sealed", "Panels complete, debrief not opened", &sealed);
        let collecting = section("collecting", "Collecting, nothing overdue", &collecting);
        let packets = packets(&released);
        if props.decides {
            html! { <>{packets}{sealed}{late}{collecting}</> }
        } else {
            html! { <>{late}{sealed}{collecting}{packets}</> }
        }
    })
}
