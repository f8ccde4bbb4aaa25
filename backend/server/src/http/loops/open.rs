//! `POST /loops/{id}/opening`.

use super::view;
use crate::{
    db::releases::{self, ReleaseRow},
    http::scope,
};
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_hiring::reasons::{ReasonKind, check_reason};
use evenhand_policy::Class;
use evenhand_shared::{
    Code, LoopId,
    loops::{LoopDetail, Opening, ReleaseKind},
    people::Role,
};
use serde_json::json;

/// Reveals the loop to closed people, complete or not. A reason is always asked for, so that the question tells nothing (S9).
pub struct OpenLoop;

impl Operation for OpenLoop {
    const ROUTE: Route = Route {
        id: "loops.open",
        verb: Verb::Post,
        path: "/loops/{id}/opening",
        summary: "Opens the debrief and reveals the scorecards to people without an open one",
        class: Class::Gated,
        who: Who::Roles(&[Role::Recruiter, Role::HiringManager]),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Opening;
    type Answer = Json<LoopDetail>;

    fn run(act: &mut Act<'_, Opening>) -> Result<Self::Answer, Failure> {
        let id: LoopId = act.id()?;
        let scope = scope::team_loop(act.conn, act.viewer, &id)?;
        if !scope.rights.hiring_manager {
            return Err(Failure::refused(
                Code::Forbidden,
                "Only the hiring manager of this job opens the debrief.",
            ));
        }
        let reason = check_reason("/reason", ReasonKind::Full, &act.body.reason)
            .map_err(|fault| Failure::Invalid(vec![fault]))?;
        if releases::find(act.conn, &id)?.is_some() {
            return Err(Failure::refused(Code::Conflict, "This loop is revealed already."));
        }
        let release = ReleaseRow {
            at: act.now,
            kind: ReleaseKind::Opened,
            by: Some(act.viewer.id().clone()),
            reason: Some(reason),
        };
        releases::insert(act.conn, &id, &release)?;
        act.record(
            "loop.release",
            "loop",
            id.as_str(),
            Some(&scope.row.candidate_id),
            json!({"kind": "opened"}),
        )?;
        view::detail(act.conn, &scope, act.now).map(Json)
    }
}
