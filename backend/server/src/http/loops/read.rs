//! `GET /loops/{id}`.

use super::view;
use crate::http::scope;
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::{loops::LoopDetail, people::Role};

/// A loop's page for the team: progress, never content.
pub struct ReadLoop;

impl Operation for ReadLoop {
    const ROUTE: Route = Route {
        id: "loops.read",
        verb: Verb::Get,
        path: "/loops/{id}",
        summary: "A loop with its panel and progress",
        class: Class::Gated,
        who: Who::Roles(&[Role::Recruiter, Role::HiringManager]),
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<LoopDetail>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let id = act.id()?;
        let scope = scope::team_loop(act.conn, act.viewer, &id)?;
        view::detail(act.conn, &scope, act.now).map(Json)
    }
}
