//! First run: the first administrator.

use crate::{
    api::{self, Failure},
    bundle,
    components::{
        button::{Button, Look},
        field::TextField,
        head::PageHead,
        notice::FailureNote,
    },
    hooks::{on_submit, use_draft, use_mutation},
    state::session::{SessionEvent, enter, use_session},
};
use evenhand_shared::{
    FieldError,
    about::Setup,
    people::{check_email, check_name},
    sessions::{SessionToken, check_password},
};
use yew::prelude::*;

/// The page.
#[component]
pub fn SetupPage() -> Html {
    let session = use_session();
    let draft = use_draft(|| Setup {
        token: String::new(),
        name: String::new(),
        email: String::new(),
        password: String::new(),
    });
    let faults = use_state(Vec::<FieldError>::new);
    let set_up = use_mutation(|setup: Setup| async move { api::about::set_up(&setup).await }, {
        let session = session.clone();
        move |token: SessionToken| {
            session.dispatch(SessionEvent::SetUpDone);
            // An administrator's home is in the other app.
            if bundle::note(&token.me) {
                bundle::bring_home(&token.me);
            } else {
                enter(&session, token);
            }
        }
    });
    let onsubmit = {
        let (draft, faults, run, clear) =
            (draft.clone(), faults.setter(), set_up.run.clone(), set_up.clear.clone());
        on_submit(move || {
            let found = check(&draft);
            clear.emit(());
            if found.is_empty() {
                run.emit((*draft).clone());
            }
            faults.set(found);
        })
    };
    let at = |pointer: &str| {
        faults.iter().find(|e| e.pointer == pointer).map(|e| e.message.clone()).or_else(|| set_up.at(pointer))
    };
    let failure = set_up.failure.clone().filter(|_| faults.is_empty());
    // The operation is gone once an administrator exists.
    let done_elsewhere = failure.as_ref().is_some_and(Failure::is_absent);
    html! {
        <>
            <PageHead title="Set up Evenhand" lead={html! { "Make the first administrator. Everybody else is invited from inside." }} />
            <form class="stack" novalidate={true} {onsubmit}>
                if done_elsewhere {
                    <p class="note warn" role="alert">{"The set-up has been done meanwhile. Load the page again and log in."}</p>
                } else {
                    <FailureNote {failure} shown="/token /name /email /password" />
                }
                <TextField label="Setup token" hint="The server printed it when it started for the first time."
                    value={draft.token.clone()} oninput={draft.edit(|d, t| d.token = t)} error={at("/token")} required={true} />
                <TextField label="Your name" autocomplete="name" value={draft.name.clone()} oninput={draft.edit(|d, t| d.name = t)} error={at("/name")} required={true} />
                <TextField label="Your e-mail" kind="email" autocomplete="username" value={draft.email.clone()} oninput={draft.edit(|d, t| d.email = t)} error={at("/email")} required={true} />
                <TextField label="A password" kind="password" autocomplete="new-password" hint="At least 12 characters. A few words are easy to remember."
                    value={draft.password.clone()} oninput={draft.edit(|d, t| d.password = t)} error={at("/password")} required={true} />
                <div class="actions">
                    <Button look={Look::Primary} submit={true} pending={set_up.pending}>{"Make the administrator and log in"}</Button>
                </div>
            </form>
        </>
    }
}

fn check(draft: &Setup) -> Vec<FieldError> {
    let mut faults = Vec::new();
    if draft.token.trim().is_empty() {
        faults.push(FieldError::new("/token", "required", "Paste the setup token."));
    }
    check_name("/name", &draft.name, &mut faults);
    check_email("/email", &draft.email, &mut faults);
    faults.extend(check_password("/password", &draft.password).err());
    faults
}
