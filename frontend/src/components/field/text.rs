//! Fields for text.

use super::{Field, Ties};
use crate::hooks::use_focus_on_mount;
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
    let control = {
        let (value, oninput, onblur) = (props.value.clone(), props.oninput.clone(), props.onblur.clone());
        let (kind, autocomplete, list) = (props.kind.clone(), props.autocomplete.clone(), props.list.clone());
        let (min, max, required) = (props.min.clone(), props.max.clone(), props.required);
        Callback::from(move |ties: Ties| {
            let oninput =
                oninput.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
            html! {
                <input ref={node.clone()} id={ties.id} type={kind.clone()} value={value.clone()} {oninput}
                    onblur={onblur.reform(|_| ())} autocomplete={autocomplete.clone()} {required}
                    min={min.clone()} max={max.clone()} list={list.clone()}
                    aria-describedby={ties.described_by} aria-invalid={ties.invalid} />
            }
        })
    };
    html! {
        <Field label={props.label.clone()} hint={props.hint.clone()} error={props.error.clone()}
            optional={props.optional} {control} />
    }
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
    let control = {
        let (value, oninput, rows) = (props.value.clone(), props.oninput.clone(), props.rows.clone());
        let (code, required) = (props.code, props.required);
        Callback::from(move |ties: Ties| {
            let oninput = oninput
                .reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
            html! {
                <textarea ref={node.clone()} id={ties.id} rows={rows.clone()} value={value.clone()} {oninput}
                    {required} class={code.then_some("code")} spellcheck={code.then_some("false")}
                    aria-describedby={ties.described_by} aria-invalid={ties.invalid} />
            }
        })
    };
    html! {
        <Field label={props.label.clone()} hint={props.hint.clone()} error={props.error.clone()}
            optional={props.optional} {control} />
    }
}
