//! Logging in.

use crate::{
    api,
    components::{
        button::{Button, Look},
        field::TextField,
        head::PageHead,
        notice::FailureNote,
    },
    hooks::use_mutation,
    state::session::{enter, use_session},
};
use evenhand_shared::{
    about::DemoAccount,
    sessions::{Login, SessionToken},
};
use yew::prelude::*;

/// The page.
#[component]
pub fn LoginPage() -> Html {
    let session = use_session();
    let email = use_state(String::new);
    let password = use_state(String::new);
    let log_in = use_mutation(|login: Login| async move { api::sessions::log_in(&login).await }, {
        let session = session.clone();
        move |token: SessionToken| enter(&session, token)
    });
    let onsubmit = {
        let (email, password, run) = (email.clone(), password.clone(), log_in.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            run.emit(Login { email: email.trim().to_owned(), password: (*password).clone() });
        })
    };
    let set_email = {
        let email = email.setter();
        Callback::from(move |text| email.set(text))
    };
    let set_password = {
        let password = password.setter();
        Callback::from(move |text| password.set(text))
    };
    let accounts = session.about.as_ref().map(|about| about.demo_accounts.clone()).unwrap_or_default();
    let fill = {
        let (email, password) = (email.setter(), password.setter());
        Callback::from(move |account: DemoAccount| {
            email.set(account.email);
            password.set(account.password);
        })
    };
    html! {
        <>
            <PageHead title="Log in" />
            <form class="stack" novalidate={true} {onsubmit}>
                <FailureNote failure={log_in.failure.clone()} shown="/email /password" />
                <TextField label="E-mail" kind="email" autocomplete="username" required={true}
                    value={(*email).clone()} oninput={set_email} error={log_in.at("/email")} />
                <TextField label="Password" kind="password" autocomplete="current-password" required={true}
                    value={(*password).clone()} oninput={set_password} error={log_in.at("/password")} />
                <div class="actions">
                    <Button look={Look::Primary} submit={true} pending={log_in.pending}>{"Log in"}</Button>
                </div>
                <p class="hint">{"No password yet, or forgotten? An administrator can give you a link to set one."}</p>
            </form>
            if !accounts.is_empty() {
                <section class="demo-accounts" aria-labelledby="demo-accounts">
                    <h2 id="demo-accounts">{"People of the demonstration"}</h2>
                    <p class="hint">{"Choose one to fill in the form, then log in."}</p>
                    <ul>
                        {for accounts.into_iter().map(|account| {
                            let chosen = *email == account.email;
                            let onclick = { let (fill, account) = (fill.clone(), account.clone()); Callback::from(move |_: MouseEvent| fill.emit(account.clone())) };
                            html! {
                                <li key={account.email.clone()}>
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
