//! The rows of the list, with heads that order it.

use super::address::Step;
use crate::{
    api,
    components::{
        button::{Button, Look},
        link::Go,
        notice::FailureNote,
        table::Table,
        tag::Tag,
        time::{When, exact, now},
    },
    hooks::use_mutation,
    pages::{board::span, jobs::standing_cell},
    routes::Route,
    state::toasts::use_say,
};
use evenhand_shared::{
    ApplicationId,
    candidate_list::{CandidateFilter, CandidatePage, CandidateRow, ListSort, ListStatus},
    candidates::ApplicationRow,
    rejections::SeenVersion,
};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Rows`].
#[derive(Properties, PartialEq)]
pub struct RowsProps {
    /// The rows.
    pub page: Rc<CandidatePage>,
    /// What is asked.
    pub filter: CandidateFilter,
    /// Hears what is asked next.
    pub onask: Callback<(CandidateFilter, Step)>,
    /// Told when a row has changed.
    pub onchanged: Callback<()>,
}

/// Identifier of the link in a row.
pub fn row_id(row: &CandidateRow) -> String {
    format!("row-{}", row.row.id)
}

/// A head that orders the list by its column. `first` is what a first press asks for, `up` whether its smallest stands first as the
/// column shows it.
fn head(props: &RowsProps, words: &'static str, first: ListSort, up: bool) -> Html {
    let sort = props.filter.sort;
    let (here, turned) = (sort == first, sort == first.turned());
    let order = match (here, turned) {
        (false, false) => "none",
        (here, _) if here == up => "ascending",
        _ => "descending",
    };
    let arrow = match order {
        "ascending" => "↑",
        "descending" => "↓",
        _ => "",
    };
    let onclick = {
        let (filter, onask) = (props.filter.clone(), props.onask.clone());
        let sort = if here { first.turned() } else { first };
        Callback::from(move |_: MouseEvent| {
            onask.emit((CandidateFilter { sort, ..filter.clone() }, Step::Push));
        })
    };
    html! {
        <th scope="col" aria-sort={order}>
            <button type="button" class="sort" {onclick}>{words}<span aria-hidden="true">{arrow}</span></button>
        </th>
    }
}

/// The table.
#[component]
pub fn Rows(props: &RowsProps) -> Html {
    let say = use_say();
    let undoing = {
        let changed = props.onchanged.clone();
        use_mutation(
            |(id, version): (ApplicationId, i64)| async move {
                api::candidates::undo_rejection(&id, &SeenVersion { version }).await
            },
            move |row: ApplicationRow| {
                say.done(format!("The rejection is taken back. {} is in {} again.", row.name, row.stage));
                changed.emit(());
            },
        )
    };
    let rejected = props.filter.status == ListStatus::Rejected;
    let heads = html! {
        <>
            {head(props, "Name", ListSort::Name, true)}
            <th scope="col">{"Job"}</th>
            <th scope="col">{"Stage"}</th>
            if rejected { <th scope="col">{"Reason"}</th> } else { {head(props, "In stage for", ListSort::Since, false)} }
            {head(props, "Added", ListSort::AddedDown, false)}
            <th scope="col">{"Source"}</th>
            if rejected { <td><span class="visually-hidden">{"Actions"}</span></td> } else { <th scope="col">{"Loop"}</th> }
        </>
    };
    html! {
        <>
            <FailureNote failure={undoing.failure.clone()} />
            <Table caption="Candidates" stacked={true} {heads}>
                {for props.page.rows.iter().map(|row| html! {
                    <tr key={row.row.id.as_str()}>
                        <th scope="row">{name(row)}</th>
                        <td data-label="Job"><Go to={Route::Job { id: row.row.job_id.0.clone() }}>{&row.row.job_title}</Go></td>
                        <td data-label="Stage">
                            {if rejected { html! { {&row.row.stage} } } else { standing_cell(&row.row) }}
                            {for row.tags.iter().map(|tag| html! { <>{" "}<Tag>{tag}</Tag></> })}
                        </td>
                        if rejected { <td data-label="Reason">{reason(row)}</td> } else { <td data-label="In stage for">{age(row)}</td> }
                        <td data-label="Added">{row.added.map_or_else(nothing, |at| html! { <When {at} /> })}</td>
                        <td data-label="Source">{if row.source.is_empty() { nothing() } else { html! { {&row.source} } }}</td>
                        if rejected { <td class="act">{undo(row, undoing.pending, &undoing.run)}</td> } else { <td data-label="Loop">{loop_of(row)}</td> }
                    </tr>
                })}
            </Table>
        </>
    }
}

fn nothing() -> Html {
    html! { <span class="faint">{"–"}</span> }
}

fn name(row: &CandidateRow) -> Html {
    if row.row.frozen {
        return html! { {&row.row.name} };
    }
    html! {
        <>
            <span id={row_id(row)} tabindex="-1" class="candidate-link"><Go to={Route::Candidate { id: row.row.candidate_id.0.clone() }}>{&row.row.name}</Go></span>
            <span class="cell-sub">{&row.email}</span>
        </>
    }
}

fn age(row: &CandidateRow) -> Html {
    row.since
        .map_or_else(nothing, |since| html! { <span title={exact(since)}>{span(now().since(since))}</span> })
}

fn reason(row: &CandidateRow) -> Html {
    let Some(rejection) = &row.rejection else { return nothing() };
    html! {
        <>
            {&rejection.reason}
            <span class="cell-sub">
                if let Some(at) = rejection.decided_at { <When {at} />{" · "} }
                {if rejection.undo { "not told yet" } else { "told" }}
            </span>
        </>
    }
}

fn loop_of(row: &CandidateRow) -> Html {
    let Some(id) = &row.row.loop_id else { return nothing() };
    html! { <Go to={Route::Loop { id: id.0.clone() }}>{"Open the loop"}</Go> }
}

/// Taking a rejection back, for as long as the candidate was not told.
fn undo(row: &CandidateRow, pending: bool, run: &Callback<(ApplicationId, i64)>) -> Html {
    let (Some(version), true) = (row.version, row.rejection.as_ref().is_some_and(|r| r.undo)) else {
        return html! {};
    };
    let id = row.row.id.clone();
    let onclick = run.reform(move |_: MouseEvent| (id.clone(), version));
    html! {
        <Button look={Look::Quiet} {pending} label={format!("Take the rejection of {} back", row.row.name)} {onclick}>{"Take back"}</Button>
    }
}
