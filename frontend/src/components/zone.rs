//! A field for an IANA time zone, with the names that this browser knows.

use super::field::TextField;
use crate::hooks::use_id;
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use yew::prelude::*;

/// Properties of [`ZoneField`].
#[derive(Properties, PartialEq)]
pub struct ZoneFieldProps {
    /// What stands in it.
    pub value: AttrValue,
    /// Hears every change.
    pub oninput: Callback<String>,
    /// What is wrong and what to do.
    #[prop_or_default]
    pub error: Option<AttrValue>,
}

/// The field.
#[component]
pub fn ZoneField(props: &ZoneFieldProps) -> Html {
    let id = use_id();
    let names = use_memo((), |()| names());
    html! {
        <>
            <TextField label="Time zone" hint="Such as Europe/Berlin" value={props.value.clone()} oninput={props.oninput.clone()}
                error={props.error.clone()} list={id.clone()} />
            <datalist {id}>{for names.iter().map(|name| html! { <option key={name.as_str()} value={name.clone()} /> })}</datalist>
        </>
    }
}

/// Zones that the browser knows; none in an old browser, where the name is typed.
fn names() -> Vec<String> {
    let intl = Reflect::get(&js_sys::global(), &JsValue::from_str("Intl")).ok();
    intl.and_then(|intl| Reflect::get(&intl, &JsValue::from_str("supportedValuesOf")).ok())
        .and_then(|function| function.dyn_into::<Function>().ok())
        .and_then(|function| function.call1(&JsValue::UNDEFINED, &JsValue::from_str("timeZone")).ok())
        .and_then(|names| names.dyn_into::<Array>().ok())
        .map(|names| names.iter().filter_map(|name| name.as_string()).collect())
        .unwrap_or_default()
}
