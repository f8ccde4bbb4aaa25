//! One person in the list.

use crate::{
    components::{
        link::Go,
        tag::{Tag, Tone},
        time::When,
    },
    routes::Route,
};
use evenhand_shared::people::{InvitationState, PersonRow, PersonState};
use yew::prelude::*;

/// The row; for administrators the name leads to the person.
pub fn row(person: &PersonRow, admin: bool) -> Html {
    let roles: Vec<&str> = person.roles.iter().map(|role| role.words()).collect();
    let roles = roles.join(", ");
    html! {
        <tr key={person.id.as_str()}>
            <th scope="row">
                if admin {
                    <Go to={Route::Person { id: person.id.0.clone() }}>{&person.name}</Go>
                } else {
                    {&person.name}
                }
                <span class="cell-sub">{&person.email}</span>
                <span class="cell-sub narrow-only">{roles.clone()}</span>
            </th>
            <td>{roles}</td>
            <td>{&person.function}if !person.level.is_empty() { <span class="cell-sub">{&person.level}</span> }</td>
            <td class="num">{person.seniority}</td>
            <td>{&person.zone}</td>
            <td>{state(person)}{away(person)}</td>
        </tr>
    }
}

/// How somebody stands.
pub fn state(person: &PersonRow) -> Html {
    match person.state {
        PersonState::Invited => invited(person),
        PersonState::Active => html! { <span class="muted">{"Active"}</span> },
        PersonState::Deactivated => html! { <Tag>{"Deactivated"}</Tag> },
    }
}

/// Leave that is not over.
fn away(person: &PersonRow) -> Html {
    html! {
        {for person.away.iter().map(|away| html! {
            <span class="cell-sub">{format!("Away {} to {}", away.from, away.until)}</span>
        })}
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
