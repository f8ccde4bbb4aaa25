//! `POST /applications/{id}/rejection`.

use super::row;
use crate::db::applications;
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_hiring::reasons::{ReasonKind, check_reason};
use evenhand_policy::Class;
use evenhand_shared::{
    Code,
    candidates::{ApplicationRow, Rejection},
    people::Role,
};
use serde_json::json;

/// Rejects an application with a reason. No interview, scorecard or reminder of anyone is touched by it (S3).
pub struct Reject;

impl Operation for Reject {
    const ROUTE: Route = Route {
        id: "applications.reject",
        verb: Verb::Post,
        path: "/applications/{id}/rejection",
        summary: "Rejects an application with a reason",
        class: Class::Gated,
        who: Who::Roles(&[Role::Recruiter, Role::HiringManager]),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Rejection;
    type Answer = Json<ApplicationRow>;

    fn run(act: &mut Act<'_, Rejection>) -> Result<Self::Answer, Failure> {
        let (mut application, own, rights) = row::for_change(act)?;
        let reason = check_reason("/reason", ReasonKind::Short, &act.body.reason)
            .map_err(|fault| Failure::Invalid(vec![fault]))?;
        if application.rejection_reason.is_some() {
            return Err(Failure::refused(Code::Conflict, "This application is rejected already."));
        }
        application.rejection_reason = Some(reason);
        let seen = act.body.version;
        applications::update(act.conn, &mut application, seen)?;
        act.record(
            "application.reject",
            "application",
            &application.id,
            Some(&application.candidate_id),
            json!({}),
        )?;
        row::after_change(act, &application, &own, rights)
    }
}
