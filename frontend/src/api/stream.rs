//! The event stream, read over fetch so that the token travels in a header.

use super::{
    Answer, Failure,
    transport::{Call, part, text_of},
};
use evenhand_shared::live::LiveEvent;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, ReadableStreamDefaultReader, TextDecodeOptions, TextDecoder};

/// What arrives on the stream.
pub enum Arrival {
    /// The stream stands.
    Open,
    /// A sign of life.
    Heartbeat,
    /// An event.
    Event(LiveEvent),
}

/// `GET /events`: reads until the stream ends, fails or is aborted.
pub async fn listen(paths: &[String], signal: &AbortSignal, on: impl Fn(Arrival)) -> Answer<()> {
    let query: Vec<String> = paths.iter().map(|path| format!("path={}", part(path))).collect();
    let path = if query.is_empty() { "/events".to_owned() } else { format!("/events?{}", query.join("&")) };
    let call = Call { signal: Some(signal.clone()), ..Call::new("GET", &path) };
    let response = call.send().await?;
    if !response.ok() {
        return text_of(&response).await.map(drop);
    }
    let body = response.body().ok_or(Failure::Offline)?;
    let reader: ReadableStreamDefaultReader =
        body.get_reader().dyn_into().map_err(|_| Failure::Unreadable(0))?;
    let decoder = TextDecoder::new().map_err(|_| Failure::Unreadable(0))?;
    let options = TextDecodeOptions::new();
    options.set_stream(true);
    on(Arrival::Open);
    let mut pending = String::new();
    loop {
        let chunk = JsFuture::from(reader.read()).await.map_err(|_| Failure::Offline)?;
        let done = property(&chunk, "done").as_bool().unwrap_or(true);
        if done {
            return Ok(());
        }
        let Ok(bytes) = property(&chunk, "value").dyn_into::<js_sys::Uint8Array>() else { continue };
        if let Ok(text) = decoder.decode_with_js_u8_array_and_options(&bytes, &options) {
            pending.push_str(&text);
        }
        while let Some((line, rest)) = pending.split_once('\n') {
            let arrival = arrival(line.trim_end_matches('\r'));
            pending = rest.to_owned();
            if let Some(arrival) = arrival {
                on(arrival);
            }
        }
    }
}

/// One line of the stream; unknown events of a newer server are passed over.
fn arrival(line: &str) -> Option<Arrival> {
    if line.starts_with(':') {
        return Some(Arrival::Heartbeat);
    }
    let data = line.strip_prefix("data:")?;
    serde_json::from_str(data.trim()).ok().map(Arrival::Event)
}

fn property(of: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(of, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}
