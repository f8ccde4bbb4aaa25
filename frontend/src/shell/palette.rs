//! `Ctrl/Cmd-K`: go anywhere by typing a few letters.

mod places;

use crate::{
    components::{dialog::Dialog, link::go_to},
    hooks::{use_focus_on_mount, use_query},
    state::session::use_me,
};
use places::{Place, places};
use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::prelude::*;
use yew_router::prelude::*;

/// Places shown at once.
const MOST: usize = 10;

/// Properties of [`Palette`].
#[derive(Properties, PartialEq)]
pub struct PaletteProps {
    /// Closes it.
    pub onclose: Callback<()>,
}

/// The list of places, narrowed by what is typed.
#[component]
pub fn Palette(props: &PaletteProps) -> Html {
    let me = use_me();
    let navigator = use_navigator();
    let input = use_focus_on_mount(true);
    let text = use_state(String::new);
    let at = use_state(|| 0_usize);
    let known = use_query(me, |me| async move { Ok(places(&me).await) });
    let all: Vec<Place> = known.data.as_ref().map(|places| (**places).clone()).unwrap_or_default();
    let found: Vec<Place> = all.into_iter().filter(|place| place.fits(&text)).take(MOST).collect();
    let go = {
        let close = props.onclose.clone();
        Callback::from(move |place: Place| {
            close.emit(());
            if let Some(navigator) = &navigator {
                go_to(navigator, &place.to);
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
        let (at, found, go) = (at.clone(), found.clone(), go.clone());
        Callback::from(move |event: KeyboardEvent| {
            let last = found.len().saturating_sub(1);
            match event.key().as_str() {
                "ArrowDown" => at.set(at.saturating_add(1).min(last)),
                "ArrowUp" => at.set(at.saturating_sub(1)),
                "Enter" => {
                    if let Some(place) = found.get(*at) {
                        go.emit(place.clone());
                    }
                }
                _ => return,
            }
            event.prevent_default();
        })
    };
    let none = found.is_empty() && known.data.is_some();
    html! {
        <Dialog title="Go to" onclose={props.onclose.clone()}>
            <div class="palette">
                <input ref={input} type="text" role="combobox" aria-label="Page, job, candidate or loop" aria-expanded="true" aria-controls="places"
                    aria-autocomplete="list" aria-activedescendant={(!found.is_empty()).then(|| format!("place-{}", *at))}
                    autocomplete="off" spellcheck="false" value={(*text).clone()} {oninput} {onkeydown} />
                <ul id="places" role="listbox" aria-label="Places">
                    {for found.iter().enumerate().map(|(n, place)| {
                        let onclick = { let place = place.clone(); go.reform(move |_: MouseEvent| place.clone()) };
                        html! {
                            <li key={format!("{}{}", place.kind, place.to.to_path())} id={format!("place-{n}")} role="option" aria-selected={if n == *at { "true" } else { "false" }} {onclick}>
                                <span>{&place.words}</span><span class="faint">{place.kind}</span>
                            </li>
                        }
                    })}
                </ul>
                if none { <p class="muted" role="status">{"Nothing of that name is open to you."}</p> }
            </div>
        </Dialog>
    }
}
