//! One choice out of a few that all stand on the page.

use crate::hooks::use_id;
use yew::prelude::*;

/// Properties of [`ChoiceField`].
#[derive(Properties, PartialEq)]
pub struct ChoiceFieldProps {
    /// What is chosen.
    pub legend: AttrValue,
    /// The chosen key.
    pub value: AttrValue,
    /// Hears the chosen key.
    pub onchange: Callback<AttrValue>,
    /// Keys and their words.
    pub options: Vec<(AttrValue, AttrValue)>,
    /// What is wrong and what to do.
    #[prop_or_default]
    pub error: Option<AttrValue>,
}

/// Radio buttons.
#[component]
pub fn ChoiceField(props: &ChoiceFieldProps) -> Html {
    let name = use_id();
    let error_id = props.error.as_ref().map(|_| format!("{name}-error"));
    html! {
        <fieldset class="choice" aria-describedby={error_id.clone()}>
            <legend>{&props.legend}</legend>
            {for props.options.iter().enumerate().map(|(n, (key, words))| {
                let id = format!("{name}-{n}");
                let onchange = { let key = key.clone(); props.onchange.reform(move |_: Event| key.clone()) };
                html! {
                    <div class="check" key={key.to_string()}>
                        <input type="radio" id={id.clone()} name={name.clone()} checked={*key == props.value} {onchange} />
                        <label for={id}>{words}</label>
                    </div>
                }
            })}
            if let Some(error) = &props.error { <p class="error" id={error_id}>{error}</p> }
        </fieldset>
    }
}
