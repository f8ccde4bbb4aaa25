//! `GET /candidates/{id}`.

use super::row;
use crate::{
    db::{applications, candidates},
    http::scope,
};
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::{
    CandidateId, Timestamp,
    candidates::{ApplicationDetail, CandidateDetail},
    people::Role,
};

/// A candidate's page for the team of one of their jobs; absent while the caller is open on them.
pub struct ReadCandidate;

impl Operation for ReadCandidate {
    const ROUTE: Route = Route {
        id: "candidates.read",
        verb: Verb::Get,
        path: "/candidates/{id}",
        summary: "A candidate with the applications that the caller may see",
        class: Class::Gated,
        who: Who::Roles(&[Role::Recruiter, Role::HiringManager]),
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<CandidateDetail>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let id: CandidateId = act.id()?;
        let own = scope::demand_not_open(act.conn, act.viewer, &id)?;
        let mut found = Vec::new();
        for key in applications::list_keys_of(act.conn, &id)? {
            let job = key.job_id.as_str().into();
            let rights = scope::rights(act.conn, act.viewer, &job)?;
            if !rights.team() {
                continue;
            }
            let stored = applications::find(act.conn, &key.id.as_str().into())?;
            let title = row::job_title(act.conn, &job)?;
            let loops = row::visible_loops(act.conn, &own, rights, &key.id.as_str().into())?;
            found.push(ApplicationDetail {
                row: row::row(act, &own, rights, &title, key)?,
                rejection_reason: stored.rejection_reason,
                created_at: Timestamp(stored.created_at),
                version: stored.version,
                loops,
            });
        }
        if found.is_empty() {
            return Err(Failure::NotFound);
        }
        let person = candidates::find(act.conn, &id)?;
        Ok(Json(CandidateDetail {
            answers: person.answers()?,
            id,
            name: person.name,
            email: person.email,
            phone: person.phone,
            source: person.source,
            zone: person.zone,
            applications: found,
        }))
    }
}
