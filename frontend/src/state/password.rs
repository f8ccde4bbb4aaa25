//! Asks for the password over the page when a session has ended, so that nothing typed is lost.

use super::session::{Leave, use_leave};
use crate::{
    api,
    components::{
        button::{Button, Look},
        dialog::Dialog,
        field::TextField,
        notice::FailureNote,
    },
    hooks::{into, on_submit, use_mutation},
};
use evenhand_shared::sessions::{Login, Me, SessionToken};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`PasswordDialog`].
#[derive(Properties, PartialEq)]
pub struct PasswordDialogProps {
    /// Whose session ended.
    pub me: Rc<Me>,
    /// Told when the session goes on.
    pub resumed: Callback<()>,
}

/// The dialog. It cannot be closed otherwise: without a session the page can neither load nor save.
#[component]
pub fn PasswordDialog(props: &PasswordDialogProps) -> Html {
    let leave = use_leave();
    let password = use_state(String::new);
    let resumed = props.resumed.clone();
    let log_in = use_mutation(
        |login: Login| async move { api::sessions::log_in(&login).await },
        move |_: SessionToken| {
            api::sessions::resume(true);
            resumed.emit(());
        },
    );
    let onsubmit = {
        let (email, password, run) = (props.me.email.clone(), password.clone(), log_in.run.clone());
        on_submit(move || run.emit(Login { email: email.clone(), password: (*password).clone() }))
    };
    let oninput = into(&password);
    html! {
        <Dialog title="Your session has ended" onclose={None::<Callback<()>>}>
            <form {onsubmit} class="stack">
                <p>{format!("Enter the password for {} to go on. What you typed is still here.", props.me.email)}</p>
                <FailureNote failure={log_in.failure.clone()} />
                <TextField label="Password" kind="password" autocomplete="current-password"
                    value={(*password).clone()} {oninput} autofocus={true} required={true} />
                <div class="actions">
                    <Button look={Look::Primary} submit={true} pending={log_in.pending}>{"Go on"}</Button>
                    <Button look={Look::Plain} onclick={leave.reform(|_| Leave::Here)}>{"Log in as someone else"}</Button>
                </div>
            </form>
        </Dialog>
    }
}
