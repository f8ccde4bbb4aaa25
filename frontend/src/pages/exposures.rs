//! What the reader was shown of others' scorecards, and when: their own part of the serving ledger.

use crate::{
    api,
    components::{
        empty::Empty,
        field::SelectField,
        head::PageHead,
        order::ordered,
        tag::{Tag, Tone},
        time::{day, exact, time_of_day},
        view::view,
    },
    hooks::{into, use_query},
    routes::Route,
    state::{frame::Crumb, live::use_live},
};
use evenhand_shared::acts::{Exposure, Shown};
use yew::prelude::*;

/// The page.
#[component]
pub fn ExposuresPage() -> Html {
    let shown = use_query((), |()| async { api::acts::exposures().await });
    use_live(Some("/api/v1/my/exposures".to_owned()), shown.refetch.clone());
    let whom = use_state(String::new);
    html! {
        <div class="page">
            <PageHead title="What you were shown, and when" crumbs={vec![Crumb::to("Your profile", Route::Profile)]}
                lead={html! { "Each time you were sent something of others’ scorecards, it is written down. A scorecard that you write about the same person afterwards is marked as exposed." }} />
            {view(&shown, |all: &Vec<Exposure>| {
                if all.is_empty() {
                    return html! {
                        <Empty title="You were shown nothing yet">
                            {"Nothing of what others wrote was ever sent to you. When you read a packet, it is noted here."}
                        </Empty>
                    };
                }
                html! {
                    <>
                        <div class="filters one"><SelectField label="Candidate" value={(*whom).clone()} options={options(all)} onchange={into(&whom)} /></div>
                        {days(all, &whom)}
                    </>
                }
            })}
        </div>
    }
}

fn options(all: &[Exposure]) -> Vec<(AttrValue, AttrValue)> {
    let mut names: Vec<&String> = all.iter().map(|entry| &entry.candidate_name).collect();
    names = ordered(names, &|a, b| a.to_lowercase().cmp(&b.to_lowercase()));
    names.dedup();
    let mut options: Vec<(AttrValue, AttrValue)> = vec![("".into(), "Everybody".into())];
    options.extend(names.into_iter().map(|name| (name.clone().into(), name.clone().into())));
    options
}

fn days(all: &[Exposure], whom: &str) -> Html {
    let mut days: Vec<(String, Vec<&Exposure>)> = Vec::new();
    for entry in all.iter().filter(|entry| whom.is_empty() || entry.candidate_name == whom) {
        let words = day(entry.at);
        match days.last_mut() {
            Some((last, entries)) if *last == words => entries.push(entry),
            _ => days.push((words, vec![entry])),
        }
    }
    html! {
        <div class="stack">
            {for days.into_iter().map(|(words, entries)| html! {
                <section key={words.clone()}>
                    <h2>{words}</h2>
                    <ul class="list-plain timeline">{for entries.into_iter().enumerate().map(|(n, entry)| line(n, entry))}</ul>
                </section>
            })}
        </div>
    }
}

fn line(n: usize, entry: &Exposure) -> Html {
    let words = match entry.what {
        Shown::Packet => "The packet",
        Shown::Unblinding => "Nothing yet: you ended your own blindness",
        Shown::Comparison => "The other side’s scorecard of a shadowed interview",
        Shown::BreakGlass => "Submitted scorecards before the release",
    };
    html! {
        <li key={n}>
            <time class="muted" datetime={entry.at.to_rfc3339()} title={exact(entry.at)}>{time_of_day(entry.at)}</time>
            <span class="wrap">
                <strong>{&entry.candidate_name}</strong>{" · "}{words}
                if entry.what == Shown::BreakGlass { {" "}<Tag tone={Tone::Warn}>{"Through broken glass"}</Tag> }
            </span>
        </li>
    }
}
