//! Choosing any file, read into Base64 for a request.

use super::field::Frame;
use crate::hooks::use_id;
use js_sys::Uint8Array;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A chosen file.
#[derive(Clone, PartialEq, Eq)]
pub struct ChosenBytes {
    /// Its name.
    pub name: String,
    /// Its bytes in Base64.
    pub base64: String,
}

/// Properties of [`UploadField`].
#[derive(Properties, PartialEq)]
pub struct UploadFieldProps {
    /// The label.
    pub label: AttrValue,
    /// `accept`, such as `.pdf,image/png`.
    pub accept: AttrValue,
    /// Hears the file once it is read.
    pub onfile: Callback<ChosenBytes>,
    /// Most bytes; larger files are not read.
    pub most: usize,
    /// Told of a file that is too large.
    pub ontoolarge: Callback<()>,
    /// What to know before choosing.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong and what to do.
    #[prop_or_default]
    pub error: Option<AttrValue>,
}

/// Takes a file; nothing is sent before the page does so.
#[component]
pub fn UploadField(props: &UploadFieldProps) -> Html {
    let id = use_id();
    let frame =
        Frame { id: &id, label: &props.label, hint: &props.hint, error: &props.error, optional: false };
    let (onfile, ontoolarge, most) = (props.onfile.clone(), props.ontoolarge.clone(), props.most);
    let onchange = Callback::from(move |event: Event| {
        let input = event.target_unchecked_into::<HtmlInputElement>();
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        let (onfile, ontoolarge) = (onfile.clone(), ontoolarge.clone());
        spawn_local(async move {
            let name = file.name();
            let Ok(buffer) = JsFuture::from(file.array_buffer()).await else { return };
            let bytes = Uint8Array::new(&buffer);
            if usize::try_from(bytes.length()).is_ok_and(|length| length <= most) {
                onfile.emit(ChosenBytes { name, base64: base64(&bytes.to_vec()) });
            } else {
                ontoolarge.emit(());
            }
        });
    });
    frame.around(html! {
        <input type="file" id={&id} accept={&props.accept} {onchange} aria-describedby={frame.described_by()} aria-invalid={frame.invalid()} />
    })
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Base64 with padding.
fn base64(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3).saturating_mul(4));
    for part in bytes.chunks(3) {
        let byte = |n: usize| u32::from(part.get(n).copied().unwrap_or(0));
        let bits = (byte(0) << 16) | (byte(1) << 8) | byte(2);
        for n in 0..4_usize {
            let shift = [18, 12, 6, 0].get(n).copied().unwrap_or(0);
            let at = usize::try_from((bits >> shift) & 63).unwrap_or(0);
            let letter = LETTERS.get(at).map_or('=', |letter| char::from(*letter));
            out.push(if n > part.len() { '=' } else { letter });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn bytes_become_base64() {
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")]
        {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
        assert_eq!(base64(&[255, 254, 253]), "//79");
    }
}
