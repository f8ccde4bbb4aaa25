//! `GET /candidates`.

use super::{
    TEAM,
    row::{self, Standings},
};
use crate::{
    db::applications,
    failure::Failure,
    http::{
        operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_policy::Class;
use evenhand_shared::{JobId, candidates::ApplicationRow};

/// The applications to the caller's jobs, by name: an order that no hidden act moves.
pub struct ListCandidates;

impl Operation for ListCandidates {
    const ROUTE: Route = Route {
        id: "candidates.list",
        verb: Verb::Get,
        path: "/candidates",
        summary: "The applications to the caller's jobs; rows of candidates on whom the caller is blind are constant",
        class: Class::Frozen,
        who: Who::Roles(TEAM),
        door: Door::Read,
        query: &["job"],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<Vec<ApplicationRow>>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let standings = Standings::load(act.conn, act.viewer)?;
        let only = act.parameter("job").map(JobId::from);
        let mut rows: Vec<ApplicationRow> = Vec::new();
        for (job, _, rights) in scope::my_jobs(act.conn, act.viewer)? {
            if only.as_ref().is_some_and(|only| *only != job) {
                continue;
            }
            let keys = applications::list_keys(act.conn, &job)?;
            let full = row::of_job(act.conn, &standings, &job, rights, keys)?;
            rows.extend(full.into_iter().map(|full| full.row));
        }
        rows.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
        Ok(Json(rows))
    }
}
