//! `POST /people/{id}/password-link`.

use super::invitation::deactivated;
use crate::{
    db::people,
    failure::Failure,
    http::operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
    password_links,
};
use evenhand_policy::Class;
use evenhand_shared::{
    Code, PersonId,
    people::{PasswordLink, PersonState, Role},
    sessions::LinkPurpose,
};
use serde_json::json;

/// Makes a link for a forgotten password. That an administrator did so is written down; setting the password ends every session.
pub struct MakeResetLink;

impl Operation for MakeResetLink {
    const ROUTE: Route = Route {
        id: "people.password_link",
        verb: Verb::Post,
        path: "/people/{id}/password-link",
        summary: "Makes a link for a forgotten password",
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
        let id: PersonId = act.id()?;
        match people::find(act.conn, &id)?.state() {
            PersonState::Active => {}
            PersonState::Invited => {
                return Err(Failure::refused(
                    Code::Conflict,
                    "This person has no password to forget yet. Send the invitation again instead.",
                ));
            }
            PersonState::Deactivated => return Err(deactivated()),
        }
        let by = act.viewer.id();
        let link = password_links::make(act.conn, &mut act.ids, &id, LinkPurpose::Reset, Some(by), act.now)?;
        act.record("password_link.create", "person", id.as_str(), None, json!({}))?;
        Ok(Json(link))
    }
}
