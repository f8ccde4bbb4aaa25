//! The versions of a job's plan: who wrote and published each, what runs on it, and what differs between any two.

use crate::{
    api,
    components::{
        button::Button,
        difference::difference,
        field::SelectField,
        file::save_as,
        head::PageHead,
        link::Go,
        notice::{FailureNote, Note},
        plan::plan_view,
        table::Table,
        tag::{Tag, Tone},
        time::When,
        view::view,
    },
    hooks::{into, use_mutation, use_query},
    routes::Route,
    state::{frame::Crumb, live::use_live},
};
use evenhand_shared::{
    JobId,
    difference::of_plans,
    plan::{PlanHistory, PlanHistoryRow, PlanVersion},
    publishing::Publishing,
};
use yew::prelude::*;

/// Properties of [`PlanHistoryPage`].
#[derive(Properties, PartialEq)]
pub struct PlanHistoryPageProps {
    /// The job.
    pub id: String,
}

/// The page.
#[component]
pub fn PlanHistoryPage(props: &PlanHistoryPageProps) -> Html {
    let job = JobId(props.id.clone());
    let found = use_query(job.clone(), |job| async move {
        Ok((api::plans::history(&job).await?, api::plans::versions(&job).await?))
    });
    use_live(Some(format!("/api/v1/jobs/{job}/plan-history")), found.refetch.clone());
    let title = found.data.as_ref().and_then(|data| data.1.first()).map_or_else(
        || "Interview plan".to_owned(),
        |version| format!("{}: interview plan", version.plan.job.title),
    );
    let crumbs = vec![Crumb::to("Jobs", Route::Jobs), Crumb::to("Job", Route::Job { id: props.id.clone() })];
    let draft = found.data.as_ref().is_some_and(|data| data.0.draft.is_some());
    html! {
        <div class="page">
            <PageHead {title} {crumbs} lead={html! { "A version never changes once it is published; a loop keeps the one that it was started with." }}>
                <Go to={Route::PlanDraft { id: props.id.clone() }} class="button primary">{if draft { "Open the draft" } else { "Write the next version" }}</Go>
            </PageHead>
            {view(&found, |(history, versions): &(PlanHistory, Vec<PlanVersion>)| html! {
                <>
                    {waiting(history)}
                    {table(&history.versions)}
                    <Compare versions={versions.clone()} />
                </>
            })}
        </div>
    }
}

/// What is being written, in a sentence.
fn waiting(history: &PlanHistory) -> Html {
    let Some(draft) = &history.draft else { return html! {} };
    let words = match draft.publishing {
        Publishing::You => format!(
            "Version {} is being written. {} made the last change; when it is ready, you may publish it.",
            draft.number, draft.changed_by.name
        ),
        Publishing::YouAlone | Publishing::Another => {
            format!("Version {} is being written. You made the last change.", draft.number)
        }
    };
    html! { <Note>{words}</Note> }
}

fn table(rows: &[PlanHistoryRow]) -> Html {
    html! {
        <Table caption="Versions of the plan" stacked={true} columns={["Version", "Written by", "Published by", "Published", "#Loops"].map(AttrValue::from).to_vec()}>
            {for rows.iter().enumerate().map(|(n, row)| html! {
                <tr key={row.id.as_str()}>
                    <th scope="row">{format!("Version {}", row.number)}{" "}if n == 0 { <Tag tone={Tone::Good}>{"Newest"}</Tag> }</th>
                    <td data-label="Written by">{&row.written_by.name}</td>
                    <td data-label="Published by">
                        {&row.published_by.name}
                        if let Some(reason) = &row.alone_reason {
                            <span class="cell-sub">{format!("Without a second reader: {reason}")}</span>
                        } else if row.written_by.id == row.published_by.id {
                            <span class="cell-sub">{"The job's first version"}</span>
                        }
                    </td>
                    <td data-label="Published"><When at={row.published_at} /></td>
                    <td class="num" data-label="Loops">{row.loops}</td>
                </tr>
            })}
        </Table>
    }
}

#[derive(Properties, PartialEq)]
struct CompareProps {
    versions: Vec<PlanVersion>,
}

/// Any two versions beside each other, or one alone.
#[component]
fn Compare(props: &CompareProps) -> Html {
    let shown = use_state(String::new);
    let against = use_state(|| None::<String>);
    let export = use_mutation(
        |version: PlanVersion| async move {
            let name = format!("{}-{}.toml", version.plan.job.key, version.number);
            Ok((api::plans::toml(&version.id).await?, name))
        },
        |(toml, name): (String, String)| {
            // A browser that takes no file leaves nothing to do about it here.
            let _ = save_as(&name, "application/toml", &toml);
        },
    );
    let find = |id: &str| props.versions.iter().find(|version| version.id.as_str() == id);
    let Some(new) = find(&shown).or(props.versions.first()) else { return html! {} };
    let before = props.versions.iter().find(|version| version.number < new.number);
    let old = match against.as_deref() {
        Some(id) => find(id),
        None => before,
    };
    let options: Vec<(AttrValue, AttrValue)> = props
        .versions
        .iter()
        .map(|v| (v.id.0.clone().into(), format!("Version {}", v.number).into()))
        .collect();
    let mut others: Vec<(AttrValue, AttrValue)> = vec![("".into(), "Nothing, show the plan".into())];
    others.extend(options.iter().filter(|(id, _)| id.as_str() != new.id.as_str()).cloned());
    let choose = {
        let against = against.setter();
        Callback::from(move |id: String| against.set(Some(id)))
    };
    let save = {
        let new = new.clone();
        export.run.reform(move |_: MouseEvent| new.clone())
    };
    html! {
        <section class="stack" aria-labelledby="compare">
            <h2 id="compare">{"Read and compare"}</h2>
            <div class="inline-form">
                <SelectField label="Version" value={new.id.0.clone()} {options} onchange={into(&shown)} />
                <SelectField label="Compared with" value={old.map(|old| old.id.0.clone()).unwrap_or_default()} options={others} onchange={choose} />
                <Button pending={export.pending} onclick={save}>{"Export as a file"}</Button>
                <Go to={Route::NextPlan { id: new.id.0.clone() }} class="button">{"Edit as a file"}</Go>
            </div>
            <FailureNote failure={export.failure.clone()} />
            {match old {
                Some(old) => html! {
                    <>
                        <h3>{format!("From version {} to version {}", old.number, new.number)}</h3>
                        {difference(&of_plans(&old.plan, &new.plan))}
                    </>
                },
                None => plan_view(&new.plan),
            }}
        </section>
    }
}
