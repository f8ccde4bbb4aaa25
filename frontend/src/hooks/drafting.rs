//! A form that saves itself, with the version that was seen: what somebody else changed meanwhile is never written over unasked. What
//! the server could not be given is kept on this device, and taken up when the same draft is opened again.

use super::{
    autosave::{Standing, Vault},
    draft::Draft,
    use_draft,
};
use crate::{api::Answer, components::time::now, state::session::use_me};
use evenhand_shared::{Code, PersonId};
use gloo_timers::callback::Timeout;
use serde::{Serialize, de::DeserializeOwned};
use std::{cell::RefCell, future::Future, pin::Pin, rc::Rc};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Milliseconds without typing after which the form is saved.
const PAUSE: u32 = 700;
/// Milliseconds until the next try when the server could not be reached.
const AGAIN: u32 = 4_000;

/// How a form is saved and read back.
pub struct Keeping<T, A> {
    /// What is written, told apart from every other draft on this device.
    pub name: String,
    /// The content of an answer.
    pub content: fn(&A) -> T,
    /// The version of an answer.
    pub version: fn(&A) -> i64,
    /// Saves.
    pub save: SaveFn<T, A>,
}

/// Saves content over the version that was seen.
pub type SaveFn<T, A> = Rc<dyn Fn(i64, T) -> Pin<Box<dyn Future<Output = Answer<A>>>>>;

impl<T, A> Clone for Keeping<T, A> {
    fn clone(&self) -> Self {
        Self {
            name: self.name.clone(),
            content: self.content,
            version: self.version,
            save: self.save.clone(),
        }
    }
}

/// A form that saves itself.
pub struct Drafting<T: Clone + 'static, A> {
    /// The content.
    pub form: Draft<T>,
    /// What the server said last.
    pub answer: Rc<A>,
    /// How saving stands.
    pub standing: Standing,
    /// Somebody else has changed it; nothing is saved until the reader has chosen.
    pub conflict: bool,
    /// Saves over another answer's version.
    pub keep_mine: Callback<Rc<A>>,
    /// Takes another answer's content.
    pub take_theirs: Callback<Rc<A>>,
}

struct Inner<T> {
    version: i64,
    saved: T,
    current: T,
    busy: bool,
    stopped: bool,
    timer: Option<Timeout>,
    vault: Option<Rc<Vault>>,
    /// Names of copies that earlier windows left, until the server has what stands in them.
    taken: Vec<String>,
}

struct Engine<T: Clone + 'static, A> {
    inner: RefCell<Inner<T>>,
    form: Draft<T>,
    keeping: Keeping<T, A>,
    standing: UseStateSetter<Standing>,
    answer: UseStateSetter<Rc<A>>,
    conflict: UseStateSetter<bool>,
}

impl<T: Clone + PartialEq + Serialize + DeserializeOwned + 'static, A: 'static> Engine<T, A> {
    fn later(self: &Rc<Self>, after: u32) {
        let engine = self.clone();
        self.inner.borrow_mut().timer = Some(Timeout::new(after, move || engine.run()));
    }

    fn run(self: &Rc<Self>) {
        let (version, content) = {
            let mut inner = self.inner.borrow_mut();
            if inner.busy || inner.stopped || inner.current == inner.saved {
                return;
            }
            inner.busy = true;
            (inner.version, inner.current.clone())
        };
        self.standing.set(Standing::Saving);
        let (engine, coming) = (self.clone(), (self.keeping.save)(version, content.clone()));
        spawn_local(async move {
            let answer = coming.await;
            engine.inner.borrow_mut().busy = false;
            match answer {
                Ok(answer) => engine.saved(content, answer),
                Err(failure) if failure.code() == Some(Code::Stale) || failure.is_absent() => {
                    engine.inner.borrow_mut().stopped = true;
                    engine.standing.set(Standing::NotYet);
                    engine.conflict.set(true);
                }
                Err(crate::api::Failure::Offline) => {
                    engine.later(AGAIN);
                    let kept = engine.keep(Some(content)).await;
                    engine.standing.set(Standing::Offline(kept));
                }
                Err(failure) => {
                    engine.standing.set(Standing::Refused(failure.sentence()));
                    engine.keep(Some(content)).await;
                }
            }
        });
    }

    fn saved(self: &Rc<Self>, content: T, answer: A) {
        {
            let mut inner = self.inner.borrow_mut();
            inner.version = (self.keeping.version)(&answer);
            inner.saved = content;
        }
        self.answer.set(Rc::new(answer));
        self.standing.set(Standing::Saved(Some(now())));
        self.forget();
        self.run();
    }

    /// Keeps on this device what the server does not have, with the version over which it was written.
    async fn keep(&self, content: Option<T>) -> bool {
        let (vault, version) = {
            let inner = self.inner.borrow();
            (inner.vault.clone(), inner.version)
        };
        let Some(vault) = vault else { return false };
        vault.keep(content.map(|content| (version, content)).as_ref()).await
    }

    /// Nothing has to be kept any more.
    fn forget(self: &Rc<Self>) {
        let (vault, taken) = {
            let mut inner = self.inner.borrow_mut();
            (inner.vault.clone(), std::mem::take(&mut inner.taken))
        };
        for name in taken {
            if let Some(vault) = &vault {
                vault.forget(&name);
            }
        }
        let engine = self.clone();
        spawn_local(async move {
            engine.keep(None).await;
        });
    }

    /// Takes up what an earlier window has left on this device. Where somebody else has changed the draft since, saving it says so.
    async fn take_up(self: Rc<Self>, person: PersonId) {
        let Some(vault) = Vault::open(&person, &self.keeping.name).await.map(Rc::new) else { return };
        self.inner.borrow_mut().vault = Some(vault.clone());
        for name in vault.left_behind() {
            let Some((version, content)) = vault.read::<(i64, T)>(&name).await else { continue };
            let mut inner = self.inner.borrow_mut();
            if content == inner.saved {
                // It arrived after all; only the answer was lost.
                vault.forget(&name);
                continue;
            }
            if inner.current != inner.saved {
                // Somebody types already: the copy waits for the next time.
                return;
            }
            inner.taken.push(name);
            inner.version = version;
            drop(inner);
            self.form.change(move |form| *form = content);
            return;
        }
    }
}

/// Keeps a form for as long as the component stands; begins with `first`.
#[hook]
pub fn use_drafting<T, A>(first: Rc<A>, keeping: Keeping<T, A>) -> Drafting<T, A>
where
    T: Clone + PartialEq + Serialize + DeserializeOwned + 'static,
    A: 'static,
{
    let me = use_me();
    let form = use_draft(|| (keeping.content)(&first));
    let standing = use_state(|| Standing::Saved(None));
    let answer = use_state(|| first.clone());
    let conflict = use_state(|| false);
    let engine = use_memo((), |()| {
        let content = (keeping.content)(&first);
        let inner = Inner {
            version: (keeping.version)(&first),
            saved: content.clone(),
            current: content,
            busy: false,
            stopped: false,
            timer: None,
            vault: None,
            taken: Vec::new(),
        };
        let engine = Rc::new(Engine {
            inner: RefCell::new(inner),
            form: form.clone(),
            keeping: keeping.clone(),
            standing: standing.setter(),
            answer: answer.setter(),
            conflict: conflict.setter(),
        });
        spawn_local(engine.clone().take_up(me.id.clone()));
        engine
    });
    let engine: Rc<Engine<T, A>> = (*engine).clone();
    use_effect_with((*form).clone(), {
        let (engine, standing) = (engine.clone(), standing.setter());
        move |content: &T| {
            let differs = {
                let mut inner = engine.inner.borrow_mut();
                inner.current = content.clone();
                inner.current != inner.saved && !inner.stopped
            };
            if differs {
                standing.set(Standing::NotYet);
                engine.later(PAUSE);
            }
        }
    });
    // Whoever leaves within the pause has typed for good.
    use_effect_with((), {
        let engine = engine.clone();
        move |()| {
            move || {
                engine.inner.borrow_mut().timer = None;
                engine.run();
            }
        }
    });
    let keep_mine = {
        let (engine, conflict) = (engine.clone(), conflict.setter());
        Callback::from(move |theirs: Rc<A>| {
            {
                let mut inner = engine.inner.borrow_mut();
                inner.version = (engine.keeping.version)(&theirs);
                inner.saved = (engine.keeping.content)(&theirs);
                inner.stopped = false;
            }
            conflict.set(false);
            engine.run();
        })
    };
    let take_theirs = {
        let (conflict, form, setter) = (conflict.setter(), form.clone(), answer.setter());
        Callback::from(move |theirs: Rc<A>| {
            let content = (engine.keeping.content)(&theirs);
            {
                let mut inner = engine.inner.borrow_mut();
                inner.version = (engine.keeping.version)(&theirs);
                inner.saved = content.clone();
                inner.stopped = false;
            }
            engine.standing.set(Standing::Saved(None));
            engine.forget();
            conflict.set(false);
            setter.set(theirs);
            form.change(move |form| *form = content);
        })
    };
    Drafting {
        form,
        answer: (*answer).clone(),
        standing: (*standing).clone(),
        conflict: *conflict,
        keep_mine,
        take_theirs,
    }
}
