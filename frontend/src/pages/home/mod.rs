//! Home: what needs you now?

mod hiring;
mod interviewing;
mod running;

use crate::{
    components::head::PageHead,
    state::session::{holds, use_me},
};
use evenhand_shared::people::Role;
use hiring::Hiring;
use interviewing::Interviewing;
use running::Running;
use yew::prelude::*;

/// The page.
#[component]
pub fn HomePage() -> Html {
    let me = use_me();
    let first = me.name.split_whitespace().next().unwrap_or_default().to_owned();
    let hires = holds(&me, Role::Recruiter) || holds(&me, Role::HiringManager);
    html! {
        <div class="page aligned">
            <PageHead title="What needs you now" lead={html! { {format!("Good to see you, {first}.")} }} />
            if hires { <Hiring decides={holds(&me, Role::HiringManager)} /> }
            if holds(&me, Role::Interviewer) { <Interviewing /> }
            if holds(&me, Role::Admin) { <Running /> }
            if me.roles.is_empty() {
                <p>{"You hold no role yet. An administrator can give you one."}</p>
            }
        </div>
    }
}
