//! What somebody is typing into a form.

use std::{ops::Deref, rc::Rc};
use yew::prelude::*;

struct Held<T>(T);

impl<T: Clone> Reducible for Held<T> {
    type Action = Box<dyn FnOnce(&mut T)>;

    fn reduce(self: Rc<Self>, change: Self::Action) -> Rc<Self> {
        let mut next = self.0.clone();
        change(&mut next);
        Rc::new(Self(next))
    }
}

/// A form's content; read it like the struct itself.
pub struct Draft<T: Clone + 'static>(UseReducerHandle<Held<T>>);

impl<T: Clone + 'static> Clone for Draft<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T: Clone + 'static> Deref for Draft<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0.0
    }
}

impl<T: Clone + 'static> Draft<T> {
    /// Takes what a control gives into the form; two changes in a row never lose one another.
    pub fn edit<V: 'static>(&self, change: impl Fn(&mut T, V) + Clone + 'static) -> Callback<V> {
        let dispatcher = self.0.dispatcher();
        Callback::from(move |value: V| {
            let change = change.clone();
            dispatcher.dispatch(Box::new(move |draft: &mut T| change(draft, value)));
        })
    }

    /// Changes the form from code.
    pub fn change(&self, change: impl FnOnce(&mut T) + 'static) {
        self.0.dispatch(Box::new(change));
    }
}

/// A form's content, empty or filled at first.
#[hook]
pub fn use_draft<T: Clone + 'static>(first: impl FnOnce() -> T) -> Draft<T> {
    Draft(use_reducer(|| Held(first())))
}

/// A callback that takes a value into a state.
pub fn into<T: 'static>(state: &UseStateHandle<T>) -> Callback<T> {
    let setter = state.setter();
    Callback::from(move |value| setter.set(value))
}

/// A submit handler that keeps the browser from leaving the page.
pub fn on_submit(act: impl Fn() + 'static) -> Callback<SubmitEvent> {
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        act();
    })
}
