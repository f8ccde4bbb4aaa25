//! The reader's own profile: what they may do and why, when they work, when they are away.

mod hours;
mod leaves;
mod rights;

pub use hours::HoursForm;
pub use leaves::LeaveSection;
pub use rights::{roles_section, teams_section};

use crate::{
    api,
    components::{head::PageHead, link::Go, view::view},
    hooks::use_query,
    routes::Route,
    state::live::use_live,
};
use rights::{closed_section, panels_section};
use yew::prelude::*;

/// The page.
#[component]
pub fn ProfilePage() -> Html {
    let profile = use_query((), |()| async { api::people::profile().await });
    let refetch = profile.refetch.clone();
    use_live(Some("/api/v1/profile".into()), profile.refetch.clone());
    html! {
        <div class="page">
            <PageHead title="Your profile" lead={html! { "What you may do here and why, and when colleagues can ask you." }}>
                <Go to={Route::Exposures} class="button">{"What you were shown"}</Go>
            </PageHead>
            {view(&profile, |profile| html! {
                <>
                    {roles_section(&profile.person.roles, true)}
                    {teams_section(&profile.teams, true)}
                    {panels_section(&profile.panels)}
                    {closed_section(&profile.panels)}
                    <HoursForm person={profile.person.clone()} own={true} />
                    <LeaveSection leaves={profile.leaves.clone()} of={None::<evenhand_shared::PersonId>} onchanged={refetch.clone()} />
                </>
            })}
        </div>
    }
}
