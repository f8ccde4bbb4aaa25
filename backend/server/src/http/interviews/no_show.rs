//! `POST /interviews/{id}/no-show`.

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

/// Notes that the candidate did not come: no card is owed, and nothing is released by it (S6).
pub struct InterviewNoShow;

impl Operation for InterviewNoShow {
    const ROUTE: Route = Route {
        id: "interviews.no_show",
        verb: Verb::Post,
        path: "/interviews/{id}/no-show",
        summary: "Notes that the candidate did not come",
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
        panel::void(act.conn, &mut interview, SlotState::NoShow)?;
        act.record("interview.no_show", "interview", id.as_str(), Some(&scope.row.candidate_id), json!({}))?;
        view::detail(act.conn, &scope, act.now).map(Json)
    }
}
