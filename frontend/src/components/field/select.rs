//! A field with one choice out of a list.

use super::Frame;
use crate::hooks::use_id;
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
    let id = use_id();
    let frame =
        Frame { id: &id, label: &props.label, hint: &props.hint, error: &props.error, optional: false };
    let onchange =
        props.onchange.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    let node = use_node_ref();
    // Once somebody has chosen, browsers no longer look at the `selected` attribute.
    use_effect_with((props.value.clone(), props.options.clone()), {
        let node = node.clone();
        move |(value, _)| {
            if let Some(select) = node.cast::<HtmlSelectElement>() {
                select.set_value(value);
            }
        }
    });
    frame.around(html! {
        <select ref={node} id={&id} {onchange} required={props.required} aria-describedby={frame.described_by()} aria-invalid={frame.invalid()}>
            {for props.options.iter().map(|(key, words)| html! {
                <option key={key.as_str()} value={key} selected={*key == props.value}>{words}</option>
            })}
        </select>
    })
}
