//! `POST /jobs`.

use super::{change, view};
use crate::{
    db::{
        jobs::{self, Job},
        words::{document, word},
    },
    failure::{Failure, all_good},
    http::{
        operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_hiring::jobs::{check_about, check_key, check_stages};
use evenhand_policy::Class;
use evenhand_shared::{
    JobId,
    jobs::{JobDetail, JobOutcome, JobStatus, NewJob, TeamRole},
    people::Role,
};
use serde_json::json;

/// Makes a draft. Whoever makes it is its recruiter; nothing comes in before it is opened.
pub struct CreateJob;

impl Operation for CreateJob {
    const ROUTE: Route = Route {
        id: "jobs.create",
        verb: Verb::Post,
        path: "/jobs",
        summary: "Makes a job as a draft",
        class: Class::Neutral,
        who: Who::Roles(&[Role::Recruiter]),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 201,
    };
    type Body = NewJob;
    type Answer = Json<JobDetail>;

    fn run(act: &mut Act<'_, NewJob>) -> Result<Self::Answer, Failure> {
        let NewJob { key, about, stages } = act.body.clone();
        let mut faults = check_about(&about);
        check_key("/key", &key, &mut faults);
        let names: Vec<&str> = stages.iter().map(String::as_str).collect();
        check_stages(&names, |n| format!("/stages/{n}"), &mut faults);
        all_good(faults)?;
        if jobs::find_by_key(act.conn, &key)?.is_some() {
            // That a key is taken tells nothing about candidates; keys are shared by the whole organisation.
            let message = format!("A job with the short name \"{key}\" exists already; choose another.");
            return Err(Failure::field("/key", "key_taken", message));
        }
        let id: JobId = act.ids.object("job", &key, 0);
        let stages: Vec<&str> = stages.iter().map(|stage| stage.trim()).collect();
        let mut job = Job {
            id: id.as_str().to_owned(),
            key,
            created_at: act.now.0,
            title: String::new(),
            level: String::new(),
            ladder_level: None,
            summary: String::new(),
            currency: String::new(),
            band_low: 0,
            band_high: 0,
            flexibility: String::new(),
            stages: document(&stages)?,
            outcomes: document::<[JobOutcome; 0]>(&[])?,
            status: word(&JobStatus::Draft)?,
            opened_at: None,
            closed_at: None,
            closed_as: None,
            closed_words: None,
            version: 1,
        };
        change::take_over(act.conn, &mut job, about)?;
        jobs::insert(act.conn, &job)?;
        act.record("job.create", "job", id.as_str(), None, json!({}))?;
        let viewer = act.viewer.id().clone();
        jobs::insert_member(act.conn, &id, &viewer, TeamRole::Recruiter)?;
        let detail = json!({"person": viewer, "part": TeamRole::Recruiter, "oneself": true});
        act.record("job.team_add", "job", id.as_str(), None, detail)?;
        let rights = scope::team(act.conn, act.viewer, &id)?;
        Ok(Json(view::detail(act.conn, &id, rights)?))
    }
}
