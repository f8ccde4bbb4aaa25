//! `POST` and `DELETE /people/{id}/invitation`.

use super::rows;
use crate::{
    db::{
        password_links::{LinkEnd, end_open},
        people,
    },
    failure::Failure,
    http::operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
    password_links,
};
use evenhand_policy::Class;
use evenhand_shared::{
    Code, PersonId,
    people::{PasswordLink, PersonRow, PersonState, Role},
    sessions::LinkPurpose,
};
use serde_json::json;

/// Invites somebody again who has not set a password yet: the new link ends the old one.
pub struct Invite;

/// Takes an invitation back.
pub struct Revoke;

impl Operation for Invite {
    const ROUTE: Route = Route {
        id: "people.invite",
        verb: Verb::Post,
        path: "/people/{id}/invitation",
        summary: "Makes a new invitation for somebody without a password; the old one stops working",
        class: Class::Neutral,
        who: Who::Roles(&[Role::Admin]),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 201,
    };
    type Body = Empty;
    type Answer = Json<PasswordLink>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let id = invited(act)?;
        let by = act.viewer.id();
        let link =
            password_links::make(act.conn, &mut act.ids, &id, LinkPurpose::Invitation, Some(by), act.now)?;
        act.record("invitation.create", "person", id.as_str(), None, json!({}))?;
        Ok(Json(link))
    }
}

impl Operation for Revoke {
    const ROUTE: Route = Route {
        id: "people.revoke_invitation",
        verb: Verb::Delete,
        path: "/people/{id}/invitation",
        summary: "Takes an invitation back: its link stops working",
        class: Class::Neutral,
        who: Who::Roles(&[Role::Admin]),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<PersonRow>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let id = invited(act)?;
        if end_open(act.conn, &id, LinkEnd::Revoked, act.now)? > 0 {
            act.record("invitation.revoke", "person", id.as_str(), None, json!({}))?;
        }
        Ok(Json(rows::one(act, &id)?))
    }
}

/// Somebody who was asked and has not set a password.
fn invited<B>(act: &mut Act<'_, B>) -> Result<PersonId, Failure> {
    let id: PersonId = act.id()?;
    match people::find(act.conn, &id)?.state() {
        PersonState::Invited => Ok(id),
        PersonState::Active => Err(Failure::refused(
            Code::Conflict,
            "This person has set a password already. For a forgotten one, make a reset link.",
        )),
        PersonState::Deactivated => Err(deactivated()),
    }
}

/// No link is made for somebody who cannot log in.
pub fn deactivated() -> Failure {
    Failure::refused(Code::Conflict, "This person is deactivated. Bring them back first, then make a link.")
}
