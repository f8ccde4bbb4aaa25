//! What an administrator can do about somebody's account.

use super::{Open, deactivate::DeactivateDialog};
use crate::{
    api,
    components::{
        button::{Button, Look},
        notice::FailureNote,
    },
    hooks::use_mutation,
    state::{session::use_me, toasts::use_say},
};
use evenhand_shared::{
    people::{InvitationState, PasswordLink, PersonRow, PersonState},
    profile::PersonDetail,
};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Acts`].
#[derive(Properties, PartialEq)]
pub struct ActsProps {
    /// The person.
    pub detail: Rc<PersonDetail>,
    /// Told when something has changed, and what to show next.
    pub(super) onnext: Callback<Option<Open>>,
}

/// The section.
#[component]
pub fn Acts(props: &ActsProps) -> Html {
    let person = &props.detail.person;
    let say = use_say();
    let me = use_me();
    let asking = use_state(|| false);
    let back = {
        let (id, version) = (person.id.clone(), person.version);
        let (next, say) = (props.onnext.clone(), say.clone());
        use_mutation(
            move |()| {
                let id = id.clone();
                async move { api::people::reactivate(&id, version).await }
            },
            move |row: PersonRow| {
                say.done(format!("{} can log in again.", row.name));
                next.emit(None);
            },
        )
    };
    let link = {
        let (id, name, next) = (person.id.clone(), person.name.clone(), props.onnext.clone());
        let invited = person.state == PersonState::Invited;
        use_mutation(
            move |()| {
                let id = id.clone();
                async move {
                    if invited {
                        api::people::invite(&id).await
                    } else {
                        api::people::password_link(&id).await
                    }
                }
            },
            move |link: PasswordLink| {
                let title = if invited {
                    format!("A new invitation for {name}")
                } else {
                    format!("A reset link for {name}")
                };
                next.emit(Some(Open::Link(title.into(), link)));
            },
        )
    };
    let revoke = {
        let (id, say, next) = (person.id.clone(), say.clone(), props.onnext.clone());
        use_mutation(
            move |()| {
                let id = id.clone();
                async move { api::people::revoke_invitation(&id).await }
            },
            move |row: PersonRow| {
                say.done(format!("The invitation of {} no longer works.", row.name));
                next.emit(None);
            },
        )
    };
    let sign_out = {
        let (id, name) = (person.id.clone(), person.name.clone());
        use_mutation(
            move |()| {
                let id = id.clone();
                async move { api::people::sign_out(&id).await }
            },
            move |()| say.done(format!("{name} is logged out everywhere.")),
        )
    };
    let ask = {
        let asking = asking.setter();
        Callback::from(move |_: MouseEvent| asking.set(true))
    };
    let close = {
        let asking = asking.setter();
        Callback::from(move |()| asking.set(false))
    };
    let gone = {
        let (asking, next) = (asking.setter(), props.onnext.clone());
        Callback::from(move |()| {
            asking.set(false);
            next.emit(None);
        })
    };
    let open = person.invitation.as_ref().is_some_and(|invitation| invitation.state == InvitationState::Open);
    let other = person.id != me.id;
    let failure =
        [&link.failure, &revoke.failure, &sign_out.failure, &back.failure].into_iter().find_map(Clone::clone);
    html! {
        <section class="stack" aria-labelledby="account">
            <h2 id="account">{"Account"}</h2>
            {match person.state {
                PersonState::Invited => html! {
                    <>
                        <p class="hint">{"They set their first password with the link of the invitation. A new one ends the old one."}</p>
                        <div class="actions">
                            <Button pending={link.pending} onclick={link.run.reform(|_| ())}>{"Invite again"}</Button>
                            if open { <Button pending={revoke.pending} onclick={revoke.run.reform(|_| ())}>{"Revoke the invitation"}</Button> }
                            <Button look={Look::Danger} onclick={ask}>{"Deactivate"}</Button>
                        </div>
                    </>
                },
                PersonState::Active => html! {
                    <>
                        <p class="hint">{"A reset link is for a forgotten password: it works once, for half an hour. Setting the password ends every session. That you made the link is written down."}</p>
                        <div class="actions">
                            <Button pending={link.pending} onclick={link.run.reform(|_| ())}>{"Make a reset link"}</Button>
                            if other {
                                <Button pending={sign_out.pending} onclick={sign_out.run.reform(|_| ())}>{"Log out everywhere"}</Button>
                                <Button look={Look::Danger} onclick={ask}>{"Deactivate"}</Button>
                            }
                        </div>
                    </>
                },
                PersonState::Deactivated => html! {
                    <div class="actions"><Button pending={back.pending} onclick={back.run.reform(|_| ())}>{"Bring back"}</Button></div>
                },
            }}
            <FailureNote {failure} />
            if *asking { <DeactivateDialog detail={props.detail.clone()} ondone={gone} onclose={close} /> }
        </section>
    }
}
