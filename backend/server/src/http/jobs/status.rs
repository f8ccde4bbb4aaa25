//! `POST /jobs/{id}/status`.

use super::view;
use crate::{
    db::{jobs, words::word},
    failure::Failure,
    http::{
        operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_hiring::jobs::{MoveRefused, check_move};
use evenhand_policy::Class;
use evenhand_shared::{
    Code, JobId,
    jobs::{JobDetail, JobMove, JobStatus},
    people::Role,
};
use serde_json::json;

/// Opens, pauses, closes or reopens a job. Nothing follows for candidates, loops or cards (S3): running loops go on.
pub struct MoveJob;

impl Operation for MoveJob {
    const ROUTE: Route = Route {
        id: "jobs.status",
        verb: Verb::Post,
        path: "/jobs/{id}/status",
        summary: "Opens, pauses, closes or reopens a job",
        class: Class::Neutral,
        who: Who::Roles(&[Role::Recruiter, Role::HiringManager]),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = JobMove;
    type Answer = Json<JobDetail>;

    fn run(act: &mut Act<'_, JobMove>) -> Result<Self::Answer, Failure> {
        let id: JobId = act.id()?;
        let rights = scope::team(act.conn, act.viewer, &id)?;
        let mut job = jobs::find(act.conn, &id)?;
        let asked = act.body.clone();
        if job.version != asked.version {
            return Err(Failure::stale());
        }
        let was = job.status()?;
        let closing = check_move(was, &asked).map_err(|why| match why {
            MoveRefused::Status(words) => Failure::refused(Code::Conflict, words),
            MoveRefused::Fields(faults) => Failure::Invalid(faults),
        })?;
        job.status = word(&asked.status)?;
        job.closed_at = closing.as_ref().map(|_| act.now.0);
        job.closed_as = closing.as_ref().map(|(how, _)| word(how)).transpose()?;
        job.closed_words = closing.map(|(_, reason)| reason);
        if asked.status == JobStatus::Open {
            job.opened_at = job.opened_at.or(Some(act.now.0));
        }
        jobs::update(act.conn, &mut job, asked.version)?;
        let action = match (was, asked.status) {
            (JobStatus::Closed, _) => "job.reopen",
            (_, JobStatus::Closed) => "job.close",
            (_, JobStatus::Paused) => "job.pause",
            (_, JobStatus::Open | JobStatus::Draft) => "job.open",
        };
        act.record(action, "job", id.as_str(), None, json!({"how": asked.how}))?;
        Ok(Json(view::detail(act.conn, &id, rights)?))
    }
}
