//! What happened around a candidate, by day, newest first.

use crate::{
    api,
    components::{
        field::SelectField,
        link::Go,
        time::{day, exact, time_of_day},
        view::view,
    },
    hooks::{into, use_query},
    routes::Route,
    state::live::use_live,
};
use evenhand_shared::{
    CandidateId,
    timeline::{Happening, Strand, TimelineEntry},
};
use yew::prelude::*;

/// Properties of [`Timeline`].
#[derive(Properties, PartialEq)]
pub struct TimelineProps {
    /// The candidate.
    pub id: CandidateId,
}

/// The list.
#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    let entries = use_query(props.id.clone(), |id| async move { api::candidates::timeline(&id).await });
    use_live(Some(format!("/api/v1/candidates/{}/timeline", props.id)), entries.refetch.clone());
    let only = use_state(String::new);
    let options = [
        ("", "Everything"),
        ("decisions", "Stages and decisions"),
        ("interviews", "Interviews"),
        ("record", "Notes, tags and files"),
    ];
    html! {
        <>
            <div class="filters">
                <SelectField label="Show" value={(*only).clone()} onchange={into(&only)}
                    options={options.map(|(key, words)| (AttrValue::from(key), AttrValue::from(words))).to_vec()} />
            </div>
            {view(&entries, |all: &Vec<TimelineEntry>| days(all, &only))}
        </>
    }
}

fn fits(entry: &TimelineEntry, only: &str) -> bool {
    match only {
        "decisions" => entry.what.strand() == Strand::Decisions,
        "interviews" => entry.what.strand() == Strand::Interviews,
        "record" => entry.what.strand() == Strand::Record,
        _ => true,
    }
}

fn days(all: &[TimelineEntry], only: &str) -> Html {
    let mut days: Vec<(String, Vec<&TimelineEntry>)> = Vec::new();
    for entry in all.iter().filter(|entry| fits(entry, only)) {
        let words = day(entry.at);
        match days.last_mut() {
            Some((last, entries)) if *last == words => entries.push(entry),
            _ => days.push((words, vec![entry])),
        }
    }
    if days.is_empty() {
        return html! { <p class="muted">{"Nothing of this kind has happened yet."}</p> };
    }
    html! {
        <div class="stack">
            {for days.into_iter().map(|(words, entries)| html! {
                <section key={words.clone()}>
                    <h3>{words}</h3>
                    <ul class="list-plain timeline">
                        {for entries.into_iter().map(line)}
                    </ul>
                </section>
            })}
        </div>
    }
}

fn line(entry: &TimelineEntry) -> Html {
    let linked = entry.loop_id.as_ref().filter(|_| entry.what == Happening::LoopStarted);
    html! {
        <li>
            <time class="muted" datetime={entry.at.to_rfc3339()} title={exact(entry.at)}>{time_of_day(entry.at)}</time>
            <span>
                if let Some(id) = linked { <Go to={Route::Loop { id: id.0.clone() }}>{entry.what.words()}</Go> } else { {entry.what.words()} }
                if !entry.about.is_empty() { {" "}<strong>{&entry.about}</strong> }
                if let Some(who) = &entry.who { <span class="muted">{format!(", {who}")}</span> }
            </span>
        </li>
    }
}
