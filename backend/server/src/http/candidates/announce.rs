//! `POST /applications/{id}/rejection/announcement`.

use super::{TEAM, rejection, row};
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::{candidates::ApplicationRow, rejections::SeenVersion};

/// Notes that the candidate was told; from then on the rejection stands.
pub struct Announce;

impl Operation for Announce {
    const ROUTE: Route = Route {
        id: "applications.announce",
        verb: Verb::Post,
        path: "/applications/{id}/rejection/announcement",
        summary: "Notes that a rejected candidate was told",
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
        rejection::announce(act, &key, version)?;
        Ok(Json(row::one(act.conn, act.viewer, key, rights)?))
    }
}
