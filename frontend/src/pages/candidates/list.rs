//! Candidates over all jobs whose team the reader is on.

use crate::{
    api,
    components::{
        button::Button,
        empty::Empty,
        field::{CheckField, SelectField, TextField},
        head::PageHead,
        link::Go,
        order::ordered,
        table::Table,
        view::view,
    },
    hooks::{Draft, use_draft, use_query},
    pages::jobs::{name_cell, standing_cell},
    routes::Route,
    state::live::use_live,
};
use evenhand_shared::candidates::ApplicationRow;
use yew::prelude::*;

/// Rows drawn at once; more on demand, so that a long list stays quick.
const AT_ONCE: usize = 200;

#[derive(Clone, PartialEq)]
struct Filter {
    text: String,
    job: String,
    stage: String,
    rejected: bool,
    most: usize,
}

impl Filter {
    fn fits(&self, row: &ApplicationRow) -> bool {
        (self.rejected || !row.rejected)
            && (self.job.is_empty() || row.job_id.as_str() == self.job)
            && (self.stage.is_empty() || row.stage == self.stage)
            && row.name.to_lowercase().contains(self.text.trim().to_lowercase().as_str())
    }
}

/// The page.
#[component]
pub fn CandidatesPage() -> Html {
    let rows = use_query((), |()| async { api::candidates::list(None).await });
    use_live(Some("/api/v1/candidates".to_owned()), rows.refetch.clone());
    let filter = use_draft(|| Filter {
        text: String::new(),
        job: String::new(),
        stage: String::new(),
        rejected: false,
        most: AT_ONCE,
    });
    html! {
        <div class="page">
            <PageHead title="Candidates">
                <Go to={Route::ImportCandidates} class="button primary">{"Import candidates"}</Go>
            </PageHead>
            {view(&rows, |rows| if rows.is_empty() { nobody() } else { list(rows, &filter) })}
        </div>
    }
}

fn nobody() -> Html {
    html! {
        <Empty title="No candidates yet">
            {"Candidates apply to a job whose hiring team you are on. "}
            <Go to={Route::ImportCandidates}>{"Import them from a CSV file"}</Go>
            {", or look at your "}
            <Go to={Route::Jobs}>{"jobs"}</Go>
            {" first."}
        </Empty>
    }
}

fn list(rows: &[ApplicationRow], filter: &Draft<Filter>) -> Html {
    let found: Vec<&ApplicationRow> = rows.iter().filter(|row| filter.fits(row)).collect();
    let left = found.len().saturating_sub(filter.most);
    html! {
        <>
            {filters(rows, filter)}
            <p class="hint" role="status">{format!("{} of {} shown", found.len().min(filter.most), rows.len())}</p>
            if found.is_empty() {
                <Empty title="Nobody fits these filters">{"Take one of them away, or tick the box for the rejected."}</Empty>
            } else {
                <Table caption="Candidates" stacked={true} columns={["Name", "Job", "Stage", "Loop"].map(AttrValue::from).to_vec()}>
                    {for found.iter().take(filter.most).map(|row| html! {
                        <tr key={row.id.as_str()}>
                            <th scope="row">{name_cell(row)}</th>
                            <td data-label="Job"><Go to={Route::Job { id: row.job_id.0.clone() }}>{&row.job_title}</Go></td>
                            <td data-label="Stage">{standing_cell(row)}</td>
                            <td data-label="Loop">
                                if let Some(id) = &row.loop_id { <Go to={Route::Loop { id: id.0.clone() }}>{"Open the loop"}</Go> }
                                else { <span class="faint">{"–"}</span> }
                            </td>
                        </tr>
                    })}
                </Table>
            }
            if left > 0 {
                <div class="actions">
                    <Button onclick={filter.edit(|f, _: MouseEvent| f.most = f.most.saturating_add(AT_ONCE))}>{format!("Show {} more", left.min(AT_ONCE))}</Button>
                </div>
            }
        </>
    }
}

/// A choice for each that is there, in order, after the one for all.
fn choices<'a>(
    all: &'static str,
    there: impl Iterator<Item = (&'a str, &'a str)>,
) -> Vec<(AttrValue, AttrValue)> {
    let mut known: Vec<(&str, &str)> = Vec::new();
    for (key, words) in there {
        if !known.iter().any(|(k, _)| *k == key) {
            known.push((key, words));
        }
    }
    let known = ordered(known.iter().collect(), &|a, b| a.1.cmp(b.1));
    let mut choices: Vec<(AttrValue, AttrValue)> = vec![("".into(), all.into())];
    choices
        .extend(known.into_iter().map(|(key, words)| ((*key).to_owned().into(), (*words).to_owned().into())));
    choices
}

fn filters(rows: &[ApplicationRow], filter: &Draft<Filter>) -> Html {
    let jobs = choices("All jobs", rows.iter().map(|row| (row.job_id.as_str(), row.job_title.as_str())));
    let stages = choices("All stages", rows.iter().map(|row| (row.stage.as_str(), row.stage.as_str())));
    html! {
        <div class="filters">
            <TextField label="Find by name" kind="search" value={filter.text.clone()} oninput={filter.edit(|f, text| f.text = text)} />
            <SelectField label="Job" value={filter.job.clone()} options={jobs} onchange={filter.edit(|f, key| f.job = key)} />
            <SelectField label="Stage" value={filter.stage.clone()} options={stages} onchange={filter.edit(|f, key| f.stage = key)} />
            <CheckField label="Also the rejected" checked={filter.rejected} onchange={filter.edit(|f, on| f.rejected = on)} />
        </div>
    }
}
