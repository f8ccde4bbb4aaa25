//! For recruiters and hiring managers: what is stuck, what breaks a promise next, what came in, what is complete.

use crate::{
    api,
    components::{empty::Empty, link::Go, time::When, view::view},
    hooks::use_query,
    routes::Route,
    state::live::use_live,
};
use evenhand_shared::home::{HiringHome, Matter, MatterKind, Matters};
use yew::prelude::*;

/// Properties of [`Hiring`].
#[derive(Properties, PartialEq)]
pub struct HiringProps {
    /// The reader decides: what can be read comes first.
    pub decides: bool,
}

/// What it is, what time it speaks of, and the act that leads on.
fn words(matter: &Matter) -> (String, &'static str, &'static str) {
    let name = &matter.candidate_name;
    let person = matter.person.as_deref().unwrap_or("Somebody");
    match matter.kind {
        MatterKind::Overdue => (format!("{person} owes a scorecard on {name}"), "was due", "Open the loop"),
        MatterKind::Declined => {
            (format!("{person} declined an interview with {name}"), "", "Find somebody else")
        }
        MatterKind::NoTime => (format!("An interview with {name} has no time yet"), "", "Set a time"),
        MatterKind::Waiting => {
            (format!("{name} has not moved"), "in this stage since", "Open the application")
        }
        MatterKind::DueSoon => (format!("{person}’s scorecard on {name}"), "due", "Open the loop"),
        MatterKind::Arrived => (name.clone(), "applied", "Open the application"),
        MatterKind::Complete => (format!("All scorecards on {name} are in"), "", "Open the debrief"),
        MatterKind::Packet => (format!("{name}’s packet"), "revealed", "Read the packet"),
    }
}

fn to(matter: &Matter) -> Route {
    match (&matter.loop_id, matter.kind) {
        (Some(id), MatterKind::Packet) => Route::Packet { id: id.0.clone() },
        (Some(id), _) => Route::Loop { id: id.0.clone() },
        (None, _) => Route::Candidate { id: matter.candidate_id.0.clone() },
    }
}

fn line(n: usize, matter: &Matter) -> Html {
    let (what, when, verb) = words(matter);
    html! {
        <li key={n}>
            <div>
                <span class="matter-what">{&what}</span>
                <span class="cell-sub">
                    {&matter.job_title}
                    if let Some(at) = matter.at { {" · "}{when}{" "}<When {at} /> }
                </span>
            </div>
            <Go to={to(matter)} class="button">{verb}<span class="visually-hidden">{format!(": {what}")}</span></Go>
        </li>
    }
}

fn part(id: &'static str, title: &'static str, matters: &Matters) -> Html {
    if matters.first.is_empty() {
        return html! {};
    }
    let shown = u64::try_from(matters.first.len()).unwrap_or(matters.total);
    html! {
        <section class="stack" aria-labelledby={id} key={id}>
            <h2 {id}>{title}{" "}<span class="faint">{matters.total}</span></h2>
            <ul class="matters">{for matters.first.iter().enumerate().map(|(n, matter)| line(n, matter))}</ul>
            if matters.total > shown {
                <p class="muted">{format!("And {} more.", matters.total.saturating_sub(shown))}</p>
            }
        </section>
    }
}

/// The parts.
#[component]
pub fn Hiring(props: &HiringProps) -> Html {
    let home = use_query((), |()| async { api::home::read().await });
    use_live(Some("/api/v1/home".to_owned()), home.refetch.clone());
    view(&home, |home: &HiringHome| {
        let parts = [&home.stuck, &home.next, &home.arrived, &home.complete, &home.packets];
        let running = match home.collecting {
            0 => String::new(),
            1 => "One loop collects scorecards with nothing late.".to_owned(),
            n => format!("{n} loops collect scorecards with nothing late."),
        };
        if parts.iter().all(|part| part.first.is_empty()) {
            return html! {
                <Empty title="Nothing on your jobs needs you now">
                    {&running}{" A loop begins with a job, its interview plan and a candidate. "}
                    <Go to={Route::Jobs}>{"Your jobs"}</Go>{" · "}<Go to={Route::Candidates}>{"Candidates"}</Go>
                </Empty>
            };
        }
        let stuck = part("stuck", "Stuck", &home.stuck);
        let next = part("promised", "Due within a working day", &home.next);
        let arrived = part("arrived", "Came in this week", &home.arrived);
        let complete = part("complete", "Panels complete, debrief not opened", &home.complete);
        let packets = part("packets", "Packets to read", &home.packets);
        html! {
            <>
                if props.decides { {packets}{complete}{stuck}{next}{arrived} } else { {stuck}{next}{arrived}{complete}{packets} }
                if home.collecting > 0 { <p class="muted">{running}{" "}<Go to={Route::Loops}>{"All loops"}</Go></p> }
            </>
        }
    })
}
