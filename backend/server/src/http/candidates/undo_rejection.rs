//! `POST /applications/{id}/rejection/undo`.

use super::{TEAM, rejection, row};
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::{candidates::ApplicationRow, rejections::SeenVersion};

/// Takes a rejection back that was not announced.
pub struct UndoRejection;

impl Operation for UndoRejection {
    const ROUTE: Route = Route {
        id: "applications.undo_rejection",
        verb: Verb::Post,
        path: "/applications/{id}/rejection/undo",
        summary: "Takes a rejection back that was not announced",
        class: Class::Gated,
        who: Who::Roles(TEAM),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = SeenVersion;
    type Answer = Json<ApplicationRow>;

    fn run(act: &mut Act<'_, SeenVersion>) -> Result<Self::Answer, Failure> {
        let (key, rights) = rejection::key(act)?;
        let version = act.body.version;
        rejection::undo(act, &key, version)?;
        Ok(Json(row::one(act.conn, act.viewer, key, rights)?))
    }
}
