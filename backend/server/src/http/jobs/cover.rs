//! `POST /jobs/{id}/covers`.

use super::view;
use crate::{
    db::{job_covers, jobs, people},
    failure::Failure,
    http::{
        covers,
        operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
        profile::teams::role_of,
        scope,
    },
};
use evenhand_policy::Class;
use evenhand_shared::{
    JobId, PersonId,
    jobs::{CoverChange, JobDetail},
    people::{PersonState, Role},
};
use serde_json::json;

/// Names who acts for a member of the team on candidates on whom that member is open (S5), or ends it. It is a fact about the job, the
/// same for whoever sits on any panel.
pub struct NameCover;

/// A cover holds what they are to act with, can log in, and is somebody else.
fn check(act: &mut Act<'_, CoverChange>, id: &JobId, cover: &PersonId) -> Result<(), Failure> {
    let refused = |code, message: &str| Err(Failure::field("/cover_id", code, message));
    if cover == &act.body.person_id {
        return refused("yourself", "Choose somebody else.");
    }
    let found = match people::find(act.conn, cover) {
        Ok(found) => found,
        Err(Failure::NotFound) => return refused("unknown", "Choose somebody from the list of people."),
        Err(other) => return Err(other),
    };
    if found.state() != PersonState::Active {
        return refused("not_here", "Choose somebody who can log in.");
    }
    let held = found.roles()?;
    let person = act.body.person_id.clone();
    let needed: Vec<Role> = jobs::parts(act.conn, id, &person)?.into_iter().map(role_of).collect();
    match needed.into_iter().find(|role| !held.contains(role)) {
        None => Ok(()),
        Some(role) => {
            let role = role.words().to_lowercase();
            refused("wrong_role", &format!("Choose somebody with the role {role}."))
        }
    }
}

impl Operation for NameCover {
    const ROUTE: Route = Route {
        id: "jobs.cover",
        verb: Verb::Post,
        path: "/jobs/{id}/covers",
        summary: "Names who acts for a member of the team while that member is on a panel",
        class: Class::Neutral,
        who: Who::Roles(&[Role::Recruiter, Role::HiringManager]),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = CoverChange;
    type Answer = Json<JobDetail>;

    fn run(act: &mut Act<'_, CoverChange>) -> Result<Self::Answer, Failure> {
        let id: JobId = act.id()?;
        let rights = scope::team(act.conn, act.viewer, &id)?;
        let CoverChange { person_id, cover_id } = act.body.clone();
        if jobs::parts(act.conn, &id, &person_id)?.is_empty() {
            return Err(Failure::field("/person_id", "not_on_team", "Choose somebody of the job's team."));
        }
        let changed = match &cover_id {
            None => job_covers::delete(act.conn, &id, &person_id)?,
            Some(cover) => {
                check(act, &id, cover)?;
                let known = job_covers::list_covered(act.conn, &id, cover)?.contains(&person_id);
                if !known {
                    job_covers::put(act.conn, &id, &person_id, cover, act.viewer.id(), act.now)?;
                    covers::tell_named(act, &id, &person_id, cover)?;
                }
                !known
            }
        };
        if changed {
            let detail = json!({"person": person_id, "cover": cover_id});
            act.record("job.cover", "job", id.as_str(), None, detail)?;
        }
        Ok(Json(view::detail(act.conn, &id, rights)?))
    }
}
