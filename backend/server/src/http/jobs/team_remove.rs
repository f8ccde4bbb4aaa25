//! `POST /jobs/{id}/team/remove`.

use super::view;
use crate::{
    db::{Conn, job_covers, jobs, people},
    failure::Failure,
    http::{
        operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
        profile::teams::role_of,
        scope,
    },
};
use evenhand_policy::Class;
use evenhand_shared::{
    Code, JobId,
    jobs::{JobDetail, TeamChange, TeamRole},
    people::{PersonState, Role},
};
use serde_json::json;

/// Takes someone off a job's team. Nobody opens a debrief without a hiring manager and nothing comes in without a recruiter, so the last
/// one of either who can act goes only after a successor was added.
pub struct RemoveMember;

/// Whether somebody in this part of the team can act in it.
fn somebody_left(conn: &mut Conn, job: &JobId, part: TeamRole) -> Result<bool, Failure> {
    for (person, _) in jobs::team(conn, job)?.into_iter().filter(|(_, role)| *role == part) {
        let person = people::find(conn, &person)?;
        if person.state() != PersonState::Deactivated && person.roles()?.contains(&role_of(part)) {
            return Ok(true);
        }
    }
    Ok(false)
}

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
            if !somebody_left(act.conn, &id, role)? {
                let part = role_of(role).words().to_lowercase();
                return Err(Failure::refused(
                    Code::Conflict,
                    format!(
                        "This is the last {part} of the job. Add a successor first, then take this person off."
                    ),
                ));
            }
            if jobs::parts(act.conn, &id, &person_id)?.is_empty() {
                job_covers::delete(act.conn, &id, &person_id)?;
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
