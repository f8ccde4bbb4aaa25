//! Keeps a scorecard's draft: on this device at every key, on the server soon after.

mod draft;
mod engine;
mod vault;

pub use draft::CardDraft;
pub use engine::{Engine, Standing};
pub use vault::{Vault, claim};

use crate::state::session::use_me;
use evenhand_shared::scorecards::{FieldKey, ScorecardPage};
use gloo_events::{EventListener, EventListenerOptions};
use std::rc::Rc;
use web_sys::VisibilityState;
use yew::prelude::*;

/// A draft that saves itself.
#[derive(Clone)]
pub struct Autosave {
    /// The fields.
    pub draft: Rc<CardDraft>,
    /// How saving stands.
    pub standing: Standing,
    /// Takes what was typed or chosen.
    pub edit: Callback<(FieldKey, String)>,
    /// Says that of two choices the one in the control stands.
    pub settle: Callback<FieldKey>,
    engine: Rc<Engine>,
}

impl Autosave {
    /// What saves it, for those who have to wait until everything has arrived.
    pub fn engine(&self) -> Rc<Engine> {
        self.engine.clone()
    }
}

/// Saves the card of `page` for as long as the component stands. `closed` hears that it is no draft any more.
#[hook]
pub fn use_autosave(page: &ScorecardPage, closed: Callback<()>) -> Autosave {
    let me = use_me();
    let version = use_state(|| 0_u64);
    let count = use_mut_ref(|| 0_u64);
    let engine = use_memo(page.interview.id.clone(), {
        let setter = version.setter();
        move |id| {
            let changed = Callback::from(move |()| {
                let mut count = count.borrow_mut();
                *count = count.wrapping_add(1);
                setter.set(*count);
            });
            Engine::start(me.id.clone(), id.clone(), &page.fields, changed, closed)
        }
    });
    let engine: Rc<Engine> = (*engine).clone();
    use_effect_with(page.fields.clone(), {
        let engine = engine.clone();
        move |fields| engine.take_over(fields)
    });
    use_effect_with((), {
        let engine = engine.clone();
        move |()| {
            let listeners = listen(&engine);
            move || {
                drop(listeners);
                engine.try_now();
            }
        }
    });
    let edit = use_callback((), {
        let engine = engine.clone();
        move |(key, value): (FieldKey, String), ()| engine.edit(&key, value)
    });
    let settle = use_callback((), {
        let engine = engine.clone();
        move |key: FieldKey, ()| engine.settle(&key)
    });
    Autosave { draft: Rc::new(engine.draft()), standing: engine.standing(), edit, settle, engine }
}

fn listen(engine: &Rc<Engine>) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let mut listeners = Vec::new();
    let online = engine.clone();
    listeners.push(EventListener::new(&window, "online", move |_| online.try_now()));
    let hiding = engine.clone();
    listeners.push(EventListener::new(&window, "pagehide", move |_| {
        hiding.leave();
    }));
    let leaving = engine.clone();
    let options = EventListenerOptions::enable_prevent_default();
    listeners.push(EventListener::new_with_options(&window, "beforeunload", options, move |event| {
        // The browser asks before leaving only when text would be lost.
        if leaving.leave() {
            event.prevent_default();
        }
    }));
    if let Some(document) = window.document() {
        let away = engine.clone();
        let seen = document.clone();
        listeners.push(EventListener::new(&document, "visibilitychange", move |_| {
            if seen.visibility_state() == VisibilityState::Hidden {
                away.try_now();
            }
        }));
    }
    listeners
}
