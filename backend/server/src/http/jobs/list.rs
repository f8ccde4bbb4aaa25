//! `GET /jobs`.

use super::view;
use crate::{
    db::jobs,
    failure::Failure,
    http::{
        operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_policy::Class;
use evenhand_shared::jobs::JobRow;

/// The jobs on whose team the caller is.
pub struct ListJobs;

impl Operation for ListJobs {
    const ROUTE: Route = Route {
        id: "jobs.list",
        verb: Verb::Get,
        path: "/jobs",
        summary: "The jobs on whose hiring team the caller is",
        class: Class::Neutral,
        who: Who::SignedIn,
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<Vec<JobRow>>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let mine = scope::my_jobs(act.conn, act.viewer)?;
        let ids: Vec<String> = mine.iter().map(|(id, _, _)| id.as_str().to_owned()).collect();
        let mut jobs = jobs::list(act.conn, &ids)?;
        let mine: Vec<_> = mine
            .into_iter()
            .filter_map(|(id, _, rights)| Some((jobs.remove(id.as_str())?, rights)))
            .collect();
        Ok(Json(view::rows(act.conn, &mine)?))
    }
}
