//! `POST /plans`.

use super::PLANNERS;
use crate::{
    db::{
        jobs::{self, Job},
        plans,
    },
    failure::Failure,
    http::{
        operation::{Act, Door, Json, MEDIUM, Operation, Route, Verb, Who},
        scope,
    },
};
use evenhand_policy::Class;
use evenhand_shared::{
    FieldError, JobId, PlanId,
    jobs::TeamRole,
    people::Role,
    plan::{Plan, PlanFile, PlanImported, PlanVersion},
};
use serde_json::json;

/// Imports a plan: a new key makes the job, a known one its next version. Versions and rubrics never change afterwards. The words of a
/// job that is known stay as they are; the plan keeps its own copy, and the answer says where the two differ.
pub struct CreatePlan;

impl Operation for CreatePlan {
    const ROUTE: Route = Route {
        id: "plans.create",
        verb: Verb::Post,
        path: "/plans",
        summary: "Imports a plan as a new job, or as the next version of a known one",
        class: Class::Neutral,
        who: Who::Roles(PLANNERS),
        door: Door::Write,
        query: &[],
        limit: MEDIUM,
        status: 201,
    };
    type Body = PlanFile;
    type Answer = Json<PlanImported>;

    fn run(act: &mut Act<'_, PlanFile>) -> Result<Self::Answer, Failure> {
        let plan = checked(&act.body.toml)?;
        let known = jobs::find_by_key(act.conn, &plan.job.key)?;
        let job_id = match &known {
            Some(job) if scope::rights(act.conn, act.viewer, job)?.team() => job.clone(),
            // That a key is taken tells nothing about candidates; keys are shared by the whole organisation.
            Some(_) => return Err(Failure::field("/toml", "key_taken", taken(&plan.job.key))),
            None => make_job(act, &plan)?,
        };
        if let Some(competency) = plans::keep_rubrics(act.conn, &plan)? {
            let message = format!(
                "The rubric of \"{competency}\" is known in this version with other anchors. Give the changed rubric the next version number."
            );
            return Err(Failure::field("/toml", "rubric_changed", message));
        }
        let number = plans::newest(act.conn, &job_id)?.map_or(1, |(_, newest)| newest.saturating_add(1));
        let place = usize::try_from(number).unwrap_or(usize::MAX);
        let id: PlanId = act.ids.object("plan", job_id.as_str(), place);
        let created_by = act.viewer.id().clone();
        let version = PlanVersion { id, job_id, number, created_by, created_at: act.now, plan };
        plans::insert(act.conn, &version)?;
        let detail = json!({"job": version.job_id, "number": number});
        act.record("plan.create", "plan", version.id.as_str(), None, detail)?;
        let job = jobs::find(act.conn, &version.job_id)?;
        Ok(Json(PlanImported { differs: differences(&job, &version.plan)?, version }))
    }
}

fn taken(key: &str) -> String {
    format!(
        "A job with the key \"{key}\" exists already, and you are not on its team. Choose another key, or ask its team."
    )
}

/// The plan, or every fault with its line.
fn checked(toml: &str) -> Result<Plan, Failure> {
    let found = evenhand_hiring::plan_file::check(toml);
    match found.plan {
        Some(plan) if found.faults.is_empty() => Ok(plan),
        _ => Err(Failure::Invalid(
            found
                .faults
                .into_iter()
                .map(|fault| {
                    let message = match fault.line {
                        0 => fault.message,
                        line => format!("Line {line}: {}", fault.message),
                    };
                    FieldError::new("/toml", &fault.code, message)
                })
                .collect(),
        )),
    }
}

/// The fields in which a plan's copy of the job differs from the job.
fn differences(job: &Job, plan: &Plan) -> Result<Vec<String>, Failure> {
    let outcomes = job.outcomes()?;
    let same_outcomes = outcomes.len() == plan.outcomes.len()
        && plan
            .outcomes
            .iter()
            .all(|o| outcomes.iter().any(|known| known.key == o.key && known.text == o.text));
    let fields = [
        ("title", job.title == plan.job.title),
        ("level", job.level == plan.job.level),
        ("summary", job.summary == plan.job.summary),
        ("band", job.band() == plan.job.band),
        ("stages", job.stages()? == plan.job.stages),
        ("outcomes", same_outcomes),
    ];
    Ok(fields.into_iter().filter(|(_, same)| !same).map(|(field, _)| field.to_owned()).collect())
}

/// Makes the job; whoever brings its first plan is its recruiter, its hiring manager, or both.
fn make_job(act: &mut Act<'_, PlanFile>, plan: &Plan) -> Result<JobId, Failure> {
    let id: JobId = act.ids.object("job", &plan.job.key, 0);
    jobs::insert(act.conn, &Job::of_plan(&id, plan, act.now)?)?;
    let viewer = act.viewer.id().clone();
    act.record("job.create", "job", id.as_str(), None, json!({}))?;
    let parts = [(Role::Recruiter, TeamRole::Recruiter), (Role::HiringManager, TeamRole::HiringManager)];
    for (role, part) in parts {
        if act.viewer.has(role) {
            jobs::insert_member(act.conn, &id, &viewer, part)?;
            let detail = json!({"person": viewer, "part": part, "oneself": true});
            act.record("job.team_add", "job", id.as_str(), None, detail)?;
        }
    }
    Ok(id)
}
