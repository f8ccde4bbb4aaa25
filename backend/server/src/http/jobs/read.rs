//! `GET /jobs/{id}`.

use super::view;
use crate::{
    failure::Failure,
    http::{
        operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_policy::Class;
use evenhand_shared::{JobId, jobs::JobDetail, people::Role};

/// A job with its team.
pub struct ReadJob;

impl Operation for ReadJob {
    const ROUTE: Route = Route {
        id: "jobs.read",
        verb: Verb::Get,
        path: "/jobs/{id}",
        summary: "A job with its hiring team",
        class: Class::Neutral,
        who: Who::Roles(&[Role::Recruiter, Role::HiringManager]),
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<JobDetail>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let id: JobId = act.id()?;
        let rights = scope::team(act.conn, act.viewer, &id)?;
        Ok(Json(view::detail(act.conn, &id, rights)?))
    }
}
