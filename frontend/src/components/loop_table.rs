//! A table of loops.

use super::{
    link::Go,
    progress::Progress,
    table::Table,
    tag::{Tag, Tone},
    time::When,
};
use crate::routes::Route;
use evenhand_shared::loops::LoopRow;
use yew::prelude::*;

/// How a loop stands, in a word.
fn standing(row: &LoopRow) -> Html {
    let in_all = row.progress.submitted >= row.progress.required && row.progress.required > 0;
    if row.released_at.is_some() {
        html! { <Tag tone={Tone::Good}>{"Revealed"}</Tag> }
    } else if in_all {
        html! { <Tag tone={Tone::Accent}>{"All in, sealed"}</Tag> }
    } else {
        html! { <Tag>{"Collecting"}</Tag> }
    }
}

/// A table of loops.
pub fn loop_table(caption: &'static str, rows: &[&LoopRow]) -> Html {
    html! {
        <Table {caption} stacked={true} columns={["Candidate", "Job", "Scorecards", "State", "Started"].map(AttrValue::from).to_vec()}>
            {for rows.iter().map(|row| html! {
                <tr key={row.id.as_str()}>
                    <th scope="row"><Go to={Route::Loop { id: row.id.0.clone() }}>{&row.candidate_name}</Go></th>
                    <td data-label="Job"><Go to={Route::Job { id: row.job_id.0.clone() }}>{&row.job_title}</Go></td>
                    <td data-label="Scorecards"><Progress of={row.progress} /></td>
                    <td data-label="State">{standing(row)}</td>
                    <td data-label="Started"><When at={row.started_at} /></td>
                </tr>
            })}
        </Table>
    }
}
