//! `POST /applications/{id}/tags`.

use super::{TEAM, record, rejection};
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::notes::TagName;

/// Puts a tag on an application. One that is there already is no fault.
pub struct AddTag;

impl Operation for AddTag {
    const ROUTE: Route = Route {
        id: "tags.add",
        verb: Verb::Post,
        path: "/applications/{id}/tags",
        summary: "Puts a tag on an application",
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
        record::add_tag(act, &key, &tag).map(Json)
    }
}
