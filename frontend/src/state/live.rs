//! One event stream for all pages of this tab: subscriptions, reconnecting, and how it stands.

use crate::api::{
    sessions::announce_end,
    stream::{Arrival, listen},
};
use evenhand_shared::live::LiveEvent;
use gloo_timers::{callback::Interval, callback::Timeout};
use js_sys::{Function, Promise};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::AbortController;
use yew::prelude::*;

/// How the stream stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum LiveState {
    /// Changes arrive.
    Connected,
    /// Being set up again.
    Reconnecting,
    /// The server cannot be reached; drafts stay here.
    Offline,
}

/// Milliseconds without a sign of life after which the stream counts as dead; heartbeats come every 15 s.
const SILENCE: f64 = 40_000.0;
/// Milliseconds to wait for more subscriptions before the stream is set up anew.
const GATHER: u32 = 60;
/// Failures in a row after which the page says that it is offline.
const PATIENCE: u32 = 2;

/// The subscriptions and the running stream.
pub struct Hub {
    subscriptions: RefCell<Vec<(u64, String, Callback<()>)>>,
    next: Cell<u64>,
    watched: RefCell<Vec<String>>,
    stream: RefCell<Option<AbortController>>,
    wake: RefCell<Option<Function>>,
    gather: RefCell<Option<Timeout>>,
    heard: Cell<f64>,
    renewed: Cell<bool>,
    stopped: Cell<bool>,
    failures: Cell<u32>,
    tell: Callback<LiveState>,
}

impl Hub {
    /// Starts the stream; `tell` hears how it stands.
    pub fn start(tell: Callback<LiveState>) -> Rc<Self> {
        let hub = Rc::new(Self {
            subscriptions: RefCell::default(),
            next: Cell::new(0),
            watched: RefCell::default(),
            stream: RefCell::default(),
            wake: RefCell::default(),
            gather: RefCell::default(),
            heard: Cell::new(js_sys::Date::now()),
            renewed: Cell::new(false),
            stopped: Cell::new(false),
            failures: Cell::new(0),
            tell,
        });
        spawn_local(hub.clone().run());
        hub
    }

    /// Ends the stream for good.
    pub fn stop(&self) {
        self.stopped.set(true);
        self.renew();
    }

    /// Ends a stream that has been silent for too long.
    pub fn check_silence(&self) {
        if js_sys::Date::now() - self.heard.get() > SILENCE
            && let Some(stream) = self.stream.borrow().as_ref()
        {
            stream.abort();
        }
    }

    /// Tries again at once.
    pub fn try_now(&self) {
        if let Some(wake) = self.wake.take() {
            // A promise's own resolve function cannot throw.
            let _ = wake.call0(&JsValue::UNDEFINED);
        }
    }

    /// Says how things stand when the browser has lost its network.
    pub fn lost_network(&self) {
        self.tell.emit(LiveState::Offline);
    }

    /// Calls back when the thing at `path` has changed for this viewer, and when changes may have been missed.
    pub fn subscribe(self: &Rc<Self>, path: String, on_change: Callback<()>) -> u64 {
        let id = self.next.get();
        self.next.set(id.saturating_add(1));
        self.subscriptions.borrow_mut().push((id, path, on_change));
        self.gather();
        id
    }

    /// Ends a subscription.
    pub fn unsubscribe(self: &Rc<Self>, id: u64) {
        self.subscriptions.borrow_mut().retain(|(known, _, _)| *known != id);
        self.gather();
    }

    fn gather(self: &Rc<Self>) {
        let hub = self.clone();
        *self.gather.borrow_mut() = Some(Timeout::new(GATHER, move || {
            if hub.paths() != *hub.watched.borrow() {
                hub.renew();
            }
        }));
    }

    /// Sets the stream up anew. Also after the network has come back: a stream that seems to have outlived the gap
    /// may have missed what happened in it.
    fn renew(&self) {
        self.renewed.set(true);
        if let Some(stream) = self.stream.borrow().as_ref() {
            stream.abort();
        }
        self.try_now();
    }

    fn paths(&self) -> Vec<String> {
        let mut paths: Vec<String> = Vec::new();
        for (_, path, _) in self.subscriptions.borrow().iter() {
            if !paths.contains(path) {
                paths.push(path.clone());
            }
        }
        paths
    }

    async fn run(self: Rc<Self>) {
        while !self.stopped.get() {
            let Ok(controller) = AbortController::new() else { return };
            self.renewed.set(false);
            self.heard.set(js_sys::Date::now());
            *self.stream.borrow_mut() = Some(controller.clone());
            let hub = self.clone();
            let paths = self.paths();
            (*self.watched.borrow_mut()).clone_from(&paths);
            // However the stream ended, the next step is the same: set it up again.
            let _ = listen(&paths, &controller.signal(), move |arrival| hub.hear(arrival)).await;
            if self.renewed.get() || self.stopped.get() {
                continue;
            }
            let failures = self.failures.get().saturating_add(1);
            self.failures.set(failures);
            let offline = failures > PATIENCE || !online();
            self.tell.emit(if offline { LiveState::Offline } else { LiveState::Reconnecting });
            self.pause(failures).await;
        }
    }

    fn hear(&self, arrival: Arrival) {
        self.heard.set(js_sys::Date::now());
        match arrival {
            Arrival::Heartbeat => {}
            Arrival::Open => {
                self.failures.set(0);
                self.tell.emit(LiveState::Connected);
                self.call_back(|_| true);
            }
            Arrival::Event(LiveEvent::Changed { path }) => self.call_back(|p| p == path),
            Arrival::Event(LiveEvent::SignedOut) => announce_end(),
        }
    }

    fn call_back(&self, wanted: impl Fn(&str) -> bool) {
        // Collected first: a callback may subscribe or unsubscribe.
        let calls: Vec<Callback<()>> = self
            .subscriptions
            .borrow()
            .iter()
            .filter(|(_, path, _)| wanted(path))
            .map(|(_, _, call)| call.clone())
            .collect();
        for call in calls {
            call.emit(());
        }
    }

    async fn pause(&self, failures: u32) {
        let delay = 1_000_u32.saturating_mul(2_u32.saturating_pow(failures.min(6))).min(30_000);
        let mut timeout = None;
        let wait = Promise::new(&mut |resolve, _reject| {
            *self.wake.borrow_mut() = Some(resolve.clone());
            timeout = Some(Timeout::new(delay, move || {
                let _ = resolve.call0(&JsValue::UNDEFINED);
            }));
        });
        let _ = JsFuture::from(wait).await;
        drop(timeout);
    }
}

fn online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// The hub as a context.
#[derive(Clone)]
pub struct Live(Rc<Hub>);

impl PartialEq for Live {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Properties of [`LiveProvider`].
#[derive(Properties, PartialEq)]
pub struct LiveProviderProps {
    /// The frame and its page.
    pub children: Html,
}

/// Runs the stream while somebody is logged in, and tells how it stands.
#[component]
pub fn LiveProvider(props: &LiveProviderProps) -> Html {
    let state = use_state(|| LiveState::Reconnecting);
    let hub = use_memo((), {
        let state = state.setter();
        move |()| Live(Hub::start(Callback::from(move |now| state.set(now))))
    });
    use_effect_with((), {
        let hub = hub.0.clone();
        move |()| {
            let watch = {
                let hub = hub.clone();
                Interval::new(5_000, move || hub.check_silence())
            };
            let window = web_sys::window();
            let listeners = window.map(|window| {
                let (on, off) = (hub.clone(), hub.clone());
                [
                    gloo_events::EventListener::new(&window, "online", move |_| on.renew()),
                    gloo_events::EventListener::new(&window, "offline", move |_| off.lost_network()),
                ]
            });
            move || {
                drop((watch, listeners));
                hub.stop();
            }
        }
    });
    html! {
        <ContextProvider<Live> context={(*hub).clone()}>
            <ContextProvider<LiveState> context={*state}>{props.children.clone()}</ContextProvider<LiveState>>
        </ContextProvider<Live>>
    }
}

/// Calls back when the thing at an API path (such as `/api/v1/loops/…`) has changed for this viewer,
/// and each time the stream opens, because changes may have been missed before.
#[hook]
pub fn use_live(path: Option<String>, on_change: Callback<()>) {
    let live = use_context::<Live>();
    let latest = use_mut_ref(|| on_change.clone());
    *latest.borrow_mut() = on_change;
    use_effect_with(path, move |path| {
        let subscription = live.zip(path.clone()).map(|(live, path)| {
            let call = Callback::from(move |()| {
                let call = latest.borrow().clone();
                call.emit(());
            });
            let id = live.0.subscribe(path, call);
            (live, id)
        });
        move || {
            if let Some((live, id)) = subscription {
                live.0.unsubscribe(id);
            }
        }
    });
}

/// How the stream stands.
#[hook]
pub fn use_live_state() -> LiveState {
    use_context::<LiveState>().unwrap_or(LiveState::Reconnecting)
}
