//! `POST /applications/{id}/rejection`.

use super::{TEAM, row};
use crate::{
    db::applications,
    failure::Failure,
    http::{
        operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_hiring::reasons::{ReasonKind, check_reason};
use evenhand_policy::Class;
use evenhand_shared::{
    ApplicationId, Code, JobId,
    candidates::{ApplicationRow, Rejection},
};
use serde_json::json;

/// Rejects an application with a reason. No interview and no card is touched by it (S3): calling off an interview is an act
/// of its own.
pub struct Reject;

impl Operation for Reject {
    const ROUTE: Route = Route {
        id: "applications.reject",
        verb: Verb::Post,
        path: "/applications/{id}/rejection",
        summary: "Rejects an application with a reason",
        class: Class::Gated,
        who: Who::Roles(TEAM),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Rejection;
    type Answer = Json<ApplicationRow>;

    fn run(act: &mut Act<'_, Rejection>) -> Result<Self::Answer, Failure> {
        let id: ApplicationId = act.id()?;
        let key = applications::find_key(act.conn, &id)?;
        scope::demand_not_open(act.conn, act.viewer, &key.candidate_id.as_str().into())?;
        let job = JobId(key.job_id.clone());
        let rights = scope::team(act.conn, act.viewer, &job)?;
        let reason = check_reason("/reason", ReasonKind::Short, &act.body.reason)
            .map_err(|fault| Failure::Invalid(vec![fault]))?;
        let mut application = applications::find(act.conn, &id)?;
        if application.version != act.body.version {
            return Err(Failure::stale());
        }
        if application.rejection_reason.is_some() {
            return Err(Failure::refused(Code::Conflict, "This application was rejected already."));
        }
        application.rejection_reason = Some(reason);
        applications::update(act.conn, &mut application, act.body.version)?;
        act.record("application.reject", "application", id.as_str(), Some(&key.candidate_id), json!({}))?;
        Ok(Json(row::one(act.conn, act.viewer, key, rights)?))
    }
}
