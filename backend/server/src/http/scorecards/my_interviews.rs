//! `GET /my/interviews`.

use super::page;
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::scorecards::MyInterview;

/// Everything the caller is or was on, from the caller's own rows alone.
pub struct MyInterviews;

impl Operation for MyInterviews {
    const ROUTE: Route = Route {
        id: "my_interviews.list",
        verb: Verb::Get,
        path: "/my/interviews",
        summary: "The caller's own interviews",
        class: Class::Own,
        who: Who::SignedIn,
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<Vec<MyInterview>>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        page::my_interviews(act.conn, act.viewer).map(Json)
    }
}
