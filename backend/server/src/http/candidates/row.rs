//! One application as the team sees it. For someone who is open on the candidate the row is a constant, made from their own
//! assignment; what is hidden from them is not read (S30, S31).

use crate::{
    db::{
        Conn,
        applications::{self, Application, ApplicationKey},
        assignments, loops, plans, releases,
    },
    failure::Failure,
    http::{
        operation::{Act, Json},
        scope,
    },
};
use evenhand_policy::{JobRights, LoopAccess, OwnSlot, Standing, loop_access, standing};
use evenhand_shared::{ApplicationId, JobId, LoopId, candidates::ApplicationRow};

/// Title of a job, from its newest plan.
pub fn job_title(conn: &mut Conn, job: &JobId) -> Result<String, Failure> {
    Ok(plans::newest(conn, job)?.plan.job.title)
}

/// The row.
pub fn row<B>(
    act: &mut Act<'_, B>,
    own: &[OwnSlot],
    rights: JobRights,
    title: &str,
    key: ApplicationKey,
) -> Result<ApplicationRow, Failure> {
    let mut row = ApplicationRow {
        id: key.id.as_str().into(),
        candidate_id: key.candidate_id.into(),
        job_id: key.job_id.into(),
        job_title: title.to_owned(),
        name: key.name,
        stage: String::new(),
        rejected: false,
        loop_id: None,
        frozen: true,
    };
    if standing(own) == Standing::Open {
        if let Some(slot) = own.iter().find(|slot| slot.is_open()) {
            row.stage = assignments::find_own(act.conn, &slot.assignment, act.viewer.id())?.stage;
        }
        return Ok(row);
    }
    let stored = applications::find(act.conn, &row.id)?;
    row.stage = stored.stage;
    row.rejected = stored.rejection_reason.is_some();
    row.loop_id = visible_loops(act.conn, own, rights, &row.id)?.into_iter().next();
    row.frozen = false;
    Ok(row)
}

/// An application's loops that a viewer who is not open may know of, newest first.
pub fn visible_loops(
    conn: &mut Conn,
    own: &[OwnSlot],
    rights: JobRights,
    application: &ApplicationId,
) -> Result<Vec<LoopId>, Failure> {
    let mut visible = Vec::new();
    for id in loops::list_of(conn, application)? {
        let seen = match loop_access(own, rights, &id) {
            LoopAccess::Hidden => false,
            LoopAccess::Team(_) => true,
            LoopAccess::AfterRelease(_) => releases::find(conn, &id)?.is_some(),
        };
        if seen {
            visible.push(id);
        }
    }
    Ok(visible)
}

/// The application named in the path, for a member of the team who is not open on the candidate; absent for everyone else.
pub fn for_change<B>(act: &mut Act<'_, B>) -> Result<(Application, Vec<OwnSlot>, JobRights), Failure> {
    let id: ApplicationId = act.id()?;
    let key = applications::find_key(act.conn, &id)?;
    let own = scope::demand_not_open(act.conn, act.viewer, &key.candidate_id.as_str().into())?;
    let rights = scope::team(act.conn, act.viewer, &key.job_id.as_str().into())?;
    Ok((applications::find(act.conn, &id)?, own, rights))
}

/// The row as it is after a change.
pub fn after_change<B>(
    act: &mut Act<'_, B>,
    application: &Application,
    own: &[OwnSlot],
    rights: JobRights,
) -> Result<Json<ApplicationRow>, Failure> {
    let title = job_title(act.conn, &application.job_id.as_str().into())?;
    let key = applications::find_key(act.conn, &application.id.as_str().into())?;
    row(act, own, rights, &title, key).map(Json)
}
