//! Fields for text.

use super::Frame;
use crate::hooks::{use_focus_on_mount, use_id};
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// Properties of [`TextField`].
#[derive(Properties, PartialEq)]
pub struct TextFieldProps {
    /// The label.
    pub label: AttrValue,
    /// What stands in it.
    pub value: AttrValue,
    /// Hears every change.
    pub oninput: Callback<String>,
    /// Hears when it is left.
    #[prop_or_default]
    pub onblur: Callback<()>,
    /// What to know before typing.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong and what to do.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// `type` of the input.
    #[prop_or(AttrValue::Static("text"))]
    pub kind: AttrValue,
    /// `autocomplete`.
    #[prop_or(AttrValue::Static("off"))]
    pub autocomplete: AttrValue,
    /// Takes the focus when it appears.
    #[prop_or_default]
    pub autofocus: bool,
    /// Must be filled in.
    #[prop_or_default]
    pub required: bool,
    /// Not asked of everybody: the label says so.
    #[prop_or_default]
    pub optional: bool,
    /// Smallest value, for numbers and times.
    #[prop_or_default]
    pub min: Option<AttrValue>,
    /// Largest value, for numbers and times.
    #[prop_or_default]
    pub max: Option<AttrValue>,
    /// Identifier of a `datalist`.
    #[prop_or_default]
    pub list: Option<AttrValue>,
}

/// One line of text, a number, a time, a password.
#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let node = use_focus_on_mount(props.autofocus);
    let id = use_id();
    let frame = Frame {
        id: &id,
        label: &props.label,
        hint: &props.hint,
        error: &props.error,
        optional: props.optional,
    };
    let oninput =
        props.oninput.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    frame.around(html! {
        <input ref={node} id={&id} data-focus={props.autofocus.then_some("")} type={&props.kind} value={&props.value} {oninput} onblur={props.onblur.reform(|_| ())}
            autocomplete={&props.autocomplete} required={props.required} min={props.min.clone()} max={props.max.clone()}
            list={props.list.clone()} aria-describedby={frame.described_by()} aria-invalid={frame.invalid()} />
    })
}

/// Properties of [`AreaField`].
#[derive(Properties, PartialEq)]
pub struct AreaFieldProps {
    /// The label.
    pub label: AttrValue,
    /// What stands in it.
    pub value: AttrValue,
    /// Hears every change.
    pub oninput: Callback<String>,
    /// What to know before typing.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong and what to do.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Lines shown.
    #[prop_or(AttrValue::Static("4"))]
    pub rows: AttrValue,
    /// For code: a fixed-width face and no spelling marks.
    #[prop_or_default]
    pub code: bool,
    /// Takes the focus when it appears.
    #[prop_or_default]
    pub autofocus: bool,
    /// Must be filled in.
    #[prop_or_default]
    pub required: bool,
    /// Not asked of everybody: the label says so.
    #[prop_or_default]
    pub optional: bool,
}

/// Several lines of text.
#[component]
pub fn AreaField(props: &AreaFieldProps) -> Html {
    let node = use_focus_on_mount(props.autofocus);
    let id = use_id();
    let frame = Frame {
        id: &id,
        label: &props.label,
        hint: &props.hint,
        error: &props.error,
        optional: props.optional,
    };
    let oninput = props
        .oninput
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    frame.around(html! {
        <textarea ref={node} id={&id} data-focus={props.autofocus.then_some("")} rows={&props.rows} value={&props.value} {oninput} required={props.required}
            class={props.code.then_some("code")} spellcheck={props.code.then_some("false")}
            aria-describedby={frame.described_by()} aria-invalid={frame.invalid()} />
    })
}
