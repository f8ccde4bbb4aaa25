//! The rail: only what the role has. On a narrow page it is a menu at the top.

use super::gate::mark;
use crate::{
    components::link::Go,
    routes::{Area, Route},
    state::session::{Leave, holds, use_leave, use_me},
};
use evenhand_shared::{people::Role, sessions::Me};
use yew::prelude::*;

/// Properties of [`Rail`].
#[derive(Properties, PartialEq)]
pub struct RailProps {
    /// The area that is shown.
    pub area: Option<Area>,
}

/// The areas that somebody has.
pub fn areas(me: &Me) -> Vec<Area> {
    let hires = holds(me, Role::Recruiter) || holds(me, Role::HiringManager);
    let mut areas = vec![Area::Home];
    if holds(me, Role::Interviewer) {
        areas.push(Area::Interviews);
    }
    if hires {
        areas.extend([Area::Loops, Area::Candidates, Area::Jobs, Area::Library]);
    }
    if hires || holds(me, Role::Admin) {
        areas.push(Area::People);
    }
    if hires || holds(me, Role::Admin) || holds(me, Role::Auditor) {
        areas.push(Area::Audit);
    }
    areas.extend([Area::Ladder, Area::Settings]);
    areas
}

/// The rail.
#[component]
pub fn Rail(props: &RailProps) -> Html {
    let me = use_me();
    let leave = use_leave();
    let open = use_state(|| false);
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let close = {
        let open = open.setter();
        Callback::from(move |()| open.set(false))
    };
    let roles: Vec<&str> = me.roles.iter().map(|role| role.words()).collect();
    html! {
        <header class={classes!("rail", open.then_some("open"))}>
            <div class="rail-head">
                <Go to={Route::Home} class="brand" onfollow={close.clone()}>{mark()}{"Evenhand"}</Go>
                <button type="button" class="menu" aria-expanded={if *open { "true" } else { "false" }}
                    aria-controls="rail-list" onclick={toggle}>{"Menu"}</button>
            </div>
            <div id="rail-list" class="rail-list">
                <nav aria-label="Main">
                    {for areas(&me).into_iter().map(|area| html! {
                        <Go key={area.words()} to={area.route()} current={props.area == Some(area)} onfollow={close.clone()}>
                            {area.words()}
                        </Go>
                    })}
                </nav>
                <div class="me">
                    <Go to={Route::Profile} onfollow={close.clone()}>{&me.name}</Go>
                    <span class="faint">{roles.join(", ")}</span>
                    <button type="button" class="button quiet" onclick={leave.reform(|_| Leave::Here)}>{"Log out"}</button>
                </div>
            </div>
        </header>
    }
}
