//! `GET /candidates`.

use super::row;
use crate::{db::applications, http::scope};
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::{JobId, candidates::ApplicationRow, people::Role};

/// The applications of the caller's jobs, by name. Rows about candidates on whom the caller is open are constants.
pub struct ListCandidates;

impl Operation for ListCandidates {
    const ROUTE: Route = Route {
        id: "candidates.list",
        verb: Verb::Get,
        path: "/candidates",
        summary: "The candidates of the caller's jobs",
        class: Class::Frozen,
        who: Who::Roles(&[Role::Recruiter, Role::HiringManager]),
        door: Door::Read,
        query: &["job"],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<Vec<ApplicationRow>>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let own = scope::own_by_candidate(act.conn, act.viewer)?;
        let only = act.parameter("job").map(JobId::from);
        let mut rows = Vec::new();
        for (job, _, rights) in scope::my_jobs(act.conn, act.viewer)? {
            if only.as_ref().is_some_and(|only| *only != job) {
                continue;
            }
            let title = row::job_title(act.conn, &job)?;
            for key in applications::list_keys(act.conn, &job)? {
                let slots = own.get(&key.candidate_id.as_str().into()).map_or(&[][..], Vec::as_slice);
                rows.push(row::row(act, slots, rights, &title, key)?);
            }
        }
        rows.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
        Ok(Json(rows))
    }
}
