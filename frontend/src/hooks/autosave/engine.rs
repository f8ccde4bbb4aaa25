//! Sends the draft: soon after typing pauses, again after a lost connection, and when the page is left.

use super::{draft::CardDraft, vault::Vault};
use crate::{
    api::{self, Failure},
    components::time,
};
use evenhand_shared::{
    AssignmentId, Code, PersonId, Timestamp,
    scorecards::{DraftChange, DraftField, FieldChange, FieldKey},
};
use gloo_timers::callback::Timeout;
use js_sys::{Function, Promise};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

/// Milliseconds after the last key before the draft is sent.
const PAUSE: u32 = 800;
/// Longest wait between two tries, in milliseconds.
const LONGEST: u32 = 30_000;

/// How saving stands.
#[derive(Debug, Clone, PartialEq)]
pub enum Standing {
    /// The server has everything; when this window last saved something.
    Saved(Option<Timestamp>),
    /// Something waits for a pause in typing.
    NotYet,
    /// On its way.
    Saving,
    /// The server cannot be reached; true when the device keeps a copy.
    Offline(bool),
    /// The server refused; why.
    Refused(String),
}

/// Saves one card for as long as its page stands.
pub struct Engine {
    id: AssignmentId,
    draft: RefCell<CardDraft>,
    standing: RefCell<Standing>,
    vault: RefCell<Option<Rc<Vault>>>,
    kept: Cell<bool>,
    keeping: Cell<bool>,
    keep_again: Cell<bool>,
    busy: Cell<bool>,
    waiting: RefCell<Vec<Function>>,
    timer: RefCell<Option<Timeout>>,
    failures: Cell<u32>,
    refusal: RefCell<Option<Failure>>,
    changed: Callback<()>,
    /// Told when the card turns out to be no draft any more.
    closed: Callback<()>,
}

impl Engine {
    /// Starts with what the server has, and takes up what an earlier window has left on this device.
    pub fn start(
        person: PersonId,
        id: AssignmentId,
        fields: &BTreeMap<String, DraftField>,
        changed: Callback<()>,
        closed: Callback<()>,
    ) -> Rc<Self> {
        let engine = Rc::new(Self {
            id,
            draft: RefCell::new(CardDraft::new(fields)),
            standing: RefCell::new(Standing::Saved(None)),
            vault: RefCell::default(),
            kept: Cell::new(true),
            keeping: Cell::new(false),
            keep_again: Cell::new(false),
            busy: Cell::new(false),
            waiting: RefCell::default(),
            timer: RefCell::default(),
            failures: Cell::new(0),
            refusal: RefCell::default(),
            changed,
            closed,
        });
        spawn_local(engine.clone().take_up(person));
        engine
    }

    /// The draft as it stands.
    pub fn draft(&self) -> CardDraft {
        self.draft.borrow().clone()
    }

    /// How saving stands.
    pub fn standing(&self) -> Standing {
        self.standing.borrow().clone()
    }

    /// Takes what was typed.
    pub fn edit(self: &Rc<Self>, key: &FieldKey, value: String) {
        self.draft.borrow_mut().edit(key, value);
        self.touched();
    }

    /// Of two choices, the one in the control stands.
    pub fn settle(self: &Rc<Self>, key: &FieldKey) {
        self.draft.borrow_mut().settle(key);
        self.touched();
    }

    /// Takes what the server has where nobody types here.
    pub fn take_over(&self, fields: &BTreeMap<String, DraftField>) {
        if self.draft.borrow_mut().take_over(fields) {
            self.changed.emit(());
        }
    }

    /// Sends everything now, and says whether the server has it all.
    pub async fn flush(self: &Rc<Self>) -> Result<(), Failure> {
        while self.busy.get() {
            let ended = Promise::new(&mut |resolve, _reject| self.waiting.borrow_mut().push(resolve));
            // A promise that is only ever resolved.
            let _ = JsFuture::from(ended).await;
        }
        self.send_all().await
    }

    /// Tries again at once, such as when the browser is back on the network.
    pub fn try_now(self: &Rc<Self>) {
        self.failures.set(0);
        let engine = self.clone();
        spawn_local(async move {
            // How it went is told by the standing.
            let _ = engine.flush().await;
        });
    }

    /// The page is being left: sends what it can without waiting. True when something would be lost.
    pub fn leave(&self) -> bool {
        let fields = self.draft.borrow().unsaved();
        if fields.is_empty() {
            return false;
        }
        api::scorecards::save_leaving(&self.id, &DraftChange { fields });
        !self.kept.get()
    }

    fn touched(self: &Rc<Self>) {
        self.keep();
        if !self.busy.get() && !matches!(*self.standing.borrow(), Standing::Offline(_)) {
            self.stand(Standing::NotYet);
        }
        self.changed.emit(());
        if self.failures.get() == 0 {
            self.plan(PAUSE);
        }
    }

    fn plan(self: &Rc<Self>, delay: u32) {
        let engine = self.clone();
        *self.timer.borrow_mut() = Some(Timeout::new(delay, move || {
            spawn_local(async move {
                let _ = engine.flush().await;
            });
        }));
    }

    fn stand(&self, standing: Standing) {
        *self.standing.borrow_mut() = standing;
        self.changed.emit(());
    }

    async fn send_all(self: &Rc<Self>) -> Result<(), Failure> {
        let result = loop {
            let fields = self.draft.borrow_mut().send();
            if fields.is_empty() {
                break Ok(());
            }
            self.busy.set(true);
            if !matches!(*self.standing.borrow(), Standing::Offline(_)) {
                self.stand(Standing::Saving);
            }
            match api::scorecards::save(&self.id, &DraftChange { fields }).await {
                Ok(saved) => {
                    self.draft.borrow_mut().arrived(&saved.fields);
                    self.failures.set(0);
                    // By the browser's clock, because it is compared with it.
                    self.stand(Standing::Saved(Some(time::now())));
                }
                Err(failure) if !failure.errors().is_empty() => {
                    self.draft.borrow_mut().refused(failure.errors());
                    *self.refusal.borrow_mut() = Some(failure);
                    self.changed.emit(());
                }
                Err(failure) => break Err(failure),
            }
            self.keep();
        };
        self.busy.set(false);
        let result = match result {
            Ok(()) => self.settled(),
            Err(failure) => {
                self.draft.borrow_mut().lost();
                self.failed(&failure);
                Err(failure)
            }
        };
        for waiting in self.waiting.take() {
            // A promise's own resolve function cannot throw.
            let _ = waiting.call0(&JsValue::UNDEFINED);
        }
        result
    }

    /// Nothing more can be sent; some fields may have been refused.
    fn settled(&self) -> Result<(), Failure> {
        if self.draft.borrow().unsaved().is_empty() {
            let at = match &*self.standing.borrow() {
                Standing::Saved(at) => *at,
                _ => None,
            };
            *self.refusal.borrow_mut() = None;
            self.stand(Standing::Saved(at));
            return Ok(());
        }
        self.stand(Standing::Refused("Something needs attention; it is marked.".to_owned()));
        self.refusal.borrow().clone().map_or(Ok(()), Err)
    }

    fn failed(self: &Rc<Self>, failure: &Failure) {
        match failure.code() {
            Some(Code::Sealed | Code::Conflict) => {
                self.stand(Standing::Refused(failure.sentence()));
                self.closed.emit(());
                return;
            }
            Some(Code::NotFound | Code::Unauthenticated | Code::Forbidden) => {
                self.stand(Standing::Refused(failure.sentence()));
                return;
            }
            _ => {}
        }
        let failures = self.failures.get().saturating_add(1);
        self.failures.set(failures);
        self.stand(Standing::Offline(self.kept.get()));
        self.plan(1_000_u32.saturating_mul(2_u32.saturating_pow(failures.min(6))).min(LONGEST));
    }

    /// Writes the copy on this device; while one is being written the newest follows.
    fn keep(self: &Rc<Self>) {
        self.keep_again.set(true);
        if self.keeping.replace(true) {
            return;
        }
        let engine = self.clone();
        spawn_local(async move {
            while engine.keep_again.replace(false) {
                let vault = engine.vault.borrow().clone();
                let unsaved = engine.draft.borrow().unsaved();
                let kept = match vault {
                    Some(vault) => vault.keep(Some(&*unsaved).filter(|fields| !fields.is_empty())).await,
                    None => false,
                };
                engine.kept.set(kept);
            }
            engine.keeping.set(false);
        });
    }

    async fn take_up(self: Rc<Self>, person: PersonId) {
        let Some(vault) = Vault::open(&person, self.id.as_str()).await.map(Rc::new) else {
            self.kept.set(false);
            return;
        };
        *self.vault.borrow_mut() = Some(vault.clone());
        self.keep();
        for name in vault.left_behind() {
            let Some(changes) = vault.read::<Vec<FieldChange>>(&name).await else { continue };
            self.draft.borrow_mut().recover(&changes);
            self.changed.emit(());
            if self.flush().await.is_err() {
                return;
            }
            vault.forget(&name);
        }
    }
}
