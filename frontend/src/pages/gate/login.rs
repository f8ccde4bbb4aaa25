//! Logging in.

use crate::{
    api, bundle,
    components::{
        button::{Button, Look},
        field::TextField,
        head::PageHead,
        notice::FailureNote,
    },
    hooks::{on_submit, use_draft, use_mutation},
    routes::Route,
    state::session::{enter, use_session},
};
use evenhand_shared::sessions::{Login, SessionToken};
use yew::prelude::*;
use yew_router::prelude::*;

/// The page.
#[component]
pub fn LoginPage() -> Html {
    let session = use_session();
    let at_login = use_route::<Route>() == Some(Route::Login);
    let draft = use_draft(|| Login { email: String::new(), password: String::new() });
    let log_in = use_mutation(|login: Login| async move { api::sessions::log_in(&login).await }, {
        let session = session.clone();
        move |token: SessionToken| {
            // Whoever comes by the log-in page goes home; where that is in the other app, at once.
            if at_login && bundle::note(&token.me) {
                bundle::bring_home(&token.me);
            } else {
                enter(&session, token);
            }
        }
    });
    let onsubmit = {
        let (draft, run) = (draft.clone(), log_in.run.clone());
        on_submit(move || {
            run.emit(Login { email: draft.email.trim().to_owned(), password: draft.password.clone() });
        })
    };
    let accounts = session.about.as_ref().map(|about| about.demo_accounts.clone()).unwrap_or_default();
    html! {
        <>
            <PageHead title="Log in" />
            <form class="stack" novalidate={true} {onsubmit}>
                <FailureNote failure={log_in.failure.clone()} shown="/email /password" />
                <TextField label="E-mail" kind="email" autocomplete="username" required={true}
                    value={draft.email.clone()} oninput={draft.edit(|d, text| d.email = text)} error={log_in.at("/email")} />
                <TextField label="Password" kind="password" autocomplete="current-password" required={true}
                    value={draft.password.clone()} oninput={draft.edit(|d, text| d.password = text)} error={log_in.at("/password")} />
                <div class="actions">
                    <Button look={Look::Primary} submit={true} pending={log_in.pending}>{"Log in"}</Button>
                </div>
                <p class="hint">{"Forgotten your password? Ask an administrator for a reset link; it works once, for half an hour. If you were invited and the link has expired, ask for a new invitation."}</p>
            </form>
            if !accounts.is_empty() {
                <section class="demo-accounts" aria-labelledby="demo-accounts">
                    <h2 id="demo-accounts">{"People of the demonstration"}</h2>
                    <p class="hint">{"Choose one to fill in the form, then log in."}</p>
                    <ul>
                        {for accounts.into_iter().map(|account| {
                            let chosen = draft.email == account.email;
                            let (email, password) = (account.email.clone(), account.password.clone());
                            let onclick = draft.edit(move |d, _: MouseEvent| {
                                d.email.clone_from(&email);
                                d.password.clone_from(&password);
                            });
                            html! {
                                <li key={account.email.as_str()}>
                                    <button type="button" aria-pressed={if chosen { "true" } else { "false" }} {onclick}>
                                        <span>{&account.name}</span>
                                        <span class="hint">{&account.part}</span>
                                    </button>
                                </li>
                            }
                        })}
                    </ul>
                </section>
            }
        </>
    }
}
