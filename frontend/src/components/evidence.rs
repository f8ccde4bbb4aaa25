//! A field for notes taken during a conversation: it grows, and lines begin with the time.

use super::time::{now, time_of_day};
use evenhand_shared::scorecards::without_stamp;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlTextAreaElement, KeyboardEvent};
use yew::prelude::*;

/// Properties of [`Evidence`].
#[derive(Properties, PartialEq)]
pub struct EvidenceProps {
    /// Identifier.
    pub id: AttrValue,
    /// Identifier of the words that name it.
    pub labelled_by: AttrValue,
    /// Identifiers of the words that describe it.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
    /// What stands in it.
    pub value: AttrValue,
    /// Hears every change.
    pub oninput: Callback<String>,
    /// Hears keys before the field does; `true` means that the key was used.
    #[prop_or_default]
    pub onkey: Option<Callback<KeyboardEvent, bool>>,
    /// Sets the time in front of new lines.
    #[prop_or_default]
    pub stamps: bool,
    /// What to write, in grey while it is empty.
    #[prop_or_default]
    pub placeholder: AttrValue,
    /// Something is wrong with it.
    #[prop_or_default]
    pub invalid: bool,
    /// Lines shown at least.
    #[prop_or(AttrValue::Static("2"))]
    pub rows: AttrValue,
}

/// The field. Its text is put in by hand, so that a text that arrives from elsewhere leaves the caret where it is.
#[component]
pub fn Evidence(props: &EvidenceProps) -> Html {
    let node = use_node_ref();
    use_effect_with(props.value.clone(), {
        let node = node.clone();
        move |value: &AttrValue| {
            if let Some(area) = node.cast::<HtmlTextAreaElement>() {
                put(&area, value);
            }
        }
    });
    let oninput = props
        .oninput
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    let onkeydown = {
        let (onkey, stamps, node) = (props.onkey.clone(), props.stamps, node.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            if onkey.as_ref().is_some_and(|onkey| onkey.emit(event.clone())) {
                event.prevent_default();
                event.stop_propagation();
                return;
            }
            let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
            let (true, true, Some(area)) = (stamps, plain, node.cast::<HtmlTextAreaElement>()) else {
                return;
            };
            if event.key() == "Enter" && !event.shift_key() {
                event.prevent_default();
                if !at_bare_stamp(&area) {
                    insert(&area, &format!("\n{} ", time_of_day(now())));
                }
            } else if area.value().is_empty() && starts_text(&event.key()) {
                insert(&area, &format!("{} ", time_of_day(now())));
            }
        })
    };
    html! {
        <div class="grow" data-text={props.value.clone()}>
            <textarea ref={node} id={props.id.clone()} rows={props.rows.clone()} placeholder={props.placeholder.clone()} {oninput} {onkeydown}
                aria-labelledby={props.labelled_by.clone()} aria-describedby={props.described_by.clone()}
                aria-invalid={props.invalid.then_some("true")} />
        </div>
    }
}

/// A key that writes a visible character.
fn starts_text(key: &str) -> bool {
    key.chars().count() == 1 && key != " "
}

/// The caret stands in a line that has nothing but a time, or in an empty field.
fn at_bare_stamp(area: &HtmlTextAreaElement) -> bool {
    let text: Vec<u16> = area.value().encode_utf16().collect();
    let caret =
        area.selection_start().ok().flatten().and_then(|at| usize::try_from(at).ok()).unwrap_or(text.len());
    let before = String::from_utf16_lossy(text.get(..caret).unwrap_or(&text));
    let line = before.rsplit('\n').next().unwrap_or_default();
    without_stamp(line).trim().is_empty()
}

/// Writes at the caret as if it had been typed, so that it can be undone with the browser's own key.
fn insert(area: &HtmlTextAreaElement, text: &str) {
    let document =
        web_sys::window().and_then(|w| w.document()).and_then(|d| d.dyn_into::<HtmlDocument>().ok());
    let typed = document
        .is_some_and(|d| d.exec_command_with_show_ui_and_value("insertText", false, text).unwrap_or(false));
    if !typed
        && area.set_range_text(text).is_ok()
        && let Ok(event) = web_sys::Event::new_with_event_init_dict("input", &bubbling())
    {
        // Nobody cancels an input event.
        let _ = area.dispatch_event(&event);
    }
}

fn bubbling() -> web_sys::EventInit {
    let init = web_sys::EventInit::new();
    init.set_bubbles(true);
    init
}

/// Puts a text in that differs from what stands there. The caret stays with the words around it.
fn put(area: &HtmlTextAreaElement, text: &str) {
    let old = area.value();
    if old == text {
        return;
    }
    let (start, end) = (area.selection_start().ok().flatten(), area.selection_end().ok().flatten());
    area.set_value(text);
    let (old, new): (Vec<u16>, Vec<u16>) = (old.encode_utf16().collect(), text.encode_utf16().collect());
    let moved = |at: Option<u32>| at.map(|at| caret_after(&old, &new, at)).unwrap_or_default();
    if focused(area) {
        // Fails only for controls that have no caret.
        let _ = area.set_selection_range(moved(start), moved(end));
    }
}

fn focused(area: &HtmlTextAreaElement) -> bool {
    let active = web_sys::window().and_then(|w| w.document()).and_then(|d| d.active_element());
    active.is_some_and(|active| active.is_same_node(Some(area.as_ref())))
}

/// Where a caret at `at` in `old` stands in `new`: text that came before it moves it along.
fn caret_after(old: &[u16], new: &[u16], at: u32) -> u32 {
    let at = usize::try_from(at).unwrap_or(usize::MAX).min(old.len());
    let after = old.len().saturating_sub(at);
    let same_end = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a == b).count();
    let same_start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let caret = if same_start < at && same_end >= after { new.len().saturating_sub(after) } else { at };
    u32::try_from(caret.min(new.len())).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::caret_after;

    fn moved(old: &str, new: &str, at: u32) -> u32 {
        let (old, new): (Vec<u16>, Vec<u16>) = (old.encode_utf16().collect(), new.encode_utf16().collect());
        caret_after(&old, &new, at)
    }

    #[test]
    fn text_that_arrives_before_the_caret_moves_it() {
        assert_eq!(moved("mine", "theirs\nmine", 4), 11);
        assert_eq!(moved("mine", "theirs\nmine", 2), 9);
    }

    #[test]
    fn text_that_arrives_after_the_caret_leaves_it() {
        assert_eq!(moved("mine", "mine\ntheirs", 4), 4);
        assert_eq!(moved("mine", "mine\ntheirs", 1), 1);
    }
}
