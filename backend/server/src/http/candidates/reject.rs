//! `POST /applications/{id}/rejection`.

use super::{TEAM, rejection, row};
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::{candidates::ApplicationRow, rejections::Rejection};

/// Rejects an application with a reason and a letter. No interview and no card is touched by it (S3): calling off an interview is
/// an act of its own.
pub struct Reject;

impl Operation for Reject {
    const ROUTE: Route = Route {
        id: "applications.reject",
        verb: Verb::Post,
        path: "/applications/{id}/rejection",
        summary: "Rejects an application with a reason",
        class: Class::Gated,
        who: Who::Roles(TEAM),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Rejection;
    type Answer = Json<ApplicationRow>;

    fn run(act: &mut Act<'_, Rejection>) -> Result<Self::Answer, Failure> {
        let (key, rights) = rejection::key(act)?;
        let body = act.body.clone();
        rejection::reject(act, &key, &body)?;
        Ok(Json(row::one(act.conn, act.viewer, key, rights)?))
    }
}
