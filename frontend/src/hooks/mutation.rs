//! Changes something.

use crate::api::{Answer, Failure};
use std::{future::Future, pin::Pin, rc::Rc};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// A change under way, whatever it changes; it gives what to do when it has succeeded.
type Job = Pin<Box<dyn Future<Output = Answer<Box<dyn FnOnce()>>>>>;

/// A change that may be under way.
#[derive(Clone)]
pub struct Mutation<I> {
    /// It is under way; a second run meanwhile is dropped.
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

#[hook]
fn use_job() -> Mutation<Job> {
    let pending = use_state(|| false);
    let failure = use_state(|| None::<Failure>);
    let busy = use_mut_ref(|| false);
    let run = {
        let (pending, failure) = (pending.setter(), failure.setter());
        Callback::from(move |job: Job| {
            if busy.replace(true) {
                return;
            }
            pending.set(true);
            let (busy, pending, failure) = (busy.clone(), pending.clone(), failure.clone());
            spawn_local(async move {
                let answer = job.await;
                *busy.borrow_mut() = false;
                pending.set(false);
                match answer {
                    Ok(done) => {
                        failure.set(None);
                        done();
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
    let job = use_job();
    let done = Rc::new(done);
    let run = job.run.reform(move |input: I| {
        let (answer, done) = (act(input), done.clone());
        let job: Job = Box::pin(async move {
            let value = answer.await?;
            let then: Box<dyn FnOnce()> = Box::new(move || done(value));
            Ok(then)
        });
        job
    });
    Mutation { pending: job.pending, failure: job.failure, run, clear: job.clear }
}
