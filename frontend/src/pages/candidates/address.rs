//! What is asked of the list stands in the address: links, the way back and a reload show the same list.

use crate::{api, bundle, routes::Route};
use evenhand_shared::candidate_list::{CandidateFilter, ListStatus};
use yew::prelude::*;
use yew_router::{prelude::*, query::Raw};

/// The list as it is first opened: whoever was rejected is not work.
pub fn usual() -> CandidateFilter {
    CandidateFilter { status: ListStatus::InProcess, ..CandidateFilter::default() }
}

/// The part of the address that says it.
fn said(filter: &CandidateFilter) -> String {
    api::candidates::query(&spoken(filter))
}

/// What has to be said; the usual list needs nothing.
fn spoken(filter: &CandidateFilter) -> Vec<(&str, &str)> {
    let mut pairs: Vec<(&str, &str)> =
        filter.pairs().into_iter().filter(|pair| *pair != ("status", ListStatus::InProcess.word())).collect();
    if filter.status == ListStatus::All {
        pairs.push(("status", ListStatus::All.word()));
    }
    pairs
}

/// Reads it again; what is not understood asks nothing.
fn heard(pairs: &[(String, String)]) -> CandidateFilter {
    let value = |name: &str| pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    let filter = CandidateFilter::read(|name| match value(name) {
        None if name == "status" => Some(ListStatus::InProcess.word()),
        value => value,
    });
    filter.unwrap_or_else(|_| usual())
}

/// How the address changes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The way back leads to what was there.
    Push,
    /// It replaces what was there: nobody wants to go back letter by letter.
    Replace,
}

/// What is asked, and the way to ask something else.
#[hook]
pub fn use_address() -> (CandidateFilter, Callback<(CandidateFilter, Step)>) {
    let navigator = use_navigator();
    let location = use_location();
    let pairs = location.and_then(|here| here.query::<Vec<(String, String)>>().ok()).unwrap_or_default();
    let go = use_callback((), move |(filter, step): (CandidateFilter, Step), ()| {
        let Some(navigator) = &navigator else { return };
        let query = Raw(said(&filter));
        // A text that was put together from encoded parts is never refused.
        let _ = match step {
            Step::Push => navigator.push_with_query(&Route::Candidates, query),
            Step::Replace => navigator.replace_with_query(&Route::Candidates, query),
        };
    });
    (heard(&pairs), go)
}

/// Properties of [`ListLink`].
#[derive(Properties, PartialEq)]
pub struct ListLinkProps {
    /// What is asked.
    pub filter: CandidateFilter,
    /// Its words.
    pub children: Html,
}

/// A link to the list as a filter shows it.
#[component]
pub fn ListLink(props: &ListLinkProps) -> Html {
    let navigator = use_navigator();
    let query = said(&props.filter);
    let path = Route::Candidates.to_path();
    let href = if query.is_empty() { path } else { format!("{path}?{query}") };
    let onclick = Callback::from(move |event: MouseEvent| {
        let aside = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if aside || event.button() != 0 || !bundle::has(&Route::Candidates) {
            return;
        }
        if let Some(navigator) = &navigator {
            event.prevent_default();
            // As above.
            let _ = navigator.push_with_query(&Route::Candidates, Raw(query.clone()));
        }
    });
    html! { <a {href} {onclick}>{props.children.clone()}</a> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use evenhand_shared::candidate_list::ListSort;

    #[test]
    fn the_usual_list_is_heard_where_nothing_is_said() {
        assert_eq!(heard(&[]), usual());
        assert_eq!(heard(&[("sort".to_owned(), "score".to_owned())]), usual());
    }

    #[test]
    fn statuses_are_told_apart() {
        for status in [ListStatus::All, ListStatus::InProcess, ListStatus::Rejected] {
            let filter = CandidateFilter { status, sort: ListSort::AddedDown, ..CandidateFilter::default() };
            let pairs: Vec<(String, String)> = spoken(&filter)
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect();
            assert_eq!(heard(&pairs), filter, "{pairs:?}");
        }
    }
}
