//! A draft as its readers see it, and the way from a draft to a version.

use crate::{
    db::{Conn, jobs, plan_drafts::PlanDraftRow, plans},
    failure::Failure,
    http::{operation::Act, publishing},
    library,
};
use evenhand_hiring::jobs::unknown_outcomes;
use evenhand_policy::Viewer;
use evenhand_shared::{
    JobId, PersonId, PlanId, Timestamp,
    jobs::TeamRole,
    people::Role,
    plan::{Plan, PlanDraft, PlanFault, PlanVersion},
    publishing::DraftHead,
};

/// Whether anybody on the job's team but the author of the last change could publish.
pub fn others(conn: &mut Conn, job: &JobId, author: &PersonId) -> Result<bool, Failure> {
    let team = jobs::team(conn, job)?;
    publishing::others(conn, author, |person, roles| {
        team.iter().any(|(member, part)| {
            let role = match part {
                TeamRole::Recruiter => Role::Recruiter,
                TeamRole::HiringManager => Role::HiringManager,
            };
            member == person && roles.contains(&role)
        })
    })
}

/// Who writes a draft.
pub fn head(conn: &mut Conn, viewer: &Viewer, draft: &PlanDraftRow) -> Result<DraftHead, Failure> {
    let number = plans::next_number(conn, &draft.job)?;
    let based_on = match &draft.based_on {
        Some(id) => Some(plans::find(conn, id)?.number),
        None => None,
    };
    let others = others(conn, &draft.job, &draft.authors.changed_by)?;
    publishing::head(conn, viewer, &draft.authors, number, based_on, others)
}

/// What stops a publication, and what is worth a look.
pub fn check(conn: &mut Conn, job: &JobId, plan: &Plan) -> Result<(Vec<PlanFault>, Vec<PlanFault>), Failure> {
    let (mut faults, hints) = evenhand_hiring::plan_file::check_plan(plan);
    faults.extend(beside(conn, Some(job), plan)?);
    Ok((faults, hints))
}

/// What stops a publication and does not lie in the plan alone: the library and the job that it belongs to.
pub fn beside(conn: &mut Conn, job: Option<&JobId>, plan: &Plan) -> Result<Vec<PlanFault>, Failure> {
    let mut faults = library::changed_rubrics(conn, plan)?;
    if let Some(job) = job {
        faults.extend(unknown_outcomes(plan, &jobs::find(conn, job)?.outcomes()?));
    }
    Ok(faults)
}

/// A draft with what was found in it.
pub fn view(conn: &mut Conn, viewer: &Viewer, draft: PlanDraftRow) -> Result<PlanDraft, Failure> {
    let head = head(conn, viewer, &draft)?;
    let (faults, hints) = check(conn, &draft.job, &draft.plan)?;
    Ok(PlanDraft { job_id: draft.job, head, based_on: draft.based_on, plan: draft.plan, faults, hints })
}

/// Publishes a plan as the job's next version; what it rates on new scales goes into the library.
pub fn publish<B>(
    act: &mut Act<'_, B>,
    job: JobId,
    plan: Plan,
    written: (PersonId, Timestamp),
    alone_reason: Option<String>,
) -> Result<PlanVersion, Failure> {
    let number = plans::next_number(act.conn, &job)?;
    let place = usize::try_from(number).unwrap_or(usize::MAX);
    let id: PlanId = act.ids.object("plan", job.as_str(), place);
    let version = PlanVersion {
        id,
        job_id: job,
        number,
        created_by: written.0,
        created_at: written.1,
        published_by: act.viewer.id().clone(),
        published_at: act.now,
        alone_reason,
        plan,
    };
    let uses = library::feed(act.conn, &act.ids, &version)?;
    plans::insert(act.conn, &version, uses)?;
    let alone = version.alone_reason.is_some();
    let detail = serde_json::json!({"job": version.job_id, "number": number, "written_by": version.created_by, "alone": alone});
    act.record("plan.publish", "plan", version.id.as_str(), None, detail)?;
    Ok(version)
}
