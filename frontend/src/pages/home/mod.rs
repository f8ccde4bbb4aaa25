//! Home: what needs you now?
//!
//! The small app has the interviewers' part; whoever has more to see gets the whole app here.

#[cfg(feature = "hiring")]
mod asked;
#[cfg(feature = "hiring")]
mod hiring;
mod interviewing;
mod notices;
#[cfg(feature = "hiring")]
mod running;

#[cfg(feature = "hiring")]
use crate::pages::activity::Activity;
use crate::{
    bundle,
    components::head::PageHead,
    state::session::{holds, use_me},
};
#[cfg(feature = "hiring")]
use asked::Asked;
use evenhand_shared::{people::Role, sessions::Me};
#[cfg(feature = "hiring")]
use hiring::Hiring;
use interviewing::Interviewing;
use notices::Notices;
#[cfg(feature = "hiring")]
use running::Running;
use yew::prelude::*;

/// The page.
#[component]
pub fn HomePage() -> Html {
    let me = use_me();
    use_effect_with(me.clone(), |me| bundle::bring_home(me));
    let first = me.name.split_whitespace().next().unwrap_or_default().to_owned();
    html! {
        <div class="page aligned">
            <PageHead title="What needs you now" lead={html! { {format!("Good to see you, {first}.")} }} />
            <Notices />
            {more(&me)}
            if holds(&me, Role::Interviewer) { <Interviewing /> }
            {rest(&me)}
            if me.roles.is_empty() {
                <p>{"You hold no role yet. An administrator can give you one."}</p>
            }
        </div>
    }
}

/// What hiring teams see first.
#[cfg(feature = "hiring")]
fn more(me: &Me) -> Html {
    let hires = holds(me, Role::Recruiter) || holds(me, Role::HiringManager);
    html! { <><Asked />if hires { <Hiring decides={holds(me, Role::HiringManager)} /> }</> }
}

/// What stands below.
#[cfg(feature = "hiring")]
fn rest(me: &Me) -> Html {
    use crate::{components::link::Go, routes::Route};
    let hires = holds(me, Role::Recruiter) || holds(me, Role::HiringManager);
    html! {
        <>
            if holds(me, Role::Admin) { <Running /> }
            if hires { <Activity most={12} /> }
            if holds(me, Role::Auditor) { <p><Go to={Route::Audit}>{"What happened, for auditors"}</Go></p> }
        </>
    }
}

/// The small app does not have these parts: it is being left for the whole one, or the browser keeps nothing.
#[cfg(not(feature = "hiring"))]
fn more(me: &Me) -> Html {
    use crate::{components::link::Go, routes::Route};
    html! {
        if bundle::sees_more(me) {
            <p>{"What your jobs need: "}<Go to={Route::Loops}>{"loops"}</Go>{", "}<Go to={Route::Candidates}>{"candidates"}</Go>{", "}<Go to={Route::Jobs}>{"jobs"}</Go>{"."}</p>
        }
    }
}

#[cfg(not(feature = "hiring"))]
fn rest(_: &Me) -> Html {
    html! {}
}
