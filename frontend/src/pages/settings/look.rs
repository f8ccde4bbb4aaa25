//! How these pages look in this browser: colours, room, times.

use crate::{
    components::{
        field::{ChoiceField, SelectField},
        time::{browser_zone, exact, knows_zone, now},
        zone::ZoneField,
    },
    state::{
        look::{self, Density, LANGUAGES},
        theme::Theme,
    },
};
use yew::prelude::*;

/// Properties of [`LookSection`].
#[derive(Properties, PartialEq)]
pub struct LookSectionProps {
    /// Told when times are to be written anew.
    pub onchange: Callback<()>,
}

/// The section. Everything applies at once, and is kept in this browser.
#[component]
pub fn LookSection(props: &LookSectionProps) -> Html {
    let theme = use_state(Theme::stored);
    let density = use_state(Density::stored);
    let language = use_state(look::language);
    let zone = use_state(|| look::zone().unwrap_or_default());
    let choose_theme = {
        let theme = theme.setter();
        Callback::from(move |key: AttrValue| {
            if let Some(chosen) = Theme::ALL.into_iter().find(|t| t.key() == key) {
                chosen.choose();
                theme.set(chosen);
            }
        })
    };
    let choose_density = {
        let density = density.setter();
        Callback::from(move |key: AttrValue| {
            if let Some(chosen) = Density::ALL.into_iter().find(|d| d.key() == key) {
                chosen.choose();
                density.set(chosen);
            }
        })
    };
    let choose_language = {
        let (language, onchange) = (language.setter(), props.onchange.clone());
        Callback::from(move |key: String| {
            look::choose_language(&key);
            language.set(look::language());
            onchange.emit(());
        })
    };
    let known = zone.is_empty() || knows_zone(&zone);
    let choose_zone = {
        let (zone, onchange) = (zone.setter(), props.onchange.clone());
        Callback::from(move |text: String| {
            let text = text.trim().to_owned();
            // A name that is still being typed leaves the times as they are.
            if text.is_empty() || knows_zone(&text) {
                look::choose_zone(&text);
                onchange.emit(());
            }
            zone.set(text);
        })
    };
    let error = (!known)
        .then(|| AttrValue::from("This browser knows no such zone; times stay as they are until it does."));
    let themes = Theme::ALL.map(|t| (AttrValue::from(t.key()), AttrValue::from(t.words()))).to_vec();
    let densities = Density::ALL.map(|d| (AttrValue::from(d.key()), AttrValue::from(d.words()))).to_vec();
    let languages = LANGUAGES.map(|(key, words)| (AttrValue::from(key), AttrValue::from(words))).to_vec();
    html! {
        <section class="stack" aria-labelledby="look">
            <h2 id="look">{"How it looks"}</h2>
            <p class="hint">{"Applies at once, and is kept in this browser."}</p>
            <div class="form-grid">
                <ChoiceField legend="Theme" value={theme.key()} onchange={choose_theme} options={themes} />
                <ChoiceField legend="Density" value={density.key()} onchange={choose_density} options={densities} />
            </div>
            <div class="form-grid">
                <SelectField label="Language of dates" value={*language} onchange={choose_language} options={languages} />
                <ZoneField value={(*zone).clone()} oninput={choose_zone} {error} />
            </div>
            <p class="muted">
                {"It is "}<time>{exact(now())}</time>{". "}
                if zone.is_empty() { {format!("Without a zone of your own, times follow this browser: {}.", browser_zone())} }
            </p>
        </section>
    }
}
