//! `PATCH /jobs/{id}`.

use super::view;
use crate::{
    db::{
        Conn,
        jobs::{self, Job},
        ladder,
    },
    failure::{Failure, all_good},
    http::{
        operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_hiring::jobs::check_about;
use evenhand_policy::Class;
use evenhand_shared::{
    JobId,
    jobs::{JobAbout, JobChange, JobDetail},
    people::Role,
};
use serde_json::json;

/// Changes what a job is about. Plans and loops keep the words that they were written with.
pub struct ChangeJob;

impl Operation for ChangeJob {
    const ROUTE: Route = Route {
        id: "jobs.change",
        verb: Verb::Patch,
        path: "/jobs/{id}",
        summary: "Changes what a job is about",
        class: Class::Neutral,
        who: Who::Roles(&[Role::Recruiter, Role::HiringManager]),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = JobChange;
    type Answer = Json<JobDetail>;

    fn run(act: &mut Act<'_, JobChange>) -> Result<Self::Answer, Failure> {
        let id: JobId = act.id()?;
        let rights = scope::team(act.conn, act.viewer, &id)?;
        let JobChange { version, about } = act.body.clone();
        all_good(check_about(&about))?;
        let mut job = jobs::find(act.conn, &id)?;
        take_over(act.conn, &mut job, about)?;
        jobs::update(act.conn, &mut job, version)?;
        act.record("job.change", "job", id.as_str(), None, json!({}))?;
        Ok(Json(view::detail(act.conn, &id, rights)?))
    }
}

/// Puts checked words into a job.
pub fn take_over(conn: &mut Conn, job: &mut Job, about: JobAbout) -> Result<(), Failure> {
    let level = match &about.ladder_level {
        None => about.level.trim().to_owned(),
        Some(id) => match ladder::find(conn, id) {
            // Kept as words as well, for readers who know no ladder, such as a plan's file.
            Ok(level) => level.content.name,
            Err(Failure::NotFound) => {
                return Err(Failure::field(
                    "/about/ladder_level",
                    "unknown",
                    "Choose a level of the ladder.",
                ));
            }
            Err(other) => return Err(other),
        },
    };
    job.title = about.title.trim().to_owned();
    job.level = level;
    job.ladder_level = about.ladder_level.map(|level| level.0);
    job.summary = about.summary.trim().to_owned();
    job.currency = about.band.currency;
    job.band_low = about.band.low;
    job.band_high = about.band.high;
    job.flexibility = about.flexibility.trim().to_owned();
    Ok(())
}
