//! `POST /interviews/{id}/cancellation`.

use crate::http::{
    loops::{panel, view},
    scope,
};
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::{
    InterviewId,
    loops::{LoopDetail, SlotState},
    people::Role,
};
use serde_json::json;

/// Calls an interview off: a logistics act that reveals nothing and releases nothing (S3, S6).
pub struct CancelInterview;

impl Operation for CancelInterview {
    const ROUTE: Route = Route {
        id: "interviews.cancel",
        verb: Verb::Post,
        path: "/interviews/{id}/cancellation",
        summary: "Calls an interview off",
        class: Class::Gated,
        who: Who::Roles(&[Role::Recruiter, Role::HiringManager]),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<LoopDetail>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let id: InterviewId = act.id()?;
        let (scope, mut interview) = scope::team_interview(act.conn, act.viewer, &id)?;
        panel::void(act.conn, &mut interview, SlotState::Cancelled)?;
        act.record("interview.cancel", "interview", id.as_str(), Some(&scope.row.candidate_id), json!({}))?;
        view::detail(act.conn, &scope, act.now).map(Json)
    }
}
