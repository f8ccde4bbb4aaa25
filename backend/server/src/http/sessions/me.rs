//! `GET /me`.

use super::grant::me;
use crate::{
    db::people,
    failure::Failure,
    http::operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::sessions::Me;

/// Who the caller is.
pub struct ReadMe;

impl Operation for ReadMe {
    const ROUTE: Route = Route {
        id: "me.read",
        verb: Verb::Get,
        path: "/me",
        summary: "The caller",
        class: Class::Own,
        who: Who::SignedIn,
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<Me>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let person = people::find(act.conn, act.viewer.id())?;
        Ok(Json(me(&person)?))
    }
}
