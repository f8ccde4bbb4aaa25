//! `POST /interviews/{id}/panel`.

use crate::{
    db::applications,
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
    Code, InterviewId,
    loops::{NewSlot, PanelChanged},
    people::Role,
};
use serde_json::json;

/// Puts someone on an interview. Whoever assigns themselves is blind from then on.
pub struct AddPanelist;

impl Operation for AddPanelist {
    const ROUTE: Route = Route {
        id: "interviews.add_panelist",
        verb: Verb::Post,
        path: "/interviews/{id}/panel",
        summary: "Puts someone on an interview's panel",
        class: Class::Gated,
        who: Who::Roles(&[Role::Recruiter, Role::HiringManager]),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 201,
    };
    type Body = NewSlot;
    type Answer = Json<PanelChanged>;

    fn run(act: &mut Act<'_, NewSlot>) -> Result<Self::Answer, Failure> {
        let id: InterviewId = act.id()?;
        let (scope, interview) = scope::team_interview(act.conn, act.viewer, &id)?;
        let slot = act.body.clone();
        let mut faults = Vec::new();
        panel::check_person(act.conn, "/person_id", &slot, &mut faults)?;
        panel::check_free(act.conn, "/person_id", &interview, &slot.person_id, &mut faults)?;
        all_good(faults)?;
        if interview.cancelled {
            return Err(Failure::refused(Code::Conflict, "This interview was called off."));
        }
        let application = applications::find(act.conn, &scope.row.application_id.as_str().into())?;
        let frozen = panel::freeze(act.conn, &scope.row, application.stage)?;
        panel::assign(act, &scope.row, &interview, &slot, &frozen)?;
        let detail = json!({"person": slot.person_id});
        act.record("assignment.create", "interview", id.as_str(), Some(&scope.row.candidate_id), detail)?;
        view::after_panel_change(act, &scope.row.id.as_str().into(), &[slot.person_id])
    }
}
