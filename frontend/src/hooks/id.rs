//! Identifiers that tie labels, hints and errors to their control.

use std::cell::Cell;
use yew::prelude::*;

thread_local! {
    static NEXT: Cell<u32> = const { Cell::new(0) };
}

/// An identifier that no other element of the page has.
#[hook]
pub fn use_id() -> AttrValue {
    (*use_memo((), |()| {
        NEXT.set(NEXT.get().wrapping_add(1));
        AttrValue::from(format!("e{}", NEXT.get()))
    }))
    .clone()
}
