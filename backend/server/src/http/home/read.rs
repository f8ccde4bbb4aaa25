//! `GET /home`.

use super::{
    loops::{self, Collected},
    matters::{self, MOST, Pile, WEEK},
};
use crate::{
    db::{
        applications::{self, Idle},
        jobs,
    },
    failure::Failure,
    http::{
        operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_policy::{Class, JobRights, Standing, standing};
use evenhand_shared::{
    CandidateId, JobId,
    home::{HiringHome, MatterKind},
    jobs::JobStatus,
    people::Role,
};
use std::collections::HashMap;

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
        let Collected { matters, collecting } = loops::matters(act, &own, &mine, &running, &open, &titles)?;
        let mut pile = Pile::new(matters);
        let week_ago = act.now.plus(-WEEK);
        for (kind, which) in
            [(MatterKind::Arrived, Idle::Arrived(week_ago)), (MatterKind::Waiting, Idle::Waiting(week_ago))]
        {
            let most = i64::try_from(MOST).unwrap_or(i64::MAX);
            let (count, first) = applications::list_idle(act.conn, &running, &open, which, most)?;
            let left =
                u64::try_from(count).unwrap_or(0).saturating_sub(u64::try_from(first.len()).unwrap_or(0));
            for application in first {
                let title = titles.get(&application.job_id).cloned().unwrap_or_default();
                pile.add(matters::of_application(kind, &application, title));
            }
            pile.add_unseen(kind, left);
        }
        Ok(Json(pile.home(collecting)))
    }
}

/// Rights by job.
pub type Mine = HashMap<String, JobRights>;
/// Titles by job.
pub type Titles = HashMap<String, String>;
/// The caller's own places by candidate.
pub type Own = HashMap<CandidateId, Vec<evenhand_policy::OwnSlot>>;

/// A job's rights; none for a job of others.
pub fn rights(mine: &Mine, job: &JobId) -> JobRights {
    mine.get(job.as_str()).copied().unwrap_or(JobRights::NONE)
}
