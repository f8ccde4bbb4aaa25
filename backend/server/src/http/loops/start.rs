//! `POST /applications/{id}/loops`.

use super::{panel, view};
use crate::{
    db::{
        applications, jobs,
        loops::{self, Loop},
        plans,
        words::word,
    },
    failure::all_good,
    http::{candidates::rejection, scope},
};
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_hiring::{loops::check_new_loop, rejection::Step};
use evenhand_policy::Class;
use evenhand_shared::{
    ApplicationId, CandidateId, Code, FieldError, LoopId, PersonId,
    jobs::JobStatus,
    loops::{NewLoop, PanelChanged},
    people::Role,
};
use serde_json::json;

/// Starts a loop: plan version, rubrics and reveal rule are frozen here (S8, S13).
pub struct StartLoop;

impl Operation for StartLoop {
    const ROUTE: Route = Route {
        id: "loops.start",
        verb: Verb::Post,
        path: "/applications/{id}/loops",
        summary: "Starts an interview loop from a plan version",
        class: Class::Gated,
        who: Who::Roles(&[Role::Recruiter, Role::HiringManager]),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 201,
    };
    type Body = NewLoop;
    type Answer = Json<PanelChanged>;

    fn run(act: &mut Act<'_, NewLoop>) -> Result<Self::Answer, Failure> {
        let id: ApplicationId = act.id()?;
        let key = applications::find_key(act.conn, &id)?;
        let candidate = CandidateId(key.candidate_id.clone());
        scope::demand_not_open(act.conn, act.viewer, &candidate)?;
        scope::team_on(act.conn, act.viewer, &key.job_id.as_str().into(), &candidate)?;
        if jobs::find(act.conn, &key.job_id.as_str().into())?.status()? == JobStatus::Closed {
            return Err(Failure::refused(
                Code::JobNotOpen,
                "This job is closed, so no loop starts on it. Reopen it first; loops that run already go on.",
            ));
        }
        let application = applications::find(act.conn, &id)?;
        // The gate stands before it, so that the refusal tells nothing to whoever is open on the candidate.
        rejection::demand(act.conn, &application, Step::StartLoop)?;
        let version = match plans::find(act.conn, &act.body.plan_id) {
            Ok(version) if version.job_id.as_str() == key.job_id => version,
            Ok(_) | Err(Failure::NotFound) => {
                return Err(Failure::field("/plan_id", "unknown", "Choose a plan version of this job."));
            }
            Err(other) => return Err(other),
        };
        let mut faults: Vec<FieldError> = check_new_loop(&version.plan, &act.body);
        for (n, interview) in act.body.interviews.iter().enumerate() {
            panel::check_zone(&format!("/interviews/{n}/zone"), interview.zone.as_deref(), &mut faults);
            for (m, slot) in interview.panel.iter().enumerate() {
                panel::check_person(
                    act.conn,
                    &format!("/interviews/{n}/panel/{m}/person_id"),
                    slot,
                    &mut faults,
                )?;
            }
        }
        all_good(faults)?;
        let earlier = loops::list_of(act.conn, &id)?.len();
        let loop_id: LoopId = act.ids.object("loop", id.as_str(), earlier);
        let row = Loop {
            id: loop_id.as_str().to_owned(),
            application_id: key.id,
            candidate_id: key.candidate_id.clone(),
            job_id: key.job_id,
            plan_id: version.id.as_str().to_owned(),
            reveal: word(&act.body.reveal.unwrap_or(version.plan.decision.reveal))?,
            brief: act.body.brief.trim().to_owned(),
            adaptive: false,
            started_at: act.now.0,
            started_by: act.viewer.id().as_str().to_owned(),
        };
        loops::insert(act.conn, &row)?;
        let all = act.body.interviews.clone();
        let frozen = panel::Frozen {
            stage: application.stage,
            brief: row.brief.clone(),
            planned_kits: panel::kit_names(&version.plan, all.iter().map(|i| i.kit.as_str())),
        };
        for (position, interview) in all.iter().enumerate() {
            panel::add_interview(act, &row, position, interview, &frozen)?;
        }
        act.record(
            "loop.start",
            "loop",
            loop_id.as_str(),
            Some(&key.candidate_id),
            json!({"plan": version.id}),
        )?;
        let asked: Vec<PersonId> = all.into_iter().flat_map(|i| i.panel).map(|slot| slot.person_id).collect();
        view::after_panel_change(act, &loop_id, &asked)
    }
}
