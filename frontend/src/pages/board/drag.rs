//! Dragging cards with the mouse, a pen or a finger. A finger holds a card for a moment before it moves, because otherwise it
//! scrolls.

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo_timers::callback::Timeout;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, PointerEvent};
use yew::prelude::*;

/// Pixels that a mouse may tremble.
const TREMBLE: i32 = 5;
/// Milliseconds for which a finger holds a card.
const HOLD: u32 = 320;

/// What a drag tells the board.
#[derive(Clone, PartialEq)]
pub struct Drag {
    /// A card was taken up.
    pub ontake: Callback<String>,
    /// It is held over a stage, or over none.
    pub onover: Callback<Option<String>>,
    /// It was let go over a stage.
    pub ondrop: Callback<String>,
    /// It was let go elsewhere, or Escape was pressed.
    pub onleave: Callback<()>,
}

/// A card under the pointer.
struct Press {
    card: String,
    x: i32,
    y: i32,
    pointer: i32,
    held: Option<Timeout>,
}

#[derive(Default)]
struct Hand {
    press: RefCell<Option<Press>>,
    carrying: Cell<bool>,
    over: RefCell<Option<String>>,
    /// A drag has just ended; the click that follows it means nothing.
    settled: Cell<bool>,
}

impl Hand {
    fn let_go(&self) -> bool {
        *self.press.borrow_mut() = None;
        *self.over.borrow_mut() = None;
        self.carrying.replace(false)
    }
}

/// Handlers for the board.
pub struct Handlers {
    /// Hears a press on a card.
    pub press: Callback<PointerEvent>,
    /// Whether a click that is heard now belongs to a drag.
    pub is_drag: Rc<dyn Fn() -> bool>,
    /// What is drawn under the pointer meanwhile.
    pub ghost: NodeRef,
}

/// The card that an event is about.
pub fn card_of(event: &Event) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest("[data-card]").ok().flatten()?.get_attribute("data-card")
}

fn stage_under(x: i32, y: i32) -> Option<String> {
    let document = web_sys::window()?.document()?;
    let at = |pixels: i32| i16::try_from(pixels).ok().map(f32::from);
    let element = document.element_from_point(at(x)?, at(y)?)?;
    element.closest("[data-stage]").ok().flatten()?.get_attribute("data-stage")
}

/// Lets cards be dragged.
#[hook]
pub fn use_drag(drag: Drag) -> Handlers {
    let ghost = use_node_ref();
    let hand = use_memo((), |()| Hand::default());
    let latest = use_mut_ref(|| drag.clone());
    *latest.borrow_mut() = drag;
    use_effect_with((), {
        let (hand, latest, ghost) = (hand.clone(), latest.clone(), ghost.clone());
        move |()| {
            let listeners = web_sys::window().map(|window| {
                let moving = {
                    let (hand, latest, ghost) = (hand.clone(), latest.clone(), ghost);
                    EventListener::new(&window, "pointermove", move |event| {
                        if let Some(event) = event.dyn_ref::<PointerEvent>() {
                            follow(&hand, &latest.borrow().clone(), &ghost, event);
                        }
                    })
                };
                let ended = |name: &'static str| {
                    let (hand, latest) = (hand.clone(), latest.clone());
                    EventListener::new(&window, name, move |event| {
                        let over = hand.over.borrow().clone();
                        let dropped = event.type_() == "pointerup";
                        if hand.let_go() {
                            hand.settled.set(true);
                            let drag = latest.borrow().clone();
                            match over.filter(|_| dropped) {
                                Some(stage) => drag.ondrop.emit(stage),
                                None => drag.onleave.emit(()),
                            }
                        }
                    })
                };
                let escape = {
                    let (hand, latest) = (hand.clone(), latest.clone());
                    let options = EventListenerOptions {
                        phase: EventListenerPhase::Capture,
                        ..EventListenerOptions::enable_prevent_default()
                    };
                    EventListener::new_with_options(&window, "keydown", options, move |event| {
                        let escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|e| e.key() == "Escape");
                        if escape && hand.let_go() {
                            hand.settled.set(true);
                            event.prevent_default();
                            latest.borrow().clone().onleave.emit(());
                        }
                    })
                };
                // A finger that carries a card does not scroll.
                let scroll = {
                    let hand = hand.clone();
                    let options = EventListenerOptions::enable_prevent_default();
                    EventListener::new_with_options(&window, "touchmove", options, move |event| {
                        if hand.carrying.get() {
                            event.prevent_default();
                        }
                    })
                };
                [moving, ended("pointerup"), ended("pointercancel"), escape, scroll]
            });
            move || drop(listeners)
        }
    });
    let press = {
        let (hand, latest) = (hand.clone(), latest);
        Callback::from(move |event: PointerEvent| {
            hand.settled.set(false);
            if event.button() != 0 || !event.is_primary() {
                return;
            }
            let Some(card) = card_of(&event) else { return };
            let held = (event.pointer_type() == "touch").then(|| {
                let (hand, latest, card) = (hand.clone(), latest.clone(), card.clone());
                Timeout::new(HOLD, move || {
                    if hand.press.borrow().is_some() {
                        take_up(&hand, &latest.borrow().clone(), card);
                    }
                })
            });
            let (x, y) = (event.client_x(), event.client_y());
            *hand.press.borrow_mut() = Some(Press { card, x, y, pointer: event.pointer_id(), held });
        })
    };
    let is_drag = Rc::new(move || hand.settled.get());
    Handlers { press, is_drag, ghost }
}

fn take_up(hand: &Hand, drag: &Drag, card: String) {
    if !hand.carrying.replace(true) {
        drag.ontake.emit(card);
    }
}

fn follow(hand: &Hand, drag: &Drag, ghost: &NodeRef, event: &PointerEvent) {
    let (x, y) = (event.client_x(), event.client_y());
    let pressed =
        hand.press.borrow().as_ref().filter(|press| press.pointer == event.pointer_id()).map(|press| {
            let far = x.saturating_sub(press.x).abs().max(y.saturating_sub(press.y).abs()) > TREMBLE;
            (press.card.clone(), press.held.is_some(), far)
        });
    match (pressed, hand.carrying.get()) {
        (Some(_), true) => {}
        (Some((card, false, true)), false) => take_up(hand, drag, card),
        // A finger that moves before it has held the card scrolls.
        (Some((_, true, true)), false) => {
            hand.let_go();
            return;
        }
        (Some((_, _, false)), false) | (None, _) => return,
    }
    if let Some(ghost) = ghost.cast::<HtmlElement>() {
        // The browser takes any text as a value and leaves out what it does not know.
        let _ = ghost.style().set_property(
            "transform",
            &format!("translate({}px, {}px)", x.saturating_add(8), y.saturating_add(8)),
        );
    }
    let over = stage_under(x, y);
    if *hand.over.borrow() != over {
        hand.over.borrow_mut().clone_from(&over);
        drag.onover.emit(over);
    }
}
