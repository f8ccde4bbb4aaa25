//! The filters of the audit.

use crate::{
    api::{self, audit::AuditQuery},
    components::{
        field::{SelectField, TextField},
        time::from_local,
    },
    hooks::use_query,
    state::session::{holds, use_me},
};
use evenhand_shared::{
    audit::{Audience, KNOWN},
    people::Role,
    sessions::Me,
    time::DAY,
};
use yew::prelude::*;

/// Properties of [`Filters`].
#[derive(Properties, PartialEq)]
pub struct FiltersProps {
    /// What is asked for now.
    pub query: AuditQuery,
    /// Hears what is asked for next.
    pub onchange: Callback<AuditQuery>,
}

/// The acts that somebody with these roles can come across, in words.
fn acts(me: &Me) -> Vec<(AttrValue, AttrValue)> {
    let hires = holds(me, Role::Recruiter) || holds(me, Role::HiringManager);
    let read = |audience: Audience| {
        holds(me, Role::Auditor)
            || match audience {
                Audience::Team | Audience::Recruiters | Audience::Library => hires,
                Audience::Admins => holds(me, Role::Admin),
                Audience::Auditors => false,
            }
    };
    let mut acts: Vec<(AttrValue, AttrValue)> = KNOWN
        .iter()
        .filter(|act| read(act.audience))
        .map(|act| (AttrValue::from(act.action), AttrValue::from(capital(&act.plain()))))
        .collect();
    acts.sort_by(|a, b| a.1.cmp(&b.1));
    acts
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The first instant of a day, or of the one after it, in the reader's zone.
fn instant(day: &str, after: i64) -> String {
    from_local(&format!("{day}T00:00")).map_or_else(String::new, |at| at.plus(after).to_rfc3339())
}

fn with(
    any: &'static str,
    options: impl IntoIterator<Item = (AttrValue, AttrValue)>,
) -> Vec<(AttrValue, AttrValue)> {
    std::iter::once((AttrValue::from(""), AttrValue::from(any))).chain(options).collect()
}

/// The filters.
#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    let me = use_me();
    let days = use_state(|| (String::new(), String::new()));
    let people = use_query((), |()| async { api::people::list().await });
    let jobs = use_query((), |()| async { api::jobs::list().await });
    let people = people.data.as_ref().map(|rows| (**rows).clone()).unwrap_or_default();
    let jobs = jobs.data.as_ref().map(|rows| (**rows).clone()).unwrap_or_default();
    let change = |set: fn(&mut AuditQuery, String)| {
        let (query, onchange) = (props.query.clone(), props.onchange.clone());
        Callback::from(move |value: String| {
            let mut next = query.clone();
            set(&mut next, value);
            onchange.emit(next);
        })
    };
    let from = {
        let (days, set) = (days.clone(), change(|query, value| query.from = value));
        Callback::from(move |day: String| {
            set.emit(instant(&day, 0));
            days.set((day, days.1.clone()));
        })
    };
    let until = {
        let (days, set) = (days.clone(), change(|query, value| query.until = value));
        Callback::from(move |day: String| {
            set.emit(instant(&day, DAY));
            days.set((days.0.clone(), day));
        })
    };
    html! {
        <div class="filters">
            <SelectField label="Who" value={props.query.actor.clone()} onchange={change(|query, value| query.actor = value)}
                options={with("Everybody", people.into_iter().map(|p| (AttrValue::from(p.id.0), AttrValue::from(p.name))))} />
            <SelectField label="What" value={props.query.action.clone()} onchange={change(|query, value| query.action = value)}
                options={with("Everything", acts(&me))} />
            if !jobs.is_empty() {
                <SelectField label="Job" value={props.query.job.clone()} onchange={change(|query, value| query.job = value)}
                    options={with("All jobs", jobs.into_iter().map(|job| (AttrValue::from(job.id.0), AttrValue::from(job.title))))} />
            }
            <TextField label="From day" kind="date" value={days.0.clone()} oninput={from} />
            <TextField label="To day" kind="date" value={days.1.clone()} oninput={until} />
        </div>
    }
}
