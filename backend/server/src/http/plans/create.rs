//! `POST /plans`.

use super::{PLANNERS, draft};
use crate::{
    db::{
        drafts::Authors,
        jobs::{self, Job},
        ladder, plan_drafts,
        plan_drafts::PlanDraftRow,
        plans,
    },
    failure::{Failure, all_good},
    http::{
        operation::{Act, Door, Json, MEDIUM, Operation, Route, Verb, Who},
        scope,
    },
};
use evenhand_hiring::jobs::level_named;
use evenhand_policy::Class;
use evenhand_shared::{
    Code, FieldError, JobId,
    jobs::TeamRole,
    people::Role,
    plan::{Plan, PlanFile, PlanImport},
};
use serde_json::json;

/// Imports a plan: with a new key it makes a job and its first version, so that one person can begin with a file; for a known
/// job it is a draft, which a second person publishes. The words of a job that is known
/// stay as they are; the plan keeps its own copy, and the answer says where the two differ.
pub struct CreatePlan;

impl Operation for CreatePlan {
    const ROUTE: Route = Route {
        id: "plans.create",
        verb: Verb::Post,
        path: "/plans",
        summary: "Imports a plan as a new job's first version, or as the draft of a known job's next one",
        class: Class::Neutral,
        who: Who::Roles(PLANNERS),
        door: Door::Write,
        query: &[],
        limit: MEDIUM,
        status: 201,
    };
    type Body = PlanFile;
    type Answer = Json<PlanImport>;

    fn run(act: &mut Act<'_, PlanFile>) -> Result<Self::Answer, Failure> {
        let (plan, known) = read(act)?;
        let Some(job) = known else {
            let job = make_job(act, &plan)?;
            return Ok(Json(published(act, job, plan, None)?));
        };
        let before = plan_drafts::find(act.conn, &job)?;
        if before.is_some_and(|draft| &draft.authors.changed_by != act.viewer.id()) {
            return Err(Failure::refused(
                Code::Conflict,
                "Somebody else is writing this job's next version. Publish that draft or throw it away, then import again.",
            ));
        }
        let number = plans::next_number(act.conn, &job)?;
        let based_on = plans::newest(act.conn, &job)?.map(|(id, _)| id);
        let authors = Authors::begin(act.viewer.id(), act.now);
        plan_drafts::put(
            act.conn,
            &PlanDraftRow { job: job.clone(), plan: plan.clone(), based_on, authors },
        )?;
        act.record("plan.draft_import", "job", job.as_str(), None, json!({}))?;
        let differs = differences(&jobs::find(act.conn, &job)?, &plan)?;
        Ok(Json(PlanImport { job_id: job, id: None, number, plan, differs }))
    }
}

/// The same on the host's shell: whoever runs the host publishes what they import.
pub struct ImportOnHost;

impl Operation for ImportOnHost {
    const ROUTE: Route = CreatePlan::ROUTE;
    type Body = PlanFile;
    type Answer = Json<PlanImport>;

    fn run(act: &mut Act<'_, PlanFile>) -> Result<Self::Answer, Failure> {
        let (plan, known) = read(act)?;
        let alone = known.as_ref().map(|_| "Imported on the host's command line.".to_owned());
        let job = match known {
            Some(job) => job,
            None => make_job(act, &plan)?,
        };
        Ok(Json(published(act, job, plan, alone)?))
    }
}

fn published(
    act: &mut Act<'_, PlanFile>,
    job: JobId,
    plan: Plan,
    alone: Option<String>,
) -> Result<PlanImport, Failure> {
    let written = (act.viewer.id().clone(), act.now);
    let version = draft::publish(act, job, plan, written, alone)?;
    let differs = differences(&jobs::find(act.conn, &version.job_id)?, &version.plan)?;
    Ok(PlanImport {
        job_id: version.job_id,
        id: Some(version.id),
        number: version.number,
        plan: version.plan,
        differs,
    })
}

/// The plan in the file, and the job of its key when the caller is on its team.
fn read(act: &mut Act<'_, PlanFile>) -> Result<(Plan, Option<JobId>), Failure> {
    let plan = checked(&act.body.toml)?;
    let known = jobs::find_by_key(act.conn, &plan.job.key)?;
    if let Some(job) = &known
        && !scope::rights(act.conn, act.viewer, job)?.team()
    {
        // That a key is taken tells nothing about candidates; keys are shared by the whole organisation.
        return Err(Failure::field("/toml", "key_taken", taken(&plan.job.key)));
    }
    let changed = draft::beside(act.conn, known.as_ref(), &plan)?;
    all_good(
        changed.into_iter().map(|fault| FieldError::new("/toml", &fault.code, fault.message)).collect(),
    )?;
    Ok((plan, known))
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
    let mut job = Job::of_plan(&id, plan, act.now)?;
    job.ladder_level = level_named(&ladder::list(act.conn)?, &job.level).map(|level| level.0.clone());
    jobs::insert(act.conn, &job)?;
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
