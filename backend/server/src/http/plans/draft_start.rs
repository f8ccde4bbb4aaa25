//! `POST /jobs/{id}/plan-draft`.

use super::{PLANNERS, draft};
use crate::{
    db::{
        drafts::Authors,
        jobs::{self, Job},
        plan_drafts,
        plan_drafts::PlanDraftRow,
        plans,
    },
    failure::Failure,
    http::{
        operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_policy::Class;
use evenhand_shared::{
    Code, JobId,
    jobs::JobOutcome,
    plan::{Outcome, Plan, PlanDraft, PlanJob, StartPlanDraft},
};
use serde_json::json;

/// Starts the next version of a job's plan: from a version, from a template, or empty. It locks nothing.
pub struct StartDraft;

impl Operation for StartDraft {
    const ROUTE: Route = Route {
        id: "plans.draft_start",
        verb: Verb::Post,
        path: "/jobs/{id}/plan-draft",
        summary: "Starts the next version of a job's plan as a draft",
        class: Class::Neutral,
        who: Who::Roles(PLANNERS),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 201,
    };
    type Body = StartPlanDraft;
    type Answer = Json<PlanDraft>;

    fn run(act: &mut Act<'_, StartPlanDraft>) -> Result<Self::Answer, Failure> {
        let job: JobId = act.id()?;
        scope::team(act.conn, act.viewer, &job)?;
        if plan_drafts::find(act.conn, &job)?.is_some() {
            return Err(Failure::refused(
                Code::Conflict,
                "The next version is being written already. Go on with that draft, or throw it away first.",
            ));
        }
        let own = jobs::find(act.conn, &job)?;
        let (plan, based_on) = match (act.body.plan.clone(), act.body.template.clone()) {
            (Some(id), _) => match plans::find(act.conn, &id) {
                Ok(version) if version.job_id == job => (version.plan, Some(version.id)),
                Ok(_) | Err(Failure::NotFound) => {
                    return Err(Failure::field("/plan", "unknown", "Choose a plan version of this job."));
                }
                Err(other) => return Err(other),
            },
            (None, Some(key)) => (with_outcomes(template(&key)?, own.outcomes()?), None),
            (None, None) => (with_outcomes(evenhand_hiring::plan_file::empty_plan(), own.outcomes()?), None),
        };
        let row = PlanDraftRow {
            job,
            // The job's own words are the job's, whatever the draft begins from.
            plan: Plan { job: words(own)?, ..plan },
            based_on,
            authors: Authors::begin(act.viewer.id(), act.now),
        };
        plan_drafts::put(act.conn, &row)?;
        act.record("plan.draft_start", "job", row.job.as_str(), None, json!({"based_on": row.based_on}))?;
        Ok(Json(draft::view(act.conn, act.viewer, row)?))
    }
}

/// The job's words as a plan has them.
fn words(job: Job) -> Result<PlanJob, Failure> {
    let (band, stages) = (job.band(), job.stages()?);
    Ok(PlanJob { key: job.key, title: job.title, level: job.level, summary: job.summary, band, stages })
}

/// The plan with the job's outcomes, where the job has any: what serves them is for the draft to say.
fn with_outcomes(plan: Plan, of_job: Vec<JobOutcome>) -> Plan {
    if of_job.is_empty() {
        return plan;
    }
    let outcome = |own: JobOutcome| Outcome { key: own.key, text: own.text, competencies: Vec::new() };
    Plan { outcomes: of_job.into_iter().map(outcome).collect(), ..plan }
}

fn template(key: &str) -> Result<Plan, Failure> {
    let found = evenhand_hiring::templates::templates().into_iter().find(|template| template.key == key);
    found
        .and_then(|template| evenhand_hiring::plan_file::check(&template.toml).plan)
        .ok_or_else(|| Failure::field("/template", "unknown", "Choose a template from the list."))
}
