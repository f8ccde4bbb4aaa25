//! One person in the list.

use super::Open;
use crate::{
    api,
    components::{
        button::{Button, Look},
        dialog::Confirm,
        tag::{Tag, Tone},
        time::When,
    },
    hooks::use_mutation,
    state::toasts::use_say,
};
use evenhand_shared::people::{InvitationState, PasswordLink, PersonChange, PersonRow, PersonState};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Row`].
#[derive(Properties, PartialEq)]
pub struct RowProps {
    /// The person.
    pub person: Rc<PersonRow>,
    /// The reader may change people.
    pub admin: bool,
    /// The person is the reader.
    pub me: bool,
    /// Opens something over the list.
    pub(super) onopen: Callback<Open>,
    /// Told when the list has changed.
    pub onchanged: Callback<()>,
}

/// The row.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let person = &props.person;
    let say = use_say();
    let asking = use_state(|| false);
    let active = person.state != PersonState::Deactivated;
    let change = {
        let (id, version) = (person.id.clone(), person.version);
        let (asking, changed) = (asking.setter(), props.onchanged.clone());
        let say = say.clone();
        use_mutation(
            move |active: bool| {
                let id = id.clone();
                let change = PersonChange { version, active: Some(active), ..PersonChange::default() };
                async move { api::people::change(&id, &change).await }
            },
            move |row: PersonRow| {
                say.done(match row.state {
                    PersonState::Deactivated => format!("{} can no longer log in.", row.name),
                    PersonState::Active | PersonState::Invited => format!("{} can log in again.", row.name),
                });
                asking.set(false);
                changed.emit(());
            },
        )
    };
    let link = {
        let (id, name, onopen) = (person.id.clone(), person.name.clone(), props.onopen.clone());
        let (invited, changed) = (person.state == PersonState::Invited, props.onchanged.clone());
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
                onopen.emit(Open::Link(title.into(), link));
                changed.emit(());
            },
        )
    };
    let revoke = {
        let (id, say, changed) = (person.id.clone(), say.clone(), props.onchanged.clone());
        use_mutation(
            move |()| {
                let id = id.clone();
                async move { api::people::revoke_invitation(&id).await }
            },
            move |row: PersonRow| {
                say.done(format!("The invitation of {} no longer works.", row.name));
                changed.emit(());
            },
        )
    };
    let edit = {
        let person = person.clone();
        props.onopen.reform(move |_: MouseEvent| Open::Edit(person.clone()))
    };
    let ask = {
        let asking = asking.setter();
        Callback::from(move |_: MouseEvent| asking.set(true))
    };
    let leave = {
        let (asking, clear) = (asking.setter(), change.clear.clone());
        Callback::from(move |()| {
            asking.set(false);
            clear.emit(());
        })
    };
    let roles: Vec<&str> = person.roles.iter().map(|role| role.words()).collect();
    let state = match person.state {
        PersonState::Invited => invited(person),
        PersonState::Active => html! { <span class="muted">{"Active"}</span> },
        PersonState::Deactivated => html! { <Tag>{"Deactivated"}</Tag> },
    };
    html! {
        <tr>
            <th scope="row">{&person.name}<span class="cell-sub">{&person.email}</span></th>
            <td>{roles.join(", ")}</td>
            <td>{&person.function}</td>
            <td class="num">{person.seniority}</td>
            <td>{&person.zone}</td>
            <td>{state}</td>
            if props.admin {
                <td class="act">
                    <Button look={Look::Quiet} label={format!("Edit {}", person.name)} onclick={edit}>{"Edit"}</Button>
                    if person.state == PersonState::Invited {
                        <Button look={Look::Quiet} pending={link.pending} label={format!("Invite {} again", person.name)}
                            onclick={link.run.reform(|_| ())}>{"Invite again"}</Button>
                        if person.invitation.as_ref().is_some_and(|invitation| invitation.state == InvitationState::Open) {
                            <Button look={Look::Quiet} pending={revoke.pending} label={format!("Revoke the invitation of {}", person.name)}
                                onclick={revoke.run.reform(|_| ())}>{"Revoke"}</Button>
                        }
                    } else if active {
                        <Button look={Look::Quiet} pending={link.pending} label={format!("Reset link for {}", person.name)}
                            onclick={link.run.reform(|_| ())}>{"Reset link"}</Button>
                    }
                    if active {
                        if !props.me {
                            <Button look={Look::Quiet} label={format!("Deactivate {}", person.name)} onclick={ask}>{"Deactivate"}</Button>
                        }
                    } else {
                        <Button look={Look::Quiet} pending={change.pending} label={format!("Bring back {}", person.name)}
                            onclick={change.run.reform(|_| true)}>{"Bring back"}</Button>
                    }
                    if let Some(failure) = link.failure.as_ref().or(revoke.failure.as_ref()).or(change.failure.as_ref().filter(|_| !*asking)) {
                        <p class="error" role="alert">{failure.sentence()}</p>
                    }
                    if *asking {
                        <Confirm title={format!("Deactivate {}?", person.name)} verb="Deactivate" danger={true} pending={change.pending}
                            failure={change.failure.clone()} onconfirm={change.run.reform(|()| false)} onclose={leave}>
                            <p>{"They are logged out at once and cannot log in again. Their records stay, and you can bring them back."}</p>
                        </Confirm>
                    }
                </td>
            }
        </tr>
    }
}

/// When they were invited, by whom, and until when the link works; colleagues who are not administrators see that they are not here yet.
fn invited(person: &PersonRow) -> Html {
    let Some(invitation) = &person.invitation else {
        return html! { <Tag tone={Tone::Accent}>{"Not here yet"}</Tag> };
    };
    let tag = match invitation.state {
        InvitationState::Open => html! { <Tag tone={Tone::Accent}>{"Invited"}</Tag> },
        InvitationState::Expired => html! { <Tag tone={Tone::Warn}>{"Invitation expired"}</Tag> },
        InvitationState::Revoked => html! { <Tag>{"Invitation revoked"}</Tag> },
    };
    html! {
        <>
            {tag}
            <span class="cell-sub">
                <When at={invitation.sent_at} />
                if let Some(by) = &invitation.sent_by { {format!(", by {by}")} }
                if invitation.state == InvitationState::Open { {"; until "}<When at={invitation.expires_at} /> }
            </span>
        </>
    }
}
