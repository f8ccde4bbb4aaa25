//! `POST /profile/leaves` and `DELETE /leaves/{id}`.

use super::leaves::add;
use crate::{
    db::{leaves, people},
    failure::Failure,
    http::operation::{Act, Door, Empty, Json, Nothing, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::{
    LeaveId,
    availability::{Leave, NewLeave},
    people::Role,
};
use serde_json::json;

/// Writes one's own leave down.
pub struct AddOwnLeave;

/// Takes a leave away: one's own, or as an administrator anybody's.
pub struct RemoveLeave;

impl Operation for AddOwnLeave {
    const ROUTE: Route = Route {
        id: "profile.add_leave",
        verb: Verb::Post,
        path: "/profile/leaves",
        summary: "Writes down a leave of the caller's own",
        class: Class::Own,
        who: Who::SignedIn,
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 201,
    };
    type Body = NewLeave;
    type Answer = Json<Leave>;

    fn run(act: &mut Act<'_, NewLeave>) -> Result<Self::Answer, Failure> {
        let person = people::find(act.conn, act.viewer.id())?;
        Ok(Json(add(act, &person)?))
    }
}

impl Operation for RemoveLeave {
    const ROUTE: Route = Route {
        id: "leaves.remove",
        verb: Verb::Delete,
        path: "/leaves/{id}",
        summary: "Takes away a leave of the caller's own, or anybody's as an administrator",
        class: Class::Neutral,
        who: Who::SignedIn,
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 204,
    };
    type Body = Empty;
    type Answer = Nothing;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let id: LeaveId = act.id()?;
        let (person, _) = leaves::find(act.conn, &id)?;
        if &person != act.viewer.id() && !act.viewer.has(Role::Admin) {
            return Err(Failure::NotFound);
        }
        leaves::delete(act.conn, &id)?;
        act.record("leave.remove", "person", person.as_str(), None, json!({"leave": id}))?;
        Ok(Nothing)
    }
}
