//! `Ctrl/Cmd-K`: go anywhere or do anything by typing a few letters. Pages and acts are known here; people, candidates, jobs and
//! one's own interviews are found by the server, with the reader's rights.

mod places;

use crate::{
    api,
    components::{dialog::Dialog, link::go_to},
    hooks::{use_focus_on_mount, use_query},
    state::session::{use_leave, use_me},
};
use evenhand_shared::search::Hit;
use gloo_timers::callback::Timeout;
use places::{Place, Target, found, places};
use std::rc::Rc;
use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::prelude::*;
use yew_router::prelude::*;

/// Pages and acts shown beside what the server finds.
const MOST: usize = 12;
/// Milliseconds without a key before the server is asked.
const PAUSE: u32 = 120;

/// Properties of [`Palette`].
#[derive(Properties, PartialEq)]
pub struct PaletteProps {
    /// Closes it.
    pub onclose: Callback<()>,
    /// Lists the keys of the page.
    pub onkeys: Callback<()>,
}

/// What is typed, once typing pauses.
#[hook]
fn use_paused(typed: &str) -> String {
    let paused = use_state(String::new);
    let set = paused.setter();
    use_effect_with(typed.trim().to_owned(), move |typed| {
        let typed = typed.clone();
        let timeout = Timeout::new(PAUSE, move || set.set(typed));
        move || drop(timeout)
    });
    (*paused).clone()
}

/// The list, narrowed by what is typed.
#[component]
pub fn Palette(props: &PaletteProps) -> Html {
    let me = use_me();
    let leave = use_leave();
    let navigator = use_navigator();
    let input = use_focus_on_mount(true);
    let text = use_state(String::new);
    let at = use_state(|| 0_usize);
    let asked = use_paused(&text);
    let hits = use_query(asked, |asked| async move {
        if asked.is_empty() { Ok(Vec::new()) } else { api::home::search(&asked).await }
    });
    // What was found last stays until the next answer, so that the list does not jump with each letter.
    let last = use_mut_ref(|| Rc::new(Vec::<Hit>::new()));
    if let Some(data) = &hits.data {
        *last.borrow_mut() = data.clone();
    }
    let mut shown: Vec<Place> =
        places(&me).into_iter().filter(|place| place.fits(&text)).take(MOST).collect();
    if !text.trim().is_empty() {
        shown.extend(last.borrow().iter().map(found));
    }
    let chosen = (*at).min(shown.len().saturating_sub(1));
    use_effect_with((chosen, shown.len()), |(chosen, _)| {
        let option = web_sys::window()
            .and_then(|w| w.document())
            .and_then(|d| d.get_element_by_id(&format!("place-{chosen}")));
        if let Some(option) = option {
            option.scroll_into_view_with_bool(false);
        }
    });
    let go = {
        let (close, keys) = (props.onclose.clone(), props.onkeys.clone());
        Callback::from(move |place: Place| {
            close.emit(());
            match (&place.to, &navigator) {
                (Target::Page(route), Some(navigator)) => go_to(navigator, route),
                (Target::Page(_), None) => {}
                (Target::Theme(theme), _) => theme.choose(),
                (Target::Leave(which), _) => leave.emit(*which),
                (Target::Keys, _) => keys.emit(()),
            }
        })
    };
    let oninput = {
        let (text, at) = (text.setter(), at.setter());
        Callback::from(move |event: InputEvent| {
            text.set(event.target_unchecked_into::<HtmlInputElement>().value());
            at.set(0);
        })
    };
    let onkeydown = {
        let (at, shown, go) = (at.setter(), shown.clone(), go.clone());
        Callback::from(move |event: KeyboardEvent| {
            let last = shown.len().saturating_sub(1);
            match event.key().as_str() {
                // Around the ends, as lists of this kind do.
                "ArrowDown" => at.set(if chosen >= last { 0 } else { chosen.saturating_add(1) }),
                "ArrowUp" => at.set(if chosen == 0 { last } else { chosen.saturating_sub(1) }),
                "Enter" if !event.is_composing() => {
                    if let Some(place) = shown.get(chosen) {
                        go.emit(place.clone());
                    }
                }
                _ => return,
            }
            event.prevent_default();
        })
    };
    let none = shown.is_empty() && hits.data.is_some();
    let any = !shown.is_empty();
    html! {
        <Dialog title="Go to" onclose={props.onclose.clone()}>
            <div class="palette">
                <input ref={input} type="text" role="combobox" aria-label="Page, person, candidate, job or act" aria-expanded={if any { "true" } else { "false" }}
                    aria-controls="places" aria-autocomplete="list" aria-activedescendant={any.then(|| format!("place-{chosen}"))}
                    autocomplete="off" spellcheck="false" value={(*text).clone()} {oninput} {onkeydown} />
                <ul id="places" role="listbox" aria-label="Places and acts">
                    {for shown.iter().enumerate().map(|(n, place)| {
                        let onclick = { let place = place.clone(); go.reform(move |_: MouseEvent| place.clone()) };
                        html! {
                            <li key={n} id={format!("place-{n}")} role="option" aria-selected={if n == chosen { "true" } else { "false" }} {onclick}>
                                <span>{&place.words}if !place.beside.is_empty() { <span class="faint">{" · "}{&place.beside}</span> }</span>
                                <span class="faint">{place.kind}</span>
                            </li>
                        }
                    })}
                </ul>
                <p class="muted" role="status">
                    if none { {"Nothing of that name is open to you."} }
                    if let Some(failure) = &hits.failure { {failure.sentence()} }
                </p>
            </div>
        </Dialog>
    }
}
