//! `POST /jobs/{id}/stages`.

use super::view;
use crate::{
    db::{Conn, applications, jobs, words::document},
    failure::Failure,
    http::{
        operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_hiring::jobs::plan_stages;
use evenhand_policy::{Class, Standing, Viewer, standing};
use evenhand_shared::{
    Code, JobId,
    jobs::{JobDetail, StagesChange},
    people::Role,
};
use serde_json::json;

/// Adds, renames, orders and removes stages.
///
/// A stage goes only when it is empty, and emptiness is a secret of the candidates in it. Whoever is open on anybody who applied to this
/// job is therefore refused every removal alike, from their own places alone, before a stage is looked at: were the refusal made from
/// the frozen rows that they see, a removal that goes through would leave a hidden candidate in no stage at all, and were it made from
/// the true ones, it would tell where the candidate stands. Somebody of the team who is not open removes it meanwhile.
///
/// Renaming asks about nobody, so it is open to the whole team; what was frozen at an assignment keeps the old name (S1).
pub struct ChangeStages;

impl Operation for ChangeStages {
    const ROUTE: Route = Route {
        id: "jobs.stages",
        verb: Verb::Post,
        path: "/jobs/{id}/stages",
        summary: "Adds, renames, orders and removes the stages of a job",
        class: Class::Frozen,
        who: Who::Roles(&[Role::Recruiter, Role::HiringManager]),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = StagesChange;
    type Answer = Json<JobDetail>;

    fn run(act: &mut Act<'_, StagesChange>) -> Result<Self::Answer, Failure> {
        let id: JobId = act.id()?;
        let rights = scope::team(act.conn, act.viewer, &id)?;
        let StagesChange { version, stages } = act.body.clone();
        let mut job = jobs::find(act.conn, &id)?;
        if job.version != version {
            return Err(Failure::stale());
        }
        let plan = plan_stages(&job.stages()?, &stages).map_err(Failure::Invalid)?;
        if !plan.removed.is_empty() {
            demand_open_on_nobody(act.conn, act.viewer, &id)?;
        }
        for stage in &plan.removed {
            if applications::any_in_stage(act.conn, &id, stage)? {
                let message =
                    format!("There are candidates in \"{stage}\". Move them to another stage first.");
                return Err(Failure::field("/stages", "stage_in_use", message));
            }
        }
        let names: Vec<&str> = stages.iter().map(|stage| stage.name.trim()).collect();
        job.stages = document(&names)?;
        jobs::update(act.conn, &mut job, version)?;
        applications::rename_stages(act.conn, &id, &plan.renamed)?;
        act.record("job.stages", "job", id.as_str(), None, json!({"stages": names}))?;
        Ok(Json(view::detail(act.conn, &id, rights)?))
    }
}

fn demand_open_on_nobody(conn: &mut Conn, viewer: &Viewer, job: &JobId) -> Result<(), Failure> {
    let own = scope::own_by_candidate(conn, viewer)?;
    let applied = applications::candidates_of(conn, job)?;
    let open = |candidate| own.get(candidate).is_some_and(|slots| standing(slots) == Standing::Open);
    if applied.iter().any(open) {
        return Err(Failure::refused(
            Code::Conflict,
            "You still owe a scorecard on a candidate of this job, so you cannot remove stages now. Ask somebody else of the team, or submit first.",
        ));
    }
    Ok(())
}
