//! Changes something.

use crate::api::{Answer, Failure};
use std::{future::Future, rc::Rc};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// A change that may be under way.
#[derive(Clone)]
pub struct Mutation<I> {
    /// It is under way; a second run waits for the first to end, that is: it is dropped.
    pub pending: bool,
    /// Why the last run failed.
    pub failure: Option<Failure>,
    /// Runs it.
    pub run: Callback<I>,
    /// Forgets the failure.
    pub clear: Callback<()>,
}

impl<I> Mutation<I> {
    /// What stands beside the field at `pointer`.
    pub fn at(&self, pointer: &str) -> Option<String> {
        self.failure.as_ref().and_then(|failure| failure.at(pointer))
    }
}

/// A change: `act` sends it, `done` hears the answer.
#[hook]
pub fn use_mutation<I, T, F, A, D>(act: F, done: D) -> Mutation<I>
where
    I: 'static,
    T: 'static,
    F: Fn(I) -> A + 'static,
    A: Future<Output = Answer<T>> + 'static,
    D: Fn(T) + 'static,
{
    let pending = use_state(|| false);
    let failure = use_state(|| None::<Failure>);
    let busy = use_mut_ref(|| false);
    let done = Rc::new(done);
    let run = {
        let (pending, failure) = (pending.setter(), failure.setter());
        Callback::from(move |input: I| {
            if busy.replace(true) {
                return;
            }
            pending.set(true);
            let (busy, pending, failure) = (busy.clone(), pending.clone(), failure.clone());
            let (answer, done) = (act(input), done.clone());
            spawn_local(async move {
                let answer = answer.await;
                *busy.borrow_mut() = false;
                pending.set(false);
                match answer {
                    Ok(value) => {
                        failure.set(None);
                        done(value);
                    }
                    Err(reason) => failure.set(Some(reason)),
                }
            });
        })
    };
    let clear = {
        let failure = failure.setter();
        Callback::from(move |()| failure.set(None))
    };
    Mutation { pending: *pending, failure: (*failure).clone(), run, clear }
}
