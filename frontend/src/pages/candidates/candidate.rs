//! One candidate: the parts of the page at the left, the chosen one at the right.

use super::{application::Application, files::Files, notes::Notes, source::Source, timeline::Timeline};
use crate::{
    api,
    components::{
        head::PageHead,
        time::{When, now},
        view::view,
    },
    hooks::{use_keys, use_query},
    routes::Route,
    state::{frame::Crumb, live::use_live},
};
use evenhand_shared::{
    CandidateId, JobId, Timestamp,
    candidates::{ApplicationDetail, CandidateDetail},
    jobs::{JobRow, TeamRole},
    timeline::{Happening, TimelineEntry},
};
use std::rc::Rc;
use web_sys::KeyboardEvent;
use yew::prelude::*;

/// Properties of [`CandidatePage`].
#[derive(Properties, PartialEq)]
pub struct CandidatePageProps {
    /// The candidate.
    pub id: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Applications,
    Files,
    Notes,
    Timeline,
    Person,
}

const PARTS: [(Part, &str, &str); 5] = [
    (Part::Applications, "1", "Applications"),
    (Part::Files, "2", "Files"),
    (Part::Notes, "3", "Notes"),
    (Part::Timeline, "4", "Timeline"),
    (Part::Person, "5", "Details and answers"),
];

/// The page.
#[component]
pub fn CandidatePage(props: &CandidatePageProps) -> Html {
    let id = CandidateId(props.id.clone());
    let candidate = use_query(id.clone(), |id| async move { api::candidates::find(&id).await });
    use_live(Some(format!("/api/v1/candidates/{}", props.id)), candidate.refetch.clone());
    let past = use_query(id.clone(), |id| async move { api::candidates::timeline(&id).await });
    let jobs = use_query((), |()| async { api::jobs::list().await });
    let part = use_state(|| Part::Applications);
    {
        let part = part.setter();
        use_keys(Callback::from(move |event: KeyboardEvent| {
            let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
            let found = PARTS.iter().find(|(_, key, _)| plain && *key == event.key());
            if let Some((to, _, _)) = found {
                part.set(*to);
            }
            found.is_some()
        }));
    }
    let title = candidate.data.as_ref().map_or_else(|| "Candidate".to_owned(), |c| c.name.clone());
    let coming = past.data.as_ref().and_then(|all| next(all, now()));
    let lead = candidate.data.as_ref().map_or_else(Html::default, |c| head(&c.applications, coming.as_ref()));
    let recruits = |job: &JobId| {
        let mine = |row: &&JobRow| row.id == *job && row.my_roles.contains(&TeamRole::Recruiter);
        jobs.data.as_ref().is_some_and(|rows| rows.iter().find(mine).is_some())
    };
    let changed = {
        let (candidate, past) = (candidate.refetch.clone(), past.refetch.clone());
        Callback::from(move |()| {
            candidate.emit(());
            past.emit(());
        })
    };
    html! {
        <div class="page">
            <PageHead {title} crumbs={vec![Crumb::to("Candidates", Route::Candidates)]} {lead}
                keys={PARTS.iter().map(|(_, key, words)| ((*key).into(), (*words).into())).collect::<Vec<_>>()} />
            {view(&candidate, |person: &CandidateDetail| html! {
                <div class="parted">
                    {parts(person, *part, &part)}
                    <div class="stack">
                        {match *part {
                            Part::Applications => html! {
                                {for person.applications.iter().map(|application| html! {
                                    <Application key={application.row.id.as_str()} application={Rc::new(application.clone())}
                                        recruiter={recruits(&application.row.job_id)} onchanged={changed.clone()} />
                                })}
                            },
                            Part::Files => each(person, "Files", |application| html! {
                                <Files application={application.row.id.clone()} files={application.files.clone()}
                                    may={recruits(&application.row.job_id)} onchanged={changed.clone()} />
                            }),
                            Part::Notes => each(person, "Notes", |application| html! {
                                <Notes application={application.row.id.clone()} notes={application.notes.clone()} onchanged={changed.clone()} />
                            }),
                            Part::Timeline => html! {
                                <section class="stack" aria-labelledby="timeline"><h2 id="timeline">{"Timeline"}</h2><Timeline id={person.id.clone()} /></section>
                            },
                            Part::Person => details(person, person.applications.iter().any(|a| recruits(&a.row.job_id)), &changed),
                        }}
                    </div>
                </div>
            })}
        </div>
    }
}

/// The soonest interview ahead.
fn next(all: &[TimelineEntry], now: Timestamp) -> Option<TimelineEntry> {
    all.iter()
        .filter(|entry| entry.what == Happening::Interview && entry.at > now)
        .min_by_key(|entry| entry.at)
        .cloned()
}

/// Jobs, stages and the next step, in a sentence each.
fn head(applications: &[ApplicationDetail], coming: Option<&TimelineEntry>) -> Html {
    html! {
        <>
            {for applications.iter().map(|application| {
                let row = &application.row;
                let standing = match &application.rejection {
                    Some(rejection) if rejection.announced_at.is_some() => "rejected",
                    Some(_) => "rejected, not told yet",
                    None => row.stage.as_str(),
                };
                html! { <span class="head-line" key={row.id.as_str()}>{format!("{}: {standing}. ", row.job_title)}</span> }
            })}
            if let Some(entry) = coming {
                <span class="head-line">{format!("Next: {}, ", entry.about)}<When at={entry.at} /></span>
            } else { <span class="head-line">{"No interview is ahead."}</span> }
        </>
    }
}

/// The list at the left, with how much stands in each part.
fn parts(person: &CandidateDetail, chosen: Part, part: &UseStateHandle<Part>) -> Html {
    let count = |part: Part| match part {
        Part::Applications => Some(person.applications.len()),
        Part::Files => Some(person.applications.iter().map(|a| a.files.len()).sum()),
        Part::Notes => Some(person.applications.iter().map(|a| a.notes.len()).sum()),
        Part::Timeline | Part::Person => None,
    };
    html! {
        <nav aria-label="Parts of this page">
            <ul class="parts">
                {for PARTS.iter().map(|(to, _, words)| {
                    let onclick = {
                        let (part, to) = (part.setter(), *to);
                        Callback::from(move |_: MouseEvent| part.set(to))
                    };
                    html! {
                        <li key={*words}>
                            <button type="button" aria-current={(*to == chosen).then_some("true")} {onclick}>
                                {*words}
                                if let Some(count) = count(*to) { <span class="faint">{format!(" {count}")}</span> }
                            </button>
                        </li>
                    }
                })}
            </ul>
        </nav>
    }
}

/// A section for each application; the job is named where there is more than one.
fn each(person: &CandidateDetail, what: &str, draw: impl Fn(&ApplicationDetail) -> Html) -> Html {
    let several = person.applications.len() > 1;
    person
        .applications
        .iter()
        .map(|application| {
            let id = format!("{}-{}", what.to_lowercase(), application.row.id);
            let words = if several { format!("{what}, {}", application.row.job_title) } else { what.to_owned() };
            html! { <section class="stack" key={id.clone()} aria-labelledby={id.clone()}><h2 {id}>{words}</h2>{draw(application)}</section> }
        })
        .collect()
}

fn details(person: &CandidateDetail, may: bool, changed: &Callback<()>) -> Html {
    let pair = |name: &str, value: Html| html! { <div><dt>{name}</dt><dd>{value}</dd></div> };
    let known = |text: &str| html! { <>{if text.is_empty() { "not known" } else { text }}</> };
    html! {
        <>
            <section class="stack" aria-labelledby="details">
                <h2 id="details">{"Details"}</h2>
                <dl class="pairs">
                    {pair("E-mail", known(&person.email))}
                    {pair("Telephone", known(&person.phone))}
                    {pair("Came from", html! { <Source id={person.id.clone()} source={person.source.clone()} {may} onchanged={changed.clone()} /> })}
                    {pair("Time zone", known(&person.zone))}
                </dl>
            </section>
            <section class="stack" aria-labelledby="answers">
                <h2 id="answers">{"Answers"}</h2>
                if person.answers.is_empty() { <p class="muted">{"No answers came with the application."}</p> }
                {for person.answers.iter().map(|(heading, text)| html! {
                    <div key={heading.as_str()}><h3>{heading}</h3><p class="pre prose">{text}</p></div>
                })}
            </section>
        </>
    }
}
