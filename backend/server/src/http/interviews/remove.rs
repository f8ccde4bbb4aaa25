//! `POST /assignments/{id}/removal`.

use crate::{
    db::assignments,
    http::{loops::view, scope},
};
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::{
    AssignmentId, Code,
    loops::{LoopDetail, SlotState},
    people::Role,
};
use serde_json::json;

/// Takes someone off a panel. They stay blind on this loop until its release (S5).
pub struct RemovePanelist;

impl Operation for RemovePanelist {
    const ROUTE: Route = Route {
        id: "assignments.remove",
        verb: Verb::Post,
        path: "/assignments/{id}/removal",
        summary: "Takes someone off a panel",
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
        let id: AssignmentId = act.id()?;
        let (scope, place) = scope::team_assignment(act.conn, act.viewer, &id)?;
        let state = place.state()?;
        if !(state.stands() || state == SlotState::Declined) {
            return Err(Failure::refused(Code::Conflict, "This place is void already."));
        }
        assignments::set_state(act.conn, &place.id, SlotState::Cancelled)?;
        act.record("assignment.remove", "assignment", id.as_str(), Some(&scope.row.candidate_id), json!({}))?;
        view::detail(act.conn, &scope, act.now).map(Json)
    }
}
