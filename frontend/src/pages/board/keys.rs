//! The board by keyboard alone.

use super::{
    Doing,
    acts::Acts,
    deck::{self, Way},
    drag::card_of,
};
use crate::{
    hooks::{Draft, focus_soon, use_keys},
    state::frame::Key,
};
use evenhand_shared::board::Board;
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

/// The list for `?`.
pub fn list() -> Vec<Key> {
    [
        ("j / k", "Next or previous card; also ↓ and ↑"),
        ("h / l", "The column before or behind; also ← and →"),
        ("x", "Choose the card, or let it go"),
        ("m", "Move the chosen cards, or the one at hand"),
        ("r", "Reject them, with a reason"),
        ("u", "Undo your last move or rejection"),
        ("Enter", "Open the card beside the board"),
        ("Esc", "Close the card; choose none"),
    ]
    .into_iter()
    .map(|(key, what)| (key.into(), what.into()))
    .collect()
}

/// How often a card that is not drawn yet is looked for.
const TRIES: u32 = 12;
/// Milliseconds between two looks.
const LOOK: u32 = 16;

/// Gives the focus to a card once it is drawn.
pub fn focus_card(id: String) {
    look_for(id, TRIES);
}

fn look_for(id: String, tries: u32) {
    Timeout::new(LOOK, move || {
        let document = web_sys::window().and_then(|window| window.document());
        let card = document.and_then(|document| document.get_element_by_id(&format!("card-{id}")));
        match (card.and_then(|card| card.dyn_into::<HtmlElement>().ok()), tries.checked_sub(1)) {
            (Some(card), _) => {
                // A card can always take the focus.
                let _ = card.focus();
            }
            (None, Some(left)) => look_for(id, left),
            (None, None) => {}
        }
    })
    .forget();
}

/// Scrolls a long column to a card that may not be drawn.
fn reveal(board: &Board, id: &str) {
    let Some((column, row)) = deck::place(board, id) else { return };
    let document = web_sys::window().and_then(|window| window.document());
    if document.as_ref().and_then(|d| d.get_element_by_id(&format!("card-{id}"))).is_some() {
        return;
    }
    let cards = document.and_then(|d| d.query_selector_all(".lane-cards").ok());
    let column = u32::try_from(column).ok().and_then(|n| cards?.get(n));
    if let Some(column) = column.and_then(|column| column.dyn_into::<HtmlElement>().ok()) {
        let top = super::lane::ROW.saturating_mul(row);
        column.set_scroll_top(i32::try_from(top).unwrap_or(i32::MAX));
    }
}

/// Listens to the keys of the board.
#[hook]
pub fn use_board_keys(board: Rc<Board>, doing: Draft<Doing>, acts: Acts) {
    use_keys(Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return false;
        }
        // The card of the last key or click: the focus may still be on its way there.
        let on_card = card_of(&event).and_then(|focused| doing.at.clone().or(Some(focused)));
        let key = event.key();
        let arrow = key.starts_with("Arrow") || key == "Home" || key == "End";
        // Arrows scroll wherever no card has the focus.
        if arrow && on_card.is_none() {
            return false;
        }
        if let Some(way) = way(&key) {
            if let Some(card) = deck::step(&board, doing.at.as_deref(), way) {
                let id = card.id.0.clone();
                let column = deck::place(&board, &id).map_or(0, |(column, _)| column);
                reveal(&board, &id);
                let at = id.clone();
                doing.change(move |d| {
                    if d.open.is_some() {
                        d.open = Some(at.clone());
                    }
                    d.at = Some(at);
                    d.column = column;
                });
                focus_card(id);
            }
            return true;
        }
        match key.as_str() {
            "x" | " " => {
                let Some(at) = on_card.or_else(|| doing.at.clone().filter(|_| key == "x")) else {
                    return false;
                };
                doing.change(move |d| d.toggle(&at));
            }
            "m" => {
                let about = doing.about();
                if !about.is_empty() {
                    doing.change(move |d| d.moving = Some(about));
                }
            }
            "r" => {
                let about = doing.about();
                if !about.is_empty() {
                    doing.change(move |d| d.rejecting = Some(about));
                }
            }
            "u" => acts.undo_last(),
            "Enter" => {
                let Some(at) = on_card else { return false };
                doing.change(move |d| d.open = Some(at));
                focus_soon("panel-name");
            }
            "Escape" => {
                if let Some(open) = doing.open.clone() {
                    doing.change(|d| d.open = None);
                    focus_card(open);
                } else if doing.chosen.is_empty() {
                    return false;
                } else {
                    doing.change(|d| d.chosen.clear());
                }
            }
            _ => return false,
        }
        true
    }));
}

fn way(key: &str) -> Option<Way> {
    match key {
        "j" | "ArrowDown" => Some(Way::Down),
        "k" | "ArrowUp" => Some(Way::Up),
        "h" | "ArrowLeft" => Some(Way::Left),
        "l" | "ArrowRight" => Some(Way::Right),
        "Home" => Some(Way::First),
        "End" => Some(Way::Last),
        _ => None,
    }
}
