//! A field with one choice out of a list.

use super::{Field, Ties};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Properties of [`SelectField`].
#[derive(Properties, PartialEq)]
pub struct SelectFieldProps {
    /// The label.
    pub label: AttrValue,
    /// The chosen key.
    pub value: AttrValue,
    /// Hears the chosen key.
    pub onchange: Callback<String>,
    /// Keys and their words.
    pub options: Vec<(AttrValue, AttrValue)>,
    /// What to know before choosing.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong and what to do.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Must be chosen.
    #[prop_or_default]
    pub required: bool,
}

/// One choice out of a list.
#[component]
pub fn SelectField(props: &SelectFieldProps) -> Html {
    let control = {
        let (value, options, onchange) = (props.value.clone(), props.options.clone(), props.onchange.clone());
        let required = props.required;
        Callback::from(move |ties: Ties| {
            let onchange =
                onchange.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
            html! {
                <select id={ties.id} {onchange} {required} aria-describedby={ties.described_by} aria-invalid={ties.invalid}>
                    {for options.iter().map(|(key, words)| html! {
                        <option key={key.to_string()} value={key} selected={*key == value}>{words}</option>
                    })}
                </select>
            }
        })
    };
    html! {
        <Field label={props.label.clone()} hint={props.hint.clone()} error={props.error.clone()} {control} />
    }
}
