//! `POST /applications/{id}/tags/remove`.

use super::{TEAM, record, rejection};
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::notes::TagName;

/// Takes a tag off an application. One that is not there answers the same (B22).
pub struct RemoveTag;

impl Operation for RemoveTag {
    const ROUTE: Route = Route {
        id: "tags.remove",
        verb: Verb::Post,
        path: "/applications/{id}/tags/remove",
        summary: "Takes a tag off an application",
        class: Class::Gated,
        who: Who::Roles(TEAM),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = TagName;
    type Answer = Json<Vec<String>>;

    fn run(act: &mut Act<'_, TagName>) -> Result<Self::Answer, Failure> {
        let (key, _) = rejection::key(act)?;
        let tag = record::check_tag(&act.body.tag)?;
        record::remove_tag(act, &key, &tag).map(Json)
    }
}
