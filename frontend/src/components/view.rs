//! One view for everything that is asked for: a skeleton, an error with a retry, or the thing.

use super::button::Button;
use crate::{api::Failure, hooks::Query};
use yew::prelude::*;

/// Draws a query: `ready` gets the answer, also an old one while a new attempt has failed.
pub fn view<T>(query: &Query<T>, ready: impl FnOnce(&T) -> Html) -> Html {
    match (&query.data, &query.failure) {
        (Some(data), failure) => html! {
            <>
                if let Some(failure) = failure { {stale(failure, &query.refetch)} }
                {ready(data)}
            </>
        },
        (None, Some(failure)) => broken(failure, &query.refetch),
        (None, None) => skeleton(),
    }
}

/// Lines where something will stand; shown only when the answer takes a moment.
pub fn skeleton() -> Html {
    html! {
        <div class="skeleton" role="status">
            <span class="visually-hidden">{"Loading"}</span>
            <span class="bone" aria-hidden="true" />
            <span class="bone" aria-hidden="true" />
            <span class="bone" aria-hidden="true" />
        </div>
    }
}

/// There is no answer.
fn broken(failure: &Failure, retry: &Callback<()>) -> Html {
    if failure.is_absent() {
        return html! {
            <div class="empty" role="alert">
                <p class="empty-title">{"There is nothing here for you"}</p>
                <div>{"It does not exist, or it is not open to you now. Both look the same on purpose."}</div>
            </div>
        };
    }
    html! {
        <div class="empty" role="alert">
            <p class="empty-title">{"This could not be loaded"}</p>
            <div>{failure.sentence()}</div>
            <Button onclick={retry.reform(|_| ())}>{"Try again"}</Button>
        </div>
    }
}

/// The answer is an old one.
fn stale(failure: &Failure, retry: &Callback<()>) -> Html {
    html! {
        <div class="note warn row" role="alert">
            <span>{format!("This may be out of date. {}", failure.sentence())}</span>
            <Button look={super::button::Look::Quiet} onclick={retry.reform(|_| ())}>{"Try again"}</Button>
        </div>
    }
}
