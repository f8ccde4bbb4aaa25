//! One view for everything that is asked for: a skeleton, an error with a retry, or the thing.

use super::button::Button;
use crate::{api::Failure, hooks::Query};
use yew::prelude::*;

/// Draws a query: `ready` gets the answer, also an old one while a new attempt has failed.
pub fn view<T>(query: &Query<T>, ready: impl FnOnce(&T) -> Html) -> Html {
    match (&query.data, &query.failure) {
        (Some(data), failure) => html! {
            <>
                if let Some(failure) = failure { <Stale failure={failure.clone()} retry={query.refetch.clone()} /> }
                {ready(data)}
            </>
        },
        (None, Some(failure)) => html! { <Broken failure={failure.clone()} retry={query.refetch.clone()} /> },
        (None, None) => html! { <Skeleton /> },
    }
}

/// Lines where something will stand; shown only when the answer takes a moment.
#[component]
pub fn Skeleton() -> Html {
    html! {
        <div class="skeleton" role="status">
            <span class="visually-hidden">{"Loading"}</span>
            <span class="bone" aria-hidden="true" />
            <span class="bone" aria-hidden="true" />
            <span class="bone" aria-hidden="true" />
        </div>
    }
}

/// Properties of [`Broken`] and [`Stale`].
#[derive(Properties, PartialEq)]
pub struct BrokenProps {
    /// Why there is nothing.
    pub failure: Failure,
    /// Asks again.
    pub retry: Callback<()>,
}

/// There is no answer.
#[component]
pub fn Broken(props: &BrokenProps) -> Html {
    if props.failure.is_absent() {
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
            <div>{props.failure.sentence()}</div>
            <Button onclick={props.retry.reform(|_| ())}>{"Try again"}</Button>
        </div>
    }
}

/// The answer is an old one.
#[component]
pub fn Stale(props: &BrokenProps) -> Html {
    html! {
        <div class="note warn row" role="alert">
            <span>{format!("This may be out of date. {}", props.failure.sentence())}</span>
            <Button look={super::button::Look::Quiet} onclick={props.retry.reform(|_| ())}>{"Try again"}</Button>
        </div>
    }
}
