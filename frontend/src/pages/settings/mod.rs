//! The reader's own settings: how it looks, times, sessions.

mod look;
mod sessions;

use crate::{
    components::{head::PageHead, link::Go, time::zone},
    routes::Route,
    state::session::use_me,
};
use look::LookSection;
use sessions::Sessions;
use yew::prelude::*;

/// The page.
#[component]
pub fn SettingsPage() -> Html {
    let me = use_me();
    // Counted up when times are to be written anew.
    let written = use_state(|| 0_u32);
    let onchange = {
        let written = written.clone();
        Callback::from(move |()| written.set(written.saturating_add(1)))
    };
    html! {
        <div class="page">
            <PageHead title="Settings" />
            <section class="stack" aria-labelledby="you">
                <h2 id="you">{"You"}</h2>
                <dl class="pairs">
                    <div><dt>{"Name"}</dt><dd>{&me.name}</dd></div>
                    <div><dt>{"E-mail"}</dt><dd>{&me.email}</dd></div>
                    <div><dt>{"Time zone"}</dt><dd>{format!("{}; times on these pages are shown in {}", me.zone, zone())}</dd></div>
                </dl>
                <p class="hint">{"Zone, working hours, leave and what you may do stand on "}<Go to={Route::Profile}>{"your profile"}</Go>{". Name and address are an administrator's to change, who can also give you a link for a new password."}</p>
            </section>
            <LookSection {onchange} />
            <Sessions key={*written} />
        </div>
    }
}
