//! Setting a password with a link. The token stands in the fragment, which never leaves the browser by itself;
//! opening the page uses nothing up.

use crate::{
    api,
    components::{
        button::{Button, Look},
        field::TextField,
        head::PageHead,
        link::Go,
        notice::FailureNote,
    },
    hooks::{into, on_submit, use_mutation},
    routes::Route,
};
use evenhand_shared::sessions::{RedeemLink, check_password};
use gloo_events::EventListener;
use yew::prelude::*;

/// The page.
#[component]
pub fn SetPasswordPage() -> Html {
    let token = use_memo((), |()| {
        web_sys::window()
            .and_then(|window| window.location().hash().ok())
            .map(|hash| hash.trim_start_matches('#').to_owned())
            .unwrap_or_default()
    });
    // Another link in the same window changes the fragment alone: the page begins anew with it.
    use_effect_with((), |()| {
        let listener = web_sys::window().map(|window| {
            let location = window.location();
            EventListener::new(&window, "hashchange", move |_| {
                // A page that is being left cannot refuse to load.
                let _ = location.reload();
            })
        });
        move || drop(listener)
    });
    let password = use_state(String::new);
    let fault = use_state(|| None::<String>);
    let done = use_state(|| false);
    let redeem = use_mutation(|link: RedeemLink| async move { api::sessions::redeem_link(&link).await }, {
        let done = done.setter();
        move |()| done.set(true)
    });
    let onsubmit = {
        let (token, password, fault, run) =
            (token.clone(), password.clone(), fault.setter(), redeem.run.clone());
        on_submit(move || match check_password("/password", &password) {
            Ok(()) => {
                fault.set(None);
                run.emit(RedeemLink { token: (*token).clone(), password: (*password).clone() });
            }
            Err(found) => fault.set(Some(found.message)),
        })
    };
    let oninput = into(&password);
    if *done {
        return html! {
            <>
                <PageHead title="Your password is set" />
                <p>{"Older sessions have been ended. "}<Go to={Route::Login}>{"Log in"}</Go></p>
            </>
        };
    }
    if token.is_empty() {
        return html! {
            <>
                <PageHead title="This link is not complete" />
                <p>{"Copy the whole link that you were given, with everything after the # sign, or ask an administrator for a new one."}</p>
            </>
        };
    }
    html! {
        <>
            <PageHead title="Set your password" />
            <form class="stack" novalidate={true} {onsubmit}>
                <FailureNote failure={redeem.failure.clone()} shown="/password" />
                <TextField label="New password" kind="password" autocomplete="new-password" required={true}
                    hint="At least 12 characters. A few words are easy to remember."
                    value={(*password).clone()} {oninput} error={(*fault).clone().or_else(|| redeem.at("/password"))} />
                <div class="actions">
                    <Button look={Look::Primary} submit={true} pending={redeem.pending}>{"Set the password"}</Button>
                </div>
            </form>
        </>
    }
}
