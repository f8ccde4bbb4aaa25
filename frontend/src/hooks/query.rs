//! Asks for something and keeps the answer.
//!
//! What does not depend on the kind of answer is written once for all kinds: pages ask for many.

use crate::api::{Answer, Failure};
use std::{any::Any, cell::RefCell, future::Future, pin::Pin, rc::Rc};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// An answer on its way, of any kind.
type Coming = Pin<Box<dyn Future<Output = Answer<Rc<dyn Any>>>>>;
/// Asks.
type Ask = Rc<dyn Fn() -> Coming>;

#[derive(Clone)]
struct Held {
    data: Option<Rc<dyn Any>>,
    failure: Option<Failure>,
}

enum Step {
    /// Ask; `true` forgets what was there, because it answers another question.
    Ask(bool),
    Got(Rc<dyn Any>),
    Failed(Failure),
}

impl Reducible for Held {
    type Action = Step;

    fn reduce(self: Rc<Self>, step: Step) -> Rc<Self> {
        let mut next = (*self).clone();
        match step {
            Step::Ask(anew) => {
                if anew {
                    next = Self { data: None, failure: None };
                }
            }
            Step::Got(data) => next = Self { data: Some(data), failure: None },
            Step::Failed(failure) => {
                // A thing that has become invisible must not stay on the page; otherwise old data is better than none.
                if failure.is_absent() {
                    next.data = None;
                }
                next.failure = Some(failure);
            }
        }
        Rc::new(next)
    }
}

/// An answer that may be on its way.
#[derive(Clone)]
pub struct Query<T> {
    /// The last good answer.
    pub data: Option<Rc<T>>,
    /// Why the last attempt failed.
    pub failure: Option<Failure>,
    /// Asks again and keeps the old answer meanwhile.
    pub refetch: Callback<()>,
    /// Puts an answer that came another way, such as with a change.
    pub put: Callback<T>,
}

/// Begins the next question; answers to earlier ones no longer count.
fn next(generation: &RefCell<u64>) -> u64 {
    let next = generation.borrow().saturating_add(1);
    *generation.borrow_mut() = next;
    next
}

struct Asked {
    held: UseReducerHandle<Held>,
    refetch: Callback<()>,
    put: Callback<Rc<dyn Any>>,
}

/// Asks now and whenever `question` is another number.
#[hook]
fn use_asked(question: u64, ask: Ask) -> Asked {
    let held = use_reducer(|| Held { data: None, failure: None });
    let generation = use_mut_ref(|| 0_u64);
    // The newest way to ask, so that `refetch` stays the same callback over all renders.
    let latest = use_mut_ref(|| ask.clone());
    *latest.borrow_mut() = ask;
    let run = {
        let (dispatcher, generation) = (held.dispatcher(), generation.clone());
        use_callback((), move |anew: bool, ()| {
            let mine = next(&generation);
            dispatcher.dispatch(Step::Ask(anew));
            let ask = latest.borrow().clone();
            let (dispatcher, generation, coming) = (dispatcher.clone(), generation.clone(), ask());
            spawn_local(async move {
                let answer = coming.await;
                if *generation.borrow() == mine {
                    dispatcher.dispatch(match answer {
                        Ok(data) => Step::Got(data),
                        Err(failure) => Step::Failed(failure),
                    });
                }
            });
        })
    };
    use_effect_with(question, {
        let (run, generation) = (run.clone(), generation.clone());
        move |_| {
            run.emit(true);
            // An answer after the page has gone is for nobody.
            move || {
                next(&generation);
            }
        }
    });
    let refetch = use_callback((), move |(), ()| run.emit(false));
    let put = {
        let dispatcher = held.dispatcher();
        use_callback((), move |data: Rc<dyn Any>, ()| {
            // What is on its way was asked for before this answer.
            next(&generation);
            dispatcher.dispatch(Step::Got(data));
        })
    };
    Asked { held, refetch, put }
}

/// Asks with `fetch(deps)` now and whenever `deps` change; late answers to earlier questions are dropped.
#[hook]
pub fn use_query<T, D, F, A>(deps: D, fetch: F) -> Query<T>
where
    T: 'static,
    D: Clone + PartialEq + 'static,
    F: Fn(D) -> A + 'static,
    A: Future<Output = Answer<T>> + 'static,
{
    let question = use_mut_ref(|| (deps.clone(), 0_u64));
    let number = {
        let (known, number) = &mut *question.borrow_mut();
        if *known != deps {
            known.clone_from(&deps);
            *number = number.saturating_add(1);
        }
        *number
    };
    let asked = use_asked(
        number,
        Rc::new(move || {
            let coming = fetch(deps.clone());
            Box::pin(async move {
                let data: Rc<dyn Any> = Rc::new(coming.await?);
                Ok(data)
            })
        }),
    );
    let put = asked.put.reform(|data: T| {
        let data: Rc<dyn Any> = Rc::new(data);
        data
    });
    Query {
        data: asked.held.data.clone().and_then(|data| data.downcast().ok()),
        failure: asked.held.failure.clone(),
        refetch: asked.refetch,
        put,
    }
}
