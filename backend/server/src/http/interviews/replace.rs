//! `POST /assignments/{id}/replacement`.

use crate::{
    db::{applications, assignments, interviews},
    failure::all_good,
    http::{
        loops::{panel, view},
        scope,
    },
};
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::{
    AssignmentId, Code,
    loops::{NewSlot, PanelChanged, Replacement, SlotState},
    people::Role,
};
use serde_json::json;

/// Gives a place to someone else, as the same part. Changes of the roster never release anything (S6).
pub struct Replace;

impl Operation for Replace {
    const ROUTE: Route = Route {
        id: "assignments.replace",
        verb: Verb::Post,
        path: "/assignments/{id}/replacement",
        summary: "Gives a panelist's place to someone else",
        class: Class::Gated,
        who: Who::Roles(&[Role::Recruiter, Role::HiringManager]),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Replacement;
    type Answer = Json<PanelChanged>;

    fn run(act: &mut Act<'_, Replacement>) -> Result<Self::Answer, Failure> {
        let id: AssignmentId = act.id()?;
        let (scope, place) = scope::team_assignment(act.conn, act.viewer, &id)?;
        let interview = interviews::find(act.conn, &place.interview_id.as_str().into())?;
        let slot =
            NewSlot { person_id: act.body.person_id.clone(), kind: place.kind()?, required: place.required };
        let mut faults = Vec::new();
        panel::check_person(act.conn, "/person_id", &slot, &mut faults)?;
        panel::check_free(act.conn, "/person_id", &interview, &slot.person_id, &mut faults)?;
        all_good(faults)?;
        let state = place.state()?;
        if interview.cancelled || !(state.stands() || state == SlotState::Declined) {
            return Err(Failure::refused(Code::Conflict, "This place is not open to be taken over."));
        }
        assignments::set_state(act.conn, &place.id, SlotState::Replaced)?;
        let application = applications::find(act.conn, &scope.row.application_id.as_str().into())?;
        let frozen = panel::freeze(act.conn, &scope.row, application.stage)?;
        panel::assign(act, &scope.row, &interview, &slot, &frozen)?;
        let detail = json!({"person": slot.person_id});
        act.record("assignment.replace", "assignment", id.as_str(), Some(&scope.row.candidate_id), detail)?;
        view::after_panel_change(act, &scope.row.id.as_str().into(), &[slot.person_id])
    }
}
