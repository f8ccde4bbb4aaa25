//! `POST /jobs/{id}/candidates/import`.

use super::TEAM;
use crate::{
    db::{
        applications::{self, Application},
        candidates::{self, Candidate},
        origins::{self, Batch, Origin},
        words::{document, fold},
    },
    failure::Failure,
    http::{
        operation::{Act, Door, Json, LARGE, Operation, Route, Verb, Who},
        scope,
    },
};
use evenhand_hiring::candidate_file::{NewCandidateRow, read_candidates};
use evenhand_policy::Class;
use evenhand_shared::{
    ApplicationId, CandidateId, Code, ImportId, JobId, imports::CandidateFile, people::ImportReport,
};
use serde_json::json;

/// Names shown of a file before it is imported.
const PREVIEW: usize = 10;

/// Imports candidates of a job from a CSV file: all of it or nothing. Who applied already is left out.
pub struct ImportCandidates;

impl Operation for ImportCandidates {
    const ROUTE: Route = Route {
        id: "candidates.import",
        verb: Verb::Post,
        path: "/jobs/{id}/candidates/import",
        summary: "Checks or imports a CSV file of candidates",
        class: Class::Frozen,
        who: Who::Roles(TEAM),
        door: Door::Write,
        query: &[],
        limit: LARGE,
        status: 200,
    };
    type Body = CandidateFile;
    type Answer = Json<ImportReport>;

    fn run(act: &mut Act<'_, CandidateFile>) -> Result<Self::Answer, Failure> {
        let job: JobId = act.id()?;
        if !scope::team(act.conn, act.viewer, &job)?.recruiter {
            return Err(Failure::refused(Code::Forbidden, "Only recruiters of this job import candidates."));
        }
        let stage = scope::first_stage(act.conn, &job)?;
        let file = read_candidates(&act.body.csv, &|zone| zone.parse::<chrono_tz::Tz>().is_ok());
        let mut notes = file.notes;
        let mut fresh = Vec::new();
        for row in file.rows {
            if applications::applied(act.conn, &job, &fold(&row.email))? {
                notes.push(format!("Line {}: {} already applied, left out.", row.line, row.email));
            } else {
                fresh.push(row);
            }
        }
        let report = ImportReport {
            dry_run: act.body.dry_run,
            rows: file.total,
            importable: if file.faults.is_empty() { u64::try_from(fresh.len()).unwrap_or(0) } else { 0 },
            preview: fresh.iter().take(PREVIEW).map(|row| row.name.clone()).collect(),
            faults: file.faults,
            notes,
            links: Vec::new(),
        };
        if report.dry_run || !report.faults.is_empty() {
            return Ok(Json(report));
        }
        if fresh.is_empty() {
            return Ok(Json(report));
        }
        let earlier = origins::list_batches(act.conn, &job)?.len();
        let batch: ImportId = act.ids.object("import", job.as_str(), earlier);
        let row = Batch {
            id: batch.as_str().to_owned(),
            job_id: job.as_str().to_owned(),
            imported_by: act.viewer.id().as_str().to_owned(),
            imported_at: act.now.0,
            brought: i64::try_from(fresh.len()).unwrap_or(i64::MAX),
            is_test: act.body.test,
        };
        origins::insert_batch(act.conn, &row)?;
        for row in fresh {
            apply(act, &job, &stage, &batch, row)?;
        }
        Ok(Json(report))
    }
}

/// Adds one application, and the candidate where the importer knows of none with this address (S33).
fn apply(
    act: &mut Act<'_, CandidateFile>,
    job: &JobId,
    stage: &str,
    batch: &ImportId,
    row: NewCandidateRow,
) -> Result<(), Failure> {
    let email_folded = fold(&row.email);
    let candidate = match candidates::find_known_to(act.conn, act.viewer.id(), &email_folded)? {
        Some(known) => known,
        None => {
            let id: CandidateId = act.ids.object("candidate", &format!("{job} {email_folded}"), 0);
            let candidate = Candidate {
                id: id.as_str().to_owned(),
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
            id
        }
    };
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
        batch_id: Some(batch.as_str().to_owned()),
        is_test: act.body.test,
    };
    origins::insert(act.conn, &origin)?;
    let detail = json!({"job": job});
    act.record("application.create", "application", id.as_str(), Some(candidate.as_str()), detail)
}
