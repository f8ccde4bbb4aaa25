//! `POST /jobs/{id}/candidates/import`.

use super::{TEAM, adding};
use crate::{
    db::{
        applications, candidates,
        origins::{self, Batch},
        words::fold,
    },
    failure::Failure,
    http::{
        operation::{Act, Door, Json, LARGE, Operation, Route, Verb, Who},
        scope,
    },
};
use evenhand_hiring::candidate_file::{NewCandidateRow, read_candidates};
use evenhand_policy::Class;
use evenhand_shared::{Code, ImportId, JobId, imports::CandidateFile, people::ImportReport};

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
        let into = adding::Into { job: &job, stage: &stage, batch: Some(&batch), test: act.body.test };
        for row in fresh {
            apply(act, &into, row)?;
        }
        Ok(Json(report))
    }
}

/// Adds one application, and the candidate where the importer knows of none with this address (S33).
fn apply(
    act: &mut Act<'_, CandidateFile>,
    into: &adding::Into<'_>,
    row: NewCandidateRow,
) -> Result<(), Failure> {
    let candidate = match candidates::find_known_to(act.conn, act.viewer.id(), &fold(&row.email))? {
        Some(known) => known,
        None => adding::candidate(act, into.job, row)?,
    };
    adding::application(act, into, &candidate).map(drop)
}
