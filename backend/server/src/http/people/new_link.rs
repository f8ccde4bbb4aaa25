//! `POST /people/{id}/password-link`.

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
};
use serde_json::json;

/// Makes a link for someone who has no password yet, or has forgotten it. That an administrator did so is written down.
pub struct MakeLink;

impl Operation for MakeLink {
    const ROUTE: Route = Route {
        id: "people.password_link",
        verb: Verb::Post,
        path: "/people/{id}/password-link",
        summary: "Makes a link with which the person sets a password",
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
        let state = people::find(act.conn, &id)?.state();
        if state == PersonState::Deactivated {
            return Err(Failure::refused(
                Code::Conflict,
                "This person is deactivated. Bring them back first, then make a link.",
            ));
        }
        let link = password_links::make(act.conn, &mut act.ids, &id, state, act.now)?;
        act.record("password_link.create", "person", id.as_str(), None, json!({}))?;
        Ok(Json(link))
    }
}
