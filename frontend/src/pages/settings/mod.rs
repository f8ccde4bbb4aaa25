//! The reader's own settings: theme and sessions.

mod sessions;

use crate::{
    components::{field::ChoiceField, head::PageHead, time::zone},
    state::{session::use_me, theme::Theme},
};
use sessions::Sessions;
use yew::prelude::*;

/// The page.
#[component]
pub fn SettingsPage() -> Html {
    let me = use_me();
    let theme = use_state(Theme::stored);
    let choose = {
        let theme = theme.setter();
        Callback::from(move |key: AttrValue| {
            if let Some(chosen) = Theme::ALL.into_iter().find(|t| t.key() == key) {
                chosen.choose();
                theme.set(chosen);
            }
        })
    };
    let options = Theme::ALL.map(|t| (AttrValue::from(t.key()), AttrValue::from(t.words()))).to_vec();
    html! {
        <div class="page">
            <PageHead title="Settings" />
            <section class="stack" aria-labelledby="you">
                <h2 id="you">{"You"}</h2>
                <dl class="pairs">
                    <div><dt>{"Name"}</dt><dd>{&me.name}</dd></div>
                    <div><dt>{"E-mail"}</dt><dd>{&me.email}</dd></div>
                    <div><dt>{"Time zone"}</dt><dd>{format!("{}; times on these pages follow this browser: {}", me.zone, zone())}</dd></div>
                </dl>
                <p class="hint">{"An administrator can change these, and can give you a link for a new password."}</p>
            </section>
            <section class="stack" aria-labelledby="look">
                <h2 id="look">{"How it looks"}</h2>
                <ChoiceField legend="Theme, kept in this browser" value={theme.key()} onchange={choose} {options} />
            </section>
            <Sessions />
        </div>
    }
}
