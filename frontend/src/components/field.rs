//! Fields: one place owns label, hint, error and the ties between them.

mod check;
mod choice;
mod select;
mod text;

pub use check::CheckField;
pub use choice::ChoiceField;
pub use select::SelectField;
pub use text::{AreaField, TextField};

use crate::hooks::use_id;
use yew::prelude::*;

/// What a control needs to be tied to its label, hint and error.
#[derive(Clone, PartialEq)]
pub struct Ties {
    /// Identifier of the control.
    pub id: AttrValue,
    /// `aria-describedby`.
    pub described_by: Option<AttrValue>,
    /// `aria-invalid`.
    pub invalid: Option<&'static str>,
}

/// Properties of [`Field`].
#[derive(Properties, PartialEq)]
pub struct FieldProps {
    /// The label.
    pub label: AttrValue,
    /// What to know before typing.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong and what to do.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Not asked of everybody: the label says so.
    #[prop_or_default]
    pub optional: bool,
    /// Draws the control with its ties.
    pub control: Callback<Ties, Html>,
}

/// A label, a control, its hint and its error.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let id = use_id();
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let mut described = Vec::new();
    if props.hint.is_some() {
        described.push(hint_id.clone());
    }
    if props.error.is_some() {
        described.push(error_id.clone());
    }
    let ties = Ties {
        id: id.clone(),
        described_by: (!described.is_empty()).then(|| described.join(" ").into()),
        invalid: props.error.is_some().then_some("true"),
    };
    html! {
        <div class={classes!("field", props.error.is_some().then_some("faulty"))}>
            <label for={id}>
                {&props.label}
                if props.optional { <span class="faint">{" (optional)"}</span> }
            </label>
            if let Some(hint) = &props.hint { <p class="hint" id={hint_id}>{hint}</p> }
            {props.control.emit(ties)}
            if let Some(error) = &props.error { <p class="error" id={error_id}>{error}</p> }
        </div>
    }
}
