//! `GET /ladder`.

use crate::{
    db::ladder,
    failure::Failure,
    http::operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::ladder::LadderLevel;

/// Every level with its criteria and bands, for everyone inside.
pub struct ReadLadder;

impl Operation for ReadLadder {
    const ROUTE: Route = Route {
        id: "ladder.read",
        verb: Verb::Get,
        path: "/ladder",
        summary: "The career ladder: levels, criteria and pay bands",
        class: Class::Neutral,
        who: Who::SignedIn,
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<Vec<LadderLevel>>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        Ok(Json(ladder::list(act.conn)?))
    }
}
