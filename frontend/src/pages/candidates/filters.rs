//! The search and the filters of the list.

use super::address::Step;
use crate::components::field::{SelectField, TextField};
use evenhand_shared::candidate_list::{CandidateFilter, CandidateFilters, ListSort, ListStatus};
use gloo_timers::callback::Timeout;
use yew::prelude::*;

/// Milliseconds after the last letter before it is searched.
const PAUSE: u32 = 250;

/// The orders, for where the heads of the table have no room.
const ORDERS: [(ListSort, &str); 6] = [
    (ListSort::Name, "Name"),
    (ListSort::NameDown, "Name, from the end"),
    (ListSort::AddedDown, "Added last"),
    (ListSort::Added, "Added first"),
    (ListSort::Since, "Longest in stage"),
    (ListSort::SinceDown, "Shortest in stage"),
];

/// Properties of [`Filters`].
#[derive(Properties, PartialEq)]
pub struct FiltersProps {
    /// What is asked.
    pub filter: CandidateFilter,
    /// What can be chosen.
    pub choices: CandidateFilters,
    /// Hears what is asked next.
    pub onask: Callback<(CandidateFilter, Step)>,
}

fn with(
    any: &'static str,
    rest: impl Iterator<Item = (AttrValue, AttrValue)>,
) -> Vec<(AttrValue, AttrValue)> {
    std::iter::once((AttrValue::from(""), AttrValue::from(any))).chain(rest).collect()
}

/// Adds a choice from a link that is no longer offered, so that the field says what the list is narrowed to.
fn known(mut options: Vec<(AttrValue, AttrValue)>, chosen: &str) -> Vec<(AttrValue, AttrValue)> {
    if !options.iter().any(|(key, _)| key.as_str() == chosen) {
        options.push((chosen.to_owned().into(), chosen.to_owned().into()));
    }
    options
}

fn plain(text: &str) -> (AttrValue, AttrValue) {
    (text.to_owned().into(), text.to_owned().into())
}

/// Stages of the chosen job, or of all of them, each once.
fn stages(choices: &CandidateFilters, job: &str) -> Vec<(AttrValue, AttrValue)> {
    let mut all: Vec<&str> = Vec::new();
    for stage in
        choices.jobs.iter().filter(|j| job.is_empty() || j.id.as_str() == job).flat_map(|j| &j.stages)
    {
        if !all.contains(&stage.as_str()) {
            all.push(stage);
        }
    }
    with("All stages", all.into_iter().map(plain))
}

/// The search field with the filters.
#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    let FiltersProps { filter, choices, onask } = props;
    let change = |set: fn(&mut CandidateFilter, String)| {
        let (filter, onask) = (filter.clone(), onask.clone());
        Callback::from(move |value: String| {
            let mut next = filter.clone();
            set(&mut next, value);
            onask.emit((next, Step::Push));
        })
    };
    let onsearch = {
        let (filter, onask) = (filter.clone(), onask.clone());
        Callback::from(move |q: String| onask.emit((CandidateFilter { q, ..filter.clone() }, Step::Replace)))
    };
    let jobs = choices.jobs.iter().map(|job| (job.id.0.clone().into(), job.title.clone().into()));
    let sources = choices
        .sources
        .iter()
        .map(|s| (s.source.clone().into(), format!("{} ({})", s.source, s.count).into()));
    let statuses =
        [(ListStatus::InProcess, "In process"), (ListStatus::Rejected, "Rejected"), (ListStatus::All, "All")];
    html! {
        <div class="filters candidate-filters">
            <Search value={filter.q.clone()} {onsearch} />
            <SelectField label="Job" value={filter.job.clone()} options={known(with("All jobs", jobs), &filter.job)}
                onchange={change(|f, job| f.job = job)} />
            <SelectField label="Stage" value={filter.stage.clone()} options={known(stages(choices, &filter.job), &filter.stage)}
                onchange={change(|f, stage| f.stage = stage)} />
            <SelectField label="Status" value={filter.status.word()}
                options={statuses.map(|(status, words)| (AttrValue::from(status.word()), AttrValue::from(words))).to_vec()}
                onchange={change(|f, word| f.status = match word.as_str() { "rejected" => ListStatus::Rejected, "all" => ListStatus::All, _ => ListStatus::InProcess })} />
            <div class="candidate-order">
                <SelectField label="Order" value={filter.sort.word()} options={ORDERS.map(|(sort, words)| (AttrValue::from(sort.word()), AttrValue::from(words))).to_vec()}
                    onchange={change(|f, word| f.sort = ListSort::ALL.into_iter().find(|sort| sort.word() == word).unwrap_or_default())} />
            </div>
            if !choices.sources.is_empty() || !filter.source.is_empty() {
                <SelectField label="Source" value={filter.source.clone()} options={known(with("All sources", sources), &filter.source)}
                    onchange={change(|f, source| f.source = source)} />
            }
            if !choices.tags.is_empty() || !filter.tag.is_empty() {
                <SelectField label="Tag" value={filter.tag.clone()} options={known(with("All tags", choices.tags.iter().map(|tag| plain(tag))), &filter.tag)}
                    onchange={change(|f, tag| f.tag = tag)} />
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct SearchProps {
    value: AttrValue,
    onsearch: Callback<String>,
}

/// The field keeps what is typed; the list follows after a pause.
#[component]
fn Search(props: &SearchProps) -> Html {
    let typed = use_state(|| props.value.to_string());
    let sent = use_mut_ref(|| props.value.to_string());
    let timer = use_mut_ref(|| None::<Timeout>);
    // The newest way to ask: a filter that was changed meanwhile is kept.
    let latest = use_mut_ref(|| props.onsearch.clone());
    *latest.borrow_mut() = props.onsearch.clone();
    use_effect_with(props.value.clone(), {
        let (typed, sent) = (typed.setter(), sent.clone());
        move |value| {
            // The way back, or a view that was chosen.
            if *sent.borrow() != value.as_str() {
                *sent.borrow_mut() = value.to_string();
                typed.set(value.to_string());
            }
        }
    });
    let oninput = {
        let typed = typed.setter();
        Callback::from(move |text: String| {
            typed.set(text.clone());
            let (sent, latest) = (sent.clone(), latest.clone());
            *timer.borrow_mut() = Some(Timeout::new(PAUSE, move || {
                let text = text.trim().to_owned();
                if *sent.borrow() != text {
                    (*sent.borrow_mut()).clone_from(&text);
                    let ask = latest.borrow().clone();
                    ask.emit(text);
                }
            }));
        })
    };
    html! {
        <div class="candidate-search">
            <TextField label="Search by name or e-mail" kind="search" value={(*typed).clone()} {oninput} />
        </div>
    }
}
