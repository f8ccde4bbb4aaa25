//! `GET /candidate-filters`.

use super::{
    TEAM,
    row::{self, Standings},
};
use crate::{
    db::{candidate_list, jobs},
    failure::Failure,
    http::operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::{
    JobId,
    candidate_list::{CandidateFilters, FilterJob, SourceCount},
    jobs::JobStatus,
};

/// Most sources and tags that are offered.
const MOST: i64 = 100;

/// What the list of candidates can be narrowed down to.
pub struct ListFilters;

impl Operation for ListFilters {
    const ROUTE: Route = Route {
        id: "candidates.filters",
        verb: Verb::Get,
        path: "/candidate-filters",
        summary: "Jobs, sources and tags by which the list of candidates can be narrowed down",
        class: Class::Frozen,
        who: Who::Roles(TEAM),
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<CandidateFilters>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let hidden = Standings::load(act.conn, act.viewer)?.frozen();
        let mine = row::mine(act.conn, act.viewer)?;
        let mut ids: Vec<String> = mine.keys().cloned().collect();
        ids.sort_unstable();
        let mut found: Vec<FilterJob> = jobs::list(act.conn, &ids)?
            .into_iter()
            .map(|(id, job)| {
                let recruits = mine.get(&id).is_some_and(|rights| rights.recruiter);
                Ok(FilterJob {
                    stages: job.stages()?,
                    recruits,
                    takes: recruits && job.status()? == JobStatus::Open,
                    id: JobId(id),
                    title: job.title,
                })
            })
            .collect::<Result<_, Failure>>()?;
        found.sort_by(|a, b| (&a.title, a.id.as_str()).cmp(&(&b.title, b.id.as_str())));
        let sources = candidate_list::sources(act.conn, &ids, &hidden, MOST)?
            .into_iter()
            .map(|(source, count)| SourceCount { source, count: u64::try_from(count).unwrap_or(0) })
            .collect();
        let tags = candidate_list::tags(act.conn, &ids, &hidden, MOST)?;
        Ok(Json(CandidateFilters { jobs: found, sources, tags }))
    }
}
