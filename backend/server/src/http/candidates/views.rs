//! `GET /my/views`.

use super::TEAM;
use crate::{
    db::saved_views,
    failure::Failure,
    http::operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::candidate_list::SavedView;

/// The views that the caller keeps.
pub struct ListViews;

impl Operation for ListViews {
    const ROUTE: Route = Route {
        id: "views.list",
        verb: Verb::Get,
        path: "/my/views",
        summary: "The views of the list of candidates that the caller keeps, by name",
        class: Class::Own,
        who: Who::Roles(TEAM),
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<Vec<SavedView>>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        saved_views::list(act.conn, act.viewer.id()).map(Json)
    }
}
