//! `POST /my/views/removal`.

use super::TEAM;
use crate::{
    db::saved_views,
    failure::Failure,
    http::operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::candidate_list::{SavedView, ViewName};

/// Forgets a view; one that is not there is forgotten already.
pub struct ForgetView;

impl Operation for ForgetView {
    const ROUTE: Route = Route {
        id: "views.forget",
        verb: Verb::Post,
        path: "/my/views/removal",
        summary: "Forgets a view of the list of candidates",
        class: Class::Own,
        who: Who::Roles(TEAM),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = ViewName;
    type Answer = Json<Vec<SavedView>>;

    fn run(act: &mut Act<'_, ViewName>) -> Result<Self::Answer, Failure> {
        saved_views::delete(act.conn, act.viewer.id(), &act.body.name)?;
        saved_views::list(act.conn, act.viewer.id()).map(Json)
    }
}
