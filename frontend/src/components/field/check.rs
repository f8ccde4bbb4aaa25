//! A box to tick.

use crate::hooks::use_id;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`CheckField`].
#[derive(Properties, PartialEq)]
pub struct CheckFieldProps {
    /// The label.
    pub label: AttrValue,
    /// Whether it is ticked.
    pub checked: bool,
    /// Hears the change.
    pub onchange: Callback<bool>,
    /// What to know before ticking.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// Cannot be changed now.
    #[prop_or_default]
    pub disabled: bool,
}

/// A box to tick.
#[component]
pub fn CheckField(props: &CheckFieldProps) -> Html {
    let id = use_id();
    let hint_id = props.hint.as_ref().map(|_| format!("{id}-hint"));
    let onchange =
        props.onchange.reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().checked());
    html! {
        <div class="check">
            <input type="checkbox" id={id.clone()} checked={props.checked} disabled={props.disabled} {onchange}
                aria-describedby={hint_id.clone()} />
            <label for={id}>{&props.label}</label>
            if let Some(hint) = &props.hint { <p class="hint" id={hint_id}>{hint}</p> }
        </div>
    }
}
