//! `GET /home`.

use super::{
    loops::{self, Collected},
    matters::{self, Pile, WEEK},
};
use crate::{
    db::{applications, jobs},
    failure::Failure,
    http::{
        operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_policy::{Class, JobRights, Standing, standing};
use evenhand_shared::{
    CandidateId, JobId, Timestamp,
    home::{HiringHome, MatterKind},
    jobs::JobStatus,
    people::Role,
};
use std::collections::{HashMap, HashSet};

/// What needs the hiring team now, over persons on whom the caller is not open (S30).
pub struct ReadHome;

impl Operation for ReadHome {
    const ROUTE: Route = Route {
        id: "home.read",
        verb: Verb::Get,
        path: "/home",
        summary: "What is stuck, what breaks a promise next, what came in, what is complete",
        class: Class::Frozen,
        who: Who::Roles(&[Role::Recruiter, Role::HiringManager]),
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<HiringHome>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        // The caller's own rows come before anything else.
        let own = scope::own_by_candidate(act.conn, act.viewer)?;
        let mut open: Vec<String> = own
            .iter()
            .filter(|(_, slots)| standing(slots) == Standing::Open)
            .map(|(candidate, _)| candidate.as_str().to_owned())
            .collect();
        open.sort();
        let mine: HashMap<String, JobRights> = scope::my_jobs(act.conn, act.viewer)?
            .into_iter()
            .map(|(job, _, rights)| (job.0, rights))
            .collect();
        let ids: Vec<String> = mine.keys().cloned().collect();
        let titles: HashMap<String, String> = jobs::list(act.conn, &ids)?
            .into_iter()
            .map(|(id, job)| Ok((job.status()?, id, job.title)))
            .filter(|job: &Result<_, Failure>| !matches!(job, Ok((JobStatus::Closed, _, _))))
            .map(|job| job.map(|(_, id, title)| (id, title)))
            .collect::<Result<_, Failure>>()?;
        let mut running: Vec<String> = titles.keys().cloned().collect();
        running.sort();
        let applications = applications::list_undecided(act.conn, &running, &open)?;
        let names: HashMap<&str, &str> =
            applications.iter().map(|a| (a.id.as_str(), a.name.as_str())).collect();

        let Collected { matters, with_loop, collecting } =
            loops::matters(act, &own, &mine, &running, &titles, &names)?;
        let mut pile = Pile::new(matters);
        for application in applications.iter().filter(|a| !with_loop.contains(&a.id)) {
            let title = || titles.get(&application.job_id).cloned().unwrap_or_default();
            let (arrived, since) = (Timestamp(application.created_at), Timestamp(application.stage_since));
            if act.now.since(arrived) <= WEEK {
                pile.add(matters::of_application(MatterKind::Arrived, arrived, application, title()));
            } else if act.now.since(since) > WEEK {
                pile.add(matters::of_application(MatterKind::Waiting, since, application, title()));
            }
        }
        Ok(Json(pile.home(collecting)))
    }
}

/// Applications that have a loop.
pub type WithLoop = HashSet<String>;
/// Rights by job.
pub type Mine = HashMap<String, JobRights>;
/// Titles by job.
pub type Titles = HashMap<String, String>;
/// Names by application.
pub type Names<'a> = HashMap<&'a str, &'a str>;
/// The caller's own places by candidate.
pub type Own = HashMap<CandidateId, Vec<evenhand_policy::OwnSlot>>;

/// A job's rights; none for a job of others.
pub fn rights(mine: &Mine, job: &JobId) -> JobRights {
    mine.get(job.as_str()).copied().unwrap_or(JobRights::NONE)
}
