//! Asks for something and keeps the answer.

use crate::api::{Answer, Failure};
use std::{cell::RefCell, future::Future, rc::Rc};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

struct Held<T> {
    data: Option<Rc<T>>,
    failure: Option<Failure>,
    loading: bool,
}

enum Step<T> {
    /// Ask; `true` forgets what was there, because it answers another question.
    Ask(bool),
    Got(T),
    Failed(Failure),
}

impl<T> Reducible for Held<T> {
    type Action = Step<T>;

    fn reduce(self: Rc<Self>, step: Step<T>) -> Rc<Self> {
        Rc::new(match step {
            Step::Ask(true) => Self { data: None, failure: None, loading: true },
            Step::Ask(false) => {
                Self { data: self.data.clone(), failure: self.failure.clone(), loading: true }
            }
            Step::Got(data) => Self { data: Some(Rc::new(data)), failure: None, loading: false },
            // A thing that has become invisible must not stay on the page; otherwise old data is better than none.
            Step::Failed(failure) if failure.is_absent() => {
                Self { data: None, failure: Some(failure), loading: false }
            }
            Step::Failed(failure) => Self { data: self.data.clone(), failure: Some(failure), loading: false },
        })
    }
}

/// An answer that may be on its way.
#[derive(Clone)]
pub struct Query<T> {
    /// The last good answer.
    pub data: Option<Rc<T>>,
    /// Why the last attempt failed.
    pub failure: Option<Failure>,
    /// An attempt is under way.
    pub loading: bool,
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

/// Asks with `fetch(deps)` now and whenever `deps` change; late answers to earlier questions are dropped.
#[hook]
pub fn use_query<T, D, F, A>(deps: D, fetch: F) -> Query<T>
where
    T: 'static,
    D: Clone + PartialEq + 'static,
    F: Fn(D) -> A + 'static,
    A: Future<Output = Answer<T>> + 'static,
{
    let held = use_reducer(|| Held { data: None, failure: None, loading: true });
    let generation = use_mut_ref(|| 0_u64);
    let ask = {
        let (dispatcher, generation, fetch) = (held.dispatcher(), generation.clone(), Rc::new(fetch));
        let deps = deps.clone();
        move |anew: bool| {
            let mine = next(&generation);
            dispatcher.dispatch(Step::Ask(anew));
            let (dispatcher, generation, answer) =
                (dispatcher.clone(), generation.clone(), fetch(deps.clone()));
            spawn_local(async move {
                let answer = answer.await;
                if *generation.borrow() == mine {
                    dispatcher.dispatch(match answer {
                        Ok(data) => Step::Got(data),
                        Err(failure) => Step::Failed(failure),
                    });
                }
            });
        }
    };
    // The newest closure, so that `refetch` stays the same callback over all renders.
    let latest: Rc<RefCell<Option<Rc<dyn Fn(bool)>>>> = use_mut_ref(|| None);
    let ask: Rc<dyn Fn(bool)> = Rc::new(ask);
    *latest.borrow_mut() = Some(ask.clone());
    use_effect_with(deps, {
        let generation = generation.clone();
        move |_| {
            ask(true);
            // An answer after the page has gone is for nobody.
            move || {
                next(&generation);
            }
        }
    });
    let refetch = use_callback((), move |(), ()| {
        let ask = latest.borrow().clone();
        if let Some(ask) = ask {
            ask(false);
        }
    });
    let put = {
        let dispatcher = held.dispatcher();
        use_callback((), move |data: T, ()| {
            // What is on its way was asked for before this answer.
            next(&generation);
            dispatcher.dispatch(Step::Got(data));
        })
    };
    Query { data: held.data.clone(), failure: held.failure.clone(), loading: held.loading, refetch, put }
}
