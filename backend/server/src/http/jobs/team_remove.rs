//! `POST /jobs/{id}/team/remove`.

use super::view;
use crate::{
    db::jobs,
    failure::Failure,
    http::{
        operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_policy::Class;
use evenhand_shared::{
    Code, JobId,
    jobs::{JobDetail, TeamChange},
    people::Role,
};
use serde_json::json;

/// Takes someone off a job's team. A job is never left without anybody.
pub struct RemoveMember;

impl Operation for RemoveMember {
    const ROUTE: Route = Route {
        id: "jobs.team_remove",
        verb: Verb::Post,
        path: "/jobs/{id}/team/remove",
        summary: "Takes a member off a job's hiring team",
        class: Class::Neutral,
        who: Who::Roles(&[Role::Recruiter, Role::HiringManager]),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = TeamChange;
    type Answer = Json<JobDetail>;

    fn run(act: &mut Act<'_, TeamChange>) -> Result<Self::Answer, Failure> {
        let id: JobId = act.id()?;
        let rights = scope::team(act.conn, act.viewer, &id)?;
        let TeamChange { person_id, role } = act.body.clone();
        if jobs::delete_member(act.conn, &id, &person_id, role)? {
            if jobs::team(act.conn, &id)?.is_empty() {
                return Err(Failure::refused(
                    Code::Conflict,
                    "This is the last member of the team. Add somebody else first; a job is never left alone.",
                ));
            }
            let detail = json!({"person": person_id, "part": role, "oneself": &person_id == act.viewer.id()});
            act.record("job.team_remove", "job", id.as_str(), None, detail)?;
        }
        // The answer is what was asked for with the caller's rights at that time, even when they have just left.
        let rights = match scope::team(act.conn, act.viewer, &id) {
            Ok(now) => now,
            Err(Failure::NotFound) => rights,
            Err(other) => return Err(other),
        };
        Ok(Json(view::detail(act.conn, &id, rights)?))
    }
}
