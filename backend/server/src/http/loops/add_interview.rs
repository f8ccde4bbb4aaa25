//! `POST /loops/{id}/interviews`.

use super::{panel, view};
use crate::{
    db::{applications, interviews, loops, plans},
    failure::all_good,
    http::scope,
};
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_hiring::loops::check_new_interview;
use evenhand_policy::Class;
use evenhand_shared::{
    LoopId, PersonId,
    loops::{NewInterview, PanelChanged},
    people::Role,
};
use serde_json::json;

/// Adds an interview to a running loop; the loop is adaptive from then on, for closed viewers (S12).
pub struct AddInterview;

impl Operation for AddInterview {
    const ROUTE: Route = Route {
        id: "loops.add_interview",
        verb: Verb::Post,
        path: "/loops/{id}/interviews",
        summary: "Adds an interview to a running loop",
        class: Class::Gated,
        who: Who::Roles(&[Role::Recruiter, Role::HiringManager]),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 201,
    };
    type Body = NewInterview;
    type Answer = Json<PanelChanged>;

    fn run(act: &mut Act<'_, NewInterview>) -> Result<Self::Answer, Failure> {
        let id: LoopId = act.id()?;
        let scope = scope::team_loop(act.conn, act.viewer, &id)?;
        let version = plans::find(act.conn, &scope.row.plan_id.as_str().into())?;
        let existing = interviews::list(act.conn, &id)?;
        let new = act.body.clone();
        let mut faults = check_new_interview(&version.plan, &new, existing.len());
        panel::check_zone("/zone", new.zone.as_deref(), &mut faults);
        for (m, slot) in new.panel.iter().enumerate() {
            panel::check_person(act.conn, &format!("/panel/{m}/person_id"), slot, &mut faults)?;
        }
        all_good(faults)?;
        let application = applications::find(act.conn, &scope.row.application_id.as_str().into())?;
        let standing =
            existing.iter().filter(|i| !i.cancelled).map(|i| i.kit.as_str()).chain([new.kit.as_str()]);
        let frozen = panel::Frozen {
            stage: application.stage,
            brief: scope.row.brief.clone(),
            planned_kits: panel::kit_names(&version.plan, standing),
        };
        panel::add_interview(act, &scope.row, existing.len(), &new, &frozen)?;
        loops::mark_adaptive(act.conn, &id)?;
        act.record(
            "loop.add_interview",
            "loop",
            id.as_str(),
            Some(&scope.row.candidate_id),
            json!({"kit": new.kit}),
        )?;
        let asked: Vec<PersonId> = new.panel.into_iter().map(|slot| slot.person_id).collect();
        view::after_panel_change(act, &id, &asked)
    }
}
