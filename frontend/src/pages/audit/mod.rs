//! What happened, as far as the reader may know: filters, page by page, and as a file.

mod filters;

use crate::{
    api::{self, audit::AuditQuery},
    components::{
        button::Button, empty::Empty, file::save_as, happening::happening, head::PageHead,
        notice::FailureNote, table::Table, time::When, view::view,
    },
    hooks::{use_mutation, use_query},
    state::toasts::use_say,
};
use evenhand_shared::audit::{AuditEntry, AuditPage};
use filters::Filters;
use yew::prelude::*;

/// The page.
#[component]
pub fn AuditPageView() -> Html {
    let say = use_say();
    let query = use_state(AuditQuery::default);
    // Pages after the first, with the question that they answer.
    let further = use_state(|| (AuditQuery::default(), Vec::<AuditPage>::new()));
    let first = use_query((*query).clone(), |query| async move { api::audit::list(&query, "").await });
    let more = use_mutation(
        |(query, after): (AuditQuery, String)| async move {
            let page = api::audit::list(&query, &after).await?;
            Ok((query, page))
        },
        {
            let further = further.clone();
            move |(query, page): (AuditQuery, AuditPage)| {
                let mut pages = if further.0 == query { further.1.clone() } else { Vec::new() };
                pages.push(page);
                further.set((query, pages));
            }
        },
    );
    let export = use_mutation(
        |query: AuditQuery| async move { api::audit::export(&query).await },
        move |text: String| {
            if save_as("audit.csv", "text/csv", &text).is_ok() {
                say.done("Saved as audit.csv");
            }
        },
    );
    let onchange = {
        let (query, clear) = (query.setter(), more.clear.clone());
        Callback::from(move |next: AuditQuery| {
            clear.emit(());
            query.set(next);
        })
    };
    let save = {
        let query = (*query).clone();
        export.run.reform(move |_| query.clone())
    };
    let pages: &[AuditPage] = if further.0 == *query { &further.1 } else { &[] };
    html! {
        <div class="page">
            <PageHead title="Audit" lead={html! { "Who did what, and when. What concerns a candidate whom you are still to rate stands here after your scorecard is in." }}>
                <Button onclick={save} pending={export.pending}>{"Save as a file"}</Button>
            </PageHead>
            <FailureNote failure={export.failure.clone()} />
            <Filters query={(*query).clone()} {onchange} />
            {view(&first, |page: &AuditPage| {
                let all: Vec<&AuditEntry> = page.entries.iter().chain(pages.iter().flat_map(|page| &page.entries)).collect();
                let after = pages.last().map_or(&page.after, |page| &page.after);
                if all.is_empty() {
                    return if *query == AuditQuery::default() {
                        html! { <Empty title="Nothing has happened yet">{"What people do on your jobs is listed here: who, what and when."}</Empty> }
                    } else {
                        html! { <Empty title="Nothing fits these filters">{"Take one away, or choose other days."}</Empty> }
                    };
                }
                html! {
                    <>
                        {table(&all)}
                        <FailureNote failure={more.failure.clone()} />
                        if let Some(after) = after {
                            <div class="actions"><Button pending={more.pending} onclick={{
                                let next = ((*query).clone(), after.clone());
                                more.run.reform(move |_| next.clone())
                            }}>{"Show more"}</Button></div>
                        }
                    </>
                }
            })}
        </div>
    }
}

fn table(entries: &[&AuditEntry]) -> Html {
    html! {
        <Table caption="What happened" columns={["When", "What", "Job"].map(AttrValue::from).to_vec()}>
            {for entries.iter().enumerate().map(|(n, entry)| html! {
                <tr key={n}>
                    <td><When at={entry.at} /></td>
                    <th scope="row">{happening(entry)}</th>
                    <td>{entry.job_title.clone().unwrap_or_default()}</td>
                </tr>
            })}
        </Table>
    }
}
