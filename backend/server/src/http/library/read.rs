//! `GET /library/{id}`.

use super::{WRITERS, view};
use crate::{
    db::library,
    failure::Failure,
    http::operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::{LibraryId, library::LibraryItem};

/// A competency or a kit with its versions, its draft and where it is used.
pub struct ReadItem;

impl Operation for ReadItem {
    const ROUTE: Route = Route {
        id: "library.read",
        verb: Verb::Get,
        path: "/library/{id}",
        summary: "A competency or a kit with its versions, its draft and what uses it",
        class: Class::Neutral,
        who: Who::Roles(WRITERS),
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<LibraryItem>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let id: LibraryId = act.id()?;
        let found = library::find(act.conn, &id)?;
        Ok(Json(view::item(act.conn, act.viewer, found)?))
    }
}
