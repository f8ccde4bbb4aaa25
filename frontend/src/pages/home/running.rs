//! For administrators: who cannot log in yet.

use crate::{
    api,
    components::{link::Go, view::view},
    hooks::use_query,
    routes::Route,
};
use evenhand_shared::people::{PersonRow, PersonState};
use yew::prelude::*;

/// The section.
#[component]
pub fn Running() -> Html {
    let people = use_query((), |()| async { api::people::list().await });
    html! {
        <section class="stack" aria-labelledby="people">
            <h2 id="people">{"People"}</h2>
            {view(&people, |rows: &Vec<PersonRow>| {
                let invited = rows.iter().filter(|p| p.state == PersonState::Invited).count();
                let active = rows.iter().filter(|p| p.state == PersonState::Active).count();
                let words = match (active, invited) {
                    (0 | 1, 0) => "You are the only one here. Add the people who interview and hire.".to_owned(),
                    (_, 0) => format!("{active} people can log in; everybody has set a password."),
                    (_, 1) => format!("{active} people can log in; one has not set a password yet. Hand over their link, or make a new one."),
                    (_, n) => format!("{active} people can log in; {n} have not set a password yet. Hand them their link, or make a new one."),
                };
                html! { <p>{words}{" "}<Go to={Route::People}>{"Go to the people"}</Go></p> }
            })}
        </section>
    }
}
