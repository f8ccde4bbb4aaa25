//! How an application comes in, whether from a file or by hand.

use crate::{
    db::{
        applications::{self, Application, ApplicationKey},
        candidates::{self, Candidate},
        origins::{self, Origin},
        words::{document, fold},
    },
    failure::Failure,
    http::operation::Act,
};
use evenhand_hiring::candidate_file::NewCandidateRow;
use evenhand_shared::{ApplicationId, CandidateId, ImportId, JobId};
use serde_json::json;

/// Where applications come in.
pub struct Into<'a> {
    /// The job.
    pub job: &'a JobId,
    /// Its first stage.
    pub stage: &'a str,
    /// The import that brings them, if one does.
    pub batch: Option<&'a ImportId>,
    /// They are for trying things out.
    pub test: bool,
}

/// Adds a candidate of whom whoever adds them knows nothing.
pub fn candidate<B>(act: &mut Act<'_, B>, job: &JobId, row: NewCandidateRow) -> Result<CandidateId, Failure> {
    let email_folded = fold(&row.email);
    let owner = format!("{job} {email_folded}");
    let mut number = 0;
    let mut id: CandidateId = act.ids.object("candidate", &owner, number);
    // Somebody who came by this job, and whose application here was taken back, keeps that id on another job.
    while candidates::exists(act.conn, &id)? {
        number = number.saturating_add(1);
        id = act.ids.object("candidate", &owner, number);
    }
    let candidate = Candidate {
        id: id.as_str().to_owned(),
        name_folded: fold(&row.name),
        name: row.name,
        email: row.email,
        email_folded,
        phone: row.phone,
        source: row.source,
        zone: row.zone,
        answers: document(&row.answers)?,
        created_at: act.now.0,
    };
    candidates::insert(act.conn, &candidate)?;
    Ok(id)
}

/// Adds a candidate's application. It can be taken back as long as its origin says.
pub fn application<B>(
    act: &mut Act<'_, B>,
    into: &Into<'_>,
    candidate: &CandidateId,
) -> Result<ApplicationKey, Failure> {
    let Into { job, stage, batch, test } = *into;
    let id: ApplicationId = act.ids.object("application", &format!("{job} {candidate}"), 0);
    let application = Application {
        id: id.as_str().to_owned(),
        candidate_id: candidate.as_str().to_owned(),
        job_id: job.as_str().to_owned(),
        stage: stage.to_owned(),
        rejection_reason: None,
        version: 1,
        created_at: act.now.0,
        stage_since: act.now.0,
    };
    applications::insert(act.conn, &application)?;
    let origin = Origin {
        application_id: id.as_str().to_owned(),
        batch_id: batch.map(|batch| batch.as_str().to_owned()),
        is_test: test,
    };
    origins::insert(act.conn, &origin)?;
    let detail = json!({"job": job});
    act.record("application.create", "application", id.as_str(), Some(candidate.as_str()), detail)?;
    applications::find_key(act.conn, &id)
}
