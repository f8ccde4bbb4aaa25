//! Candidates over all jobs whose team the reader is on: searched, narrowed down, ordered and paged by the server.

use super::{
    adding::{self, AddButton},
    address::{Step, use_address, usual},
    filters::Filters,
    rows::{Rows, row_id},
    views::Views,
};
use crate::{
    api::{self, Answer},
    components::{
        button::Button, empty::Empty, file::save_as, head::PageHead, link::Go, notice::FailureNote,
        view::view,
    },
    hooks::{Query, focus_soon, use_keys, use_mutation, use_query},
    routes::Route,
    state::{frame::Key, live::use_live, toasts::use_say},
};
use evenhand_shared::{
    JobId,
    candidate_list::{CandidateFilter, CandidatePage, ListSort, ListStatus, PAGE},
};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

/// How many further pages are wanted of the list that this filter shows.
type Wanted = Rc<RefCell<(CandidateFilter, usize)>>;

/// The list with the further pages that somebody has asked for.
async fn load(filter: CandidateFilter, wanted: Wanted) -> Answer<CandidatePage> {
    let further = {
        let wanted = wanted.borrow();
        if wanted.0 == filter { wanted.1 } else { 0 }
    };
    let mut all = api::candidates::list(&filter, PAGE, None).await?;
    for _ in 0..further {
        let Some(after) = all.after.take() else { break };
        let page = api::candidates::list(&filter, PAGE, Some(&after)).await?;
        all.rows.extend(page.rows);
        all.after = page.after;
    }
    Ok(all)
}

/// The list; while another question is being answered, the last answer stays.
#[hook]
fn use_list(filter: &CandidateFilter, wanted: &Wanted) -> Query<CandidatePage> {
    let last = use_mut_ref(|| None::<Rc<CandidatePage>>);
    let list = {
        let wanted = wanted.clone();
        use_query(filter.clone(), move |filter| load(filter, wanted.clone()))
    };
    if let Some(data) = &list.data {
        *last.borrow_mut() = Some(data.clone());
    }
    let data = match &list.failure {
        None => list.data.clone().or_else(|| last.borrow().clone()),
        Some(_) => list.data.clone(),
    };
    Query { data, ..list }
}

fn keys() -> Vec<Key> {
    let mut keys = vec![adding::key()];
    keys.extend(
        [("/", "Search"), ("j / k", "Next or previous candidate")]
            .map(|(key, what)| (AttrValue::from(key), AttrValue::from(what))),
    );
    keys
}

/// The page.
#[component]
pub fn CandidatesPage() -> Html {
    let (filter, onask) = use_address();
    let wanted: Wanted = use_mut_ref(|| (CandidateFilter::default(), 0));
    let list = use_list(&filter, &wanted);
    let choices = use_query((), |()| async { api::candidates::filters().await });
    use_live(Some(api::candidates::watched(&filter)), list.refetch.clone());
    use_keys(Callback::from(on_key));
    // After "Show more" the focus goes on to the first of the new rows.
    let waiting = use_mut_ref(|| None::<usize>);
    use_effect_with(list.data.clone(), {
        let waiting = waiting.clone();
        move |data: &Option<Rc<CandidatePage>>| {
            let first = waiting.borrow().and_then(|n| data.as_ref()?.rows.get(n).map(row_id));
            if let Some(first) = first {
                *waiting.borrow_mut() = None;
                focus_soon(first);
            }
        }
    });
    let onmore = {
        let (wanted, filter, refetch) = (wanted.clone(), filter.clone(), list.refetch.clone());
        let shown = list.data.as_ref().map_or(0, |page| page.rows.len());
        Callback::from(move |_: MouseEvent| {
            let further = if wanted.borrow().0 == filter { wanted.borrow().1 } else { 0 };
            *wanted.borrow_mut() = (filter.clone(), further.saturating_add(1));
            *waiting.borrow_mut() = Some(shown);
            refetch.emit(());
        })
    };
    let onchanged = {
        let (list, choices) = (list.refetch.clone(), choices.refetch.clone());
        Callback::from(move |()| {
            list.emit(());
            choices.emit(());
        })
    };
    let say = use_say();
    let export = use_mutation(
        |job: JobId| async move { api::candidates::export(&job).await },
        move |text: String| {
            if save_as("candidates.csv", "text/csv", &text).is_ok() {
                say.done("Saved as candidates.csv. The import takes it as it is.");
            }
        },
    );
    let worth = CandidateFilter { sort: ListSort::Name, ..filter.clone() } != usual();
    let choices = choices.data.map(|choices| (*choices).clone()).unwrap_or_default();
    let saved = choices.jobs.iter().find(|job| job.recruits && job.id.as_str() == filter.job);
    let saved = saved.map(|job| job.id.clone());
    html! {
        <div class="page">
            <PageHead title="Candidates" keys={keys()}>
                if let Some(job) = saved {
                    <Button pending={export.pending} onclick={export.run.reform(move |_: MouseEvent| job.clone())}>{"Save all of the job as a file"}</Button>
                }
                <Go to={Route::ImportCandidates} class="button">{"Import candidates"}</Go>
                <AddButton onadded={onchanged.clone()} />
            </PageHead>
            <div class="stack">
                <FailureNote failure={export.failure.clone()} />
                <Filters filter={filter.clone()} {choices} onask={onask.clone()} />
                <div class="list-line">
                    <p class="hint" role="status">{list.data.as_ref().filter(|page| page.total > 0).map(|page| count(&filter, page))}</p>
                    <Views filter={filter.clone()} worth={filter != usual()} onask={onask.clone()} />
                </div>
                {view(&list, |page: &CandidatePage| {
                    if page.rows.is_empty() && page.total == 0 {
                        return if worth { nobody_fits(&filter, &onask) } else { nobody(&onask) };
                    }
                    html! {
                        <>
                            <Rows page={Rc::new(page.clone())} filter={filter.clone()} onask={onask.clone()} onchanged={onchanged.clone()} />
                            if page.after.is_some() {
                                <div class="actions"><Button onclick={onmore.clone()}>{"Show more"}</Button></div>
                            }
                        </>
                    }
                })}
            </div>
        </div>
    }
}

/// How many there are, in words.
fn count(filter: &CandidateFilter, page: &CandidatePage) -> String {
    let which = match filter.status {
        ListStatus::InProcess => " in process",
        ListStatus::Rejected => " rejected",
        ListStatus::All => "",
    };
    let all = match page.total {
        1 => format!("1 candidate{which}"),
        n => format!("{n} candidates{which}"),
    };
    if page.after.is_some() { format!("{all}, the first {} shown", page.rows.len()) } else { all }
}

fn nobody(onask: &Callback<(CandidateFilter, Step)>) -> Html {
    let all = onask.reform(|_: MouseEvent| (CandidateFilter::default(), Step::Push));
    html! {
        <Empty title="No candidates in process">
            <p>
                {"Candidates apply to a job whose hiring team you are on. Add one by hand, or "}
                <Go to={Route::ImportCandidates}>{"import them from a CSV file"}</Go>
                {"; a check names every bad row before anything is written."}
            </p>
            <div class="actions"><Button onclick={all}>{"Look also at the rejected"}</Button></div>
        </Empty>
    }
}

fn nobody_fits(filter: &CandidateFilter, onask: &Callback<(CandidateFilter, Step)>) -> Html {
    let clear = onask.reform(|_: MouseEvent| (usual(), Step::Push));
    let everybody = {
        let filter = CandidateFilter { status: ListStatus::All, ..filter.clone() };
        onask.reform(move |_: MouseEvent| (filter.clone(), Step::Push))
    };
    html! {
        <Empty title="Nobody fits">
            <p>{"Nobody on your jobs fits this search and these filters."}</p>
            <div class="actions">
                <Button onclick={clear}>{"Clear search and filters"}</Button>
                if filter.status == ListStatus::InProcess { <Button onclick={everybody}>{"Look also at the rejected"}</Button> }
            </div>
        </Empty>
    }
}

/// `/` goes to the search, `j` and `k` from name to name.
fn on_key(event: KeyboardEvent) -> bool {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return false;
    }
    match event.key().as_str() {
        "/" => focus_first(".candidate-search input"),
        "j" => step(1),
        "k" => step(-1),
        _ => false,
    }
}

fn focus_first(selector: &str) -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let found = document.and_then(|document| document.query_selector(selector).ok().flatten());
    focus(found.and_then(|element| element.dyn_into().ok()))
}

fn focus(element: Option<HtmlElement>) -> bool {
    element.is_some_and(|element| element.focus().is_ok())
}

/// Goes to the name behind or before the row that has the focus.
fn step(by: i32) -> bool {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return false };
    let Ok(links) = document.query_selector_all(".candidate-link a") else { return false };
    let row = document.active_element().and_then(|element| element.closest("tr").ok().flatten());
    let at = |n: u32| links.get(n).and_then(|node| node.dyn_into::<HtmlElement>().ok());
    let here = (0..links.length())
        .find(|n| at(*n).is_some_and(|link| row.as_ref().is_some_and(|row| row.contains(Some(&link)))));
    let next = match here {
        None => Some(0),
        Some(n) => n.checked_add_signed(by),
    };
    next.is_some_and(|next| focus(at(next)))
}
