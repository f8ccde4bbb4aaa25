//! Setting a password with a link. The token stands in the fragment, which never leaves the browser by itself;
//! opening the page uses nothing up.

use crate::{
    api::{self, Failure},
    components::{
        button::{Button, Look},
        field::TextField,
        head::PageHead,
        link::Go,
        notice::FailureNote,
        time::When,
        view::skeleton,
    },
    hooks::{into, on_submit, use_mutation, use_query},
    routes::Route,
};
use evenhand_shared::{
    Code,
    sessions::{LinkPurpose, RedeemLink, check_password},
};
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
    // Looked at first, so that nobody thinks of a password for nothing. Where that fails otherwise, the form still stands.
    let link = use_query((*token).clone(), |token| async move { api::sessions::check_link(&token).await });
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
    if let Some(page) = link.failure.as_ref().or(redeem.failure.as_ref()).and_then(dead) {
        return page;
    }
    if link.data.is_none() && link.failure.is_none() {
        return skeleton();
    }
    let title = match &link.data {
        Some(link) if link.purpose == LinkPurpose::Reset => "Choose a new password",
        _ => "Set your password",
    };
    html! {
        <>
            <PageHead {title} />
            <form class="stack" novalidate={true} {onsubmit}>
                <FailureNote failure={redeem.failure.clone()} shown="/password" />
                <TextField label="New password" kind="password" autocomplete="new-password" required={true}
                    hint="At least 12 characters. A few words are easy to remember."
                    value={(*password).clone()} {oninput} error={(*fault).clone().or_else(|| redeem.at("/password"))} />
                <div class="actions">
                    <Button look={Look::Primary} submit={true} pending={redeem.pending}>{"Set the password"}</Button>
                </div>
                if let Some(link) = &link.data { <p class="hint">{"This link works until "}<When at={link.expires_at} />{"."}</p> }
            </form>
        </>
    }
}

/// The page of a link that does not work.
fn dead(failure: &Failure) -> Option<Html> {
    let title = match failure.code()? {
        Code::LinkExpired => "This link has expired",
        Code::BadLink => "This link does not work",
        _ => return None,
    };
    Some(html! {
        <>
            <PageHead {title} />
            <p role="alert">{failure.sentence()}</p>
            <p>{"Have you set your password already? "}<Go to={Route::Login}>{"Log in"}</Go></p>
        </>
    })
}
