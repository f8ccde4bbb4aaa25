//! Candidates from a CSV file.

use super::imports::EarlierImports;
use crate::{
    api,
    components::{
        empty::Empty,
        field::{CheckField, SelectField},
        head::PageHead,
        import::ImportForm,
        link::Go,
        view::view,
    },
    hooks::{into, use_mutation, use_query},
    routes::Route,
    state::frame::Crumb,
};
use evenhand_shared::{
    JobId,
    imports::CandidateFile,
    jobs::{JobRow, TeamRole},
    people::{ImportFile, ImportReport},
};
use yew::prelude::*;

/// The page.
#[component]
pub fn ImportPage() -> Html {
    let jobs = use_query((), |()| async { api::jobs::list().await });
    let chosen = use_state(String::new);
    let report = use_state(|| None::<ImportReport>);
    let test = use_state(|| false);
    let count = use_state(|| 0_usize);
    let import = {
        let (report, count) = (report.setter(), count.clone());
        use_mutation(
            |(job, file): (JobId, CandidateFile)| async move { api::candidates::import(&job, &file).await },
            move |found: ImportReport| {
                count.set(count.saturating_add(usize::from(!found.dry_run)));
                report.set(Some(found));
            },
        )
    };
    let forget = {
        let report = report.setter();
        Callback::from(move |()| report.set(None))
    };
    let choose = {
        let (chosen, report) = (chosen.setter(), report.setter());
        Callback::from(move |job: String| {
            // What was found belongs to the other job.
            report.set(None);
            chosen.set(job);
        })
    };
    let done = report.as_ref().is_some_and(|r| !r.dry_run && r.faults.is_empty());
    html! {
        <div class="page">
            <PageHead title="Import candidates" crumbs={vec![Crumb::to("Candidates", Route::Candidates)]}
                lead={html! { "A check names every bad row. Nothing is half imported: either every row comes in, or none." }} />
            {view(&jobs, |rows: &Vec<JobRow>| {
                let mine: Vec<&JobRow> = rows.iter().filter(|job| job.my_roles.contains(&TeamRole::Recruiter)).collect();
                // With one job there is nothing to choose.
                let job = match mine.as_slice() {
                    [] => return html! {
                        <Empty title="You recruit for no job yet">
                            {"Candidates are imported by a recruiter of the job. "}
                            <Go to={Route::Jobs}>{"Look at your jobs"}</Go>
                        </Empty>
                    },
                    [only] => only.id.0.clone(),
                    _ => (*chosen).clone(),
                };
                let mut options: Vec<(AttrValue, AttrValue)> = Vec::new();
                if mine.len() > 1 {
                    options.push(("".into(), "Choose a job".into()));
                }
                options.extend(mine.iter().map(|job| (job.id.0.clone().into(), format!("{}, {}", job.title, job.level).into())));
                let blocked = job.is_empty().then(|| AttrValue::from("Choose a job first."));
                let job_chosen = job.clone();
                let id = JobId(job);
                let trying = *test;
                let onsend = import.run.reform(move |file: ImportFile| {
                    (id.clone(), CandidateFile { csv: file.csv, dry_run: file.dry_run, test: trying })
                });
                html! {
                    <div class="stack form-wide">
                        <SelectField label="Job" value={job_chosen.clone()} {options} onchange={choose.clone()} />
                        <CheckField label="These are candidates for trying things out" checked={*test} onchange={into(&test)}
                            hint="They are marked as test candidates. They can be taken back for 30 days, as every import can." />
                        <ImportForm what="candidates" pending={import.pending} failure={import.failure.clone()} report={(*report).clone()}
                            columns="Columns: name, email, phone, source, zone. Every other column becomes an answer under its heading, such as cv or portfolio. The first line holds the headings."
                            {onsend} onchange={forget.clone()} {blocked} />
                        if done { <p><Go to={Route::Candidates}>{"Go to the candidates"}</Go></p> }
                        if !job_chosen.is_empty() {
                            <EarlierImports job={JobId(job_chosen)} count={*count} />
                        }
                    </div>
                }
            })}
        </div>
    }
}
