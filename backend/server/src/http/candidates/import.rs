//! `POST /jobs/{id}/candidates/import`.

use crate::{
    db::{
        applications::{self, Application},
        candidates::{self, Candidate},
        plans,
        words::{document, fold},
    },
    http::scope,
};
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Json, LARGE, Operation, Route, Verb, Who},
};
use evenhand_hiring::candidate_file::{NewCandidateRow, read_candidates};
use evenhand_policy::Class;
use evenhand_shared::{
    ApplicationId, CandidateId, JobId,
    people::{ImportFile, ImportReport, Role},
};
use serde_json::json;
use std::{collections::HashSet, str::FromStr};

/// Imports candidates from a CSV file: all of it or nothing.
pub struct ImportCandidates;

impl Operation for ImportCandidates {
    const ROUTE: Route = Route {
        id: "candidates.import",
        verb: Verb::Post,
        path: "/jobs/{id}/candidates/import",
        summary: "Imports candidates from a CSV file, or tries it",
        class: Class::Neutral,
        who: Who::Roles(&[Role::Recruiter]),
        door: Door::Write,
        query: &[],
        limit: LARGE,
        status: 200,
    };
    type Body = ImportFile;
    type Answer = Json<ImportReport>;

    fn run(act: &mut Act<'_, ImportFile>) -> Result<Self::Answer, Failure> {
        let job: JobId = act.id()?;
        if !scope::team(act.conn, act.viewer, &job)?.recruiter {
            return Err(Failure::NotFound);
        }
        let file = read_candidates(&act.body.csv, &|zone| chrono_tz::Tz::from_str(zone).is_ok());
        let mut notes = file.notes;
        let mut new = Vec::new();
        let known = emails(act, &job)?;
        for row in file.rows {
            if known.contains(&fold(&row.email)) {
                notes.push(format!(
                    "Line {}: {} applies to this job already and is left out.",
                    row.line, row.name
                ));
            } else {
                new.push(row);
            }
        }
        let report = ImportReport {
            dry_run: act.body.dry_run,
            rows: file.total,
            importable: if file.faults.is_empty() { u64::try_from(new.len()).unwrap_or(u64::MAX) } else { 0 },
            preview: new.iter().take(10).map(|row| row.name.clone()).collect(),
            faults: file.faults,
            notes,
            links: Vec::new(),
        };
        if !report.dry_run && report.faults.is_empty() {
            let stages = plans::newest(act.conn, &job)?.plan.job.stages;
            let first = stages
                .first()
                .cloned()
                .ok_or_else(|| Failure::Internal("a plan without stages".to_owned()))?;
            for row in &new {
                add(act, &job, &first, row)?;
            }
            act.record("candidate.import", "job", job.as_str(), None, json!({"rows": new.len()}))?;
        }
        Ok(Json(report))
    }
}

/// Folded addresses of those who apply to this job already.
fn emails(act: &mut Act<'_, ImportFile>, job: &JobId) -> Result<HashSet<String>, Failure> {
    Ok(candidates::emails_of_job(act.conn, job)?.into_iter().collect())
}

fn add(
    act: &mut Act<'_, ImportFile>,
    job: &JobId,
    stage: &str,
    row: &NewCandidateRow,
) -> Result<(), Failure> {
    let folded = fold(&row.email);
    // The same person applying to another job of this importer stays one person; nobody else's records are matched (S33).
    let known = candidates::find_known_to(act.conn, act.viewer.id(), &folded)?;
    let candidate: CandidateId = match known {
        Some(candidate) => candidate,
        None => {
            let id: CandidateId = act.ids.object("candidate", &format!("{job} {folded}"), 0);
            let person = Candidate {
                id: id.as_str().to_owned(),
                name: row.name.clone(),
                email: row.email.clone(),
                email_folded: folded,
                phone: row.phone.clone(),
                source: row.source.clone(),
                zone: row.zone.clone(),
                answers: document(&row.answers)?,
                created_at: act.now.0,
            };
            candidates::insert(act.conn, &person)?;
            id
        }
    };
    let id: ApplicationId = act.ids.object("application", &format!("{candidate} {job}"), 0);
    let application = Application {
        id: id.as_str().to_owned(),
        candidate_id: candidate.as_str().to_owned(),
        job_id: job.as_str().to_owned(),
        stage: stage.to_owned(),
        rejection_reason: None,
        version: 1,
        created_at: act.now.0,
    };
    applications::insert(act.conn, &application)
}
