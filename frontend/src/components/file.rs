//! Choosing a text file, and giving one.

use super::field::Frame;
use crate::hooks::use_id;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};
use yew::prelude::*;

/// A chosen file.
#[derive(Clone, PartialEq, Eq)]
pub struct ChosenFile {
    /// Its name.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// Properties of [`FileField`].
#[derive(Properties, PartialEq)]
pub struct FileFieldProps {
    /// The label.
    pub label: AttrValue,
    /// `accept`, such as `.csv,text/csv`.
    pub accept: AttrValue,
    /// Hears the file once it is read.
    pub onfile: Callback<ChosenFile>,
    /// What to know before choosing.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong and what to do.
    #[prop_or_default]
    pub error: Option<AttrValue>,
}

/// Takes a text file; nothing is sent before the page does so.
#[component]
pub fn FileField(props: &FileFieldProps) -> Html {
    let id = use_id();
    let frame =
        Frame { id: &id, label: &props.label, hint: &props.hint, error: &props.error, optional: false };
    let onfile = props.onfile.clone();
    let onchange = Callback::from(move |event: Event| {
        let input = event.target_unchecked_into::<HtmlInputElement>();
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        let onfile = onfile.clone();
        spawn_local(async move {
            let name = file.name();
            let read = JsFuture::from(file.text()).await;
            if let Some(text) = read.ok().and_then(|text| text.as_string()) {
                onfile.emit(ChosenFile { name, text });
            }
            // The same file, corrected, can be chosen again.
            input.set_value("");
        });
    });
    frame.around(html! {
        <input type="file" id={&id} accept={&props.accept} {onchange} aria-describedby={frame.described_by()} aria-invalid={frame.invalid()} />
    })
}

/// Gives text as a file to keep.
pub fn save_as(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let bag = BlobPropertyBag::new();
    bag.set_type(kind);
    save_blob(name, &Blob::new_with_str_sequence_and_options(&parts, &bag)?)
}

/// Gives bytes as a file to keep; they are never opened in the page.
pub fn save_blob(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
    let document = web_sys::window().and_then(|w| w.document()).ok_or(JsValue::NULL)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    Url::revoke_object_url(&url)
}

/// Properties of [`Picture`].
#[derive(Properties, PartialEq)]
pub struct PictureProps {
    /// Its bytes.
    pub blob: Blob,
    /// What it is.
    pub alt: AttrValue,
}

/// A picture out of bytes; its address is given up with it.
#[component]
pub fn Picture(props: &PictureProps) -> Html {
    let address = use_state(String::new);
    use_effect_with(props.blob.clone(), {
        let address = address.setter();
        move |blob: &Blob| {
            let url = Url::create_object_url_with_blob(blob).unwrap_or_default();
            address.set(url.clone());
            move || {
                // Fails for an address that is given up already.
                let _ = Url::revoke_object_url(&url);
            }
        }
    });
    html! {
        if !address.is_empty() { <img class="picture" src={(*address).clone()} alt={props.alt.clone()} /> }
    }
}
