//! `POST /jobs/{id}/outcomes`.

use super::view;
use crate::{
    db::{jobs, words::document},
    failure::{Failure, all_good},
    http::{
        operation::{Act, Door, Json, MEDIUM, Operation, Route, Verb, Who},
        scope,
    },
};
use evenhand_hiring::jobs::check_outcomes;
use evenhand_policy::Class;
use evenhand_shared::{
    JobId,
    jobs::{JobDetail, JobOutcome, OutcomesChange},
    people::Role,
};
use serde_json::json;

/// Writes the results that the hire must bring about. Plans that refer to them keep their own words.
pub struct ChangeOutcomes;

impl Operation for ChangeOutcomes {
    const ROUTE: Route = Route {
        id: "jobs.outcomes",
        verb: Verb::Post,
        path: "/jobs/{id}/outcomes",
        summary: "Writes the measurable results of a job",
        class: Class::Neutral,
        who: Who::Roles(&[Role::Recruiter, Role::HiringManager]),
        door: Door::Write,
        query: &[],
        limit: MEDIUM,
        status: 200,
    };
    type Body = OutcomesChange;
    type Answer = Json<JobDetail>;

    fn run(act: &mut Act<'_, OutcomesChange>) -> Result<Self::Answer, Failure> {
        let id: JobId = act.id()?;
        let rights = scope::team(act.conn, act.viewer, &id)?;
        let OutcomesChange { version, outcomes } = act.body.clone();
        all_good(check_outcomes(&outcomes))?;
        let trimmed = outcomes.into_iter().map(|outcome| JobOutcome {
            key: outcome.key,
            text: outcome.text.trim().to_owned(),
            measure: outcome.measure.trim().to_owned(),
            target: outcome.target.trim().to_owned(),
            due: outcome.due.trim().to_owned(),
        });
        let mut job = jobs::find(act.conn, &id)?;
        job.outcomes = document(&trimmed.collect::<Vec<_>>())?;
        jobs::update(act.conn, &mut job, version)?;
        act.record("job.outcomes", "job", id.as_str(), None, json!({}))?;
        Ok(Json(view::detail(act.conn, &id, rights)?))
    }
}
