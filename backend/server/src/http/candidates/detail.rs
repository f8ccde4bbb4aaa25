//! `GET /candidates/{id}`.

use super::{
    TEAM, record, rejection,
    row::{self, Full, Standings},
    taking_back,
};
use crate::{
    db::{
        Conn,
        applications::{self, Application},
        candidates, origins, tags,
    },
    failure::Failure,
    http::{
        files,
        operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_policy::{Class, Viewer};
use evenhand_shared::{
    CandidateId, JobId, Timestamp,
    candidates::{ApplicationDetail, CandidateDetail},
};

/// A candidate with the applications to the caller's jobs.
pub struct ReadCandidate;

impl Operation for ReadCandidate {
    const ROUTE: Route = Route {
        id: "candidates.read",
        verb: Verb::Get,
        path: "/candidates/{id}",
        summary: "A candidate with their applications to the caller's jobs",
        class: Class::Gated,
        who: Who::Roles(TEAM),
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<CandidateDetail>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let id: CandidateId = act.id()?;
        scope::demand_not_open(act.conn, act.viewer, &id)?;
        let standings = Standings::load(act.conn, act.viewer)?;
        let mut all = Vec::new();
        for key in applications::list_keys_of(act.conn, &id)? {
            let job = JobId(key.job_id.clone());
            let rights = scope::rights_on(act.conn, act.viewer, &job, &id)?;
            if rights.team() {
                all.extend(row::of_job(act.conn, &standings, &job, rights, vec![key])?);
            }
        }
        if all.is_empty() {
            return Err(Failure::NotFound);
        }
        let candidate = candidates::find(act.conn, &id)?;
        Ok(Json(CandidateDetail {
            answers: candidate.answers()?,
            id,
            name: candidate.name,
            email: candidate.email,
            phone: candidate.phone,
            source: candidate.source,
            zone: candidate.zone,
            applications: applications_in_full(act.conn, act.viewer, act.now, all)?,
        }))
    }
}

fn applications_in_full(
    conn: &mut Conn,
    viewer: &Viewer,
    now: Timestamp,
    all: Vec<Full>,
) -> Result<Vec<ApplicationDetail>, Failure> {
    let ids: Vec<String> = all.iter().map(|full| full.row.id.0.clone()).collect();
    let stored: Vec<Application> = all.iter().filter_map(|full| full.stored.clone()).collect();
    let mut rejections = rejection::details(conn, &stored)?;
    let mut tags = tags::list(conn, &ids)?;
    let mut notes = record::notes(conn, viewer, &ids)?;
    let mut files = files::rows(conn, &ids)?;
    let origins = origins::list(conn, &ids)?;
    all.into_iter()
        .map(|Full { row, stored, loops }| {
            // Only frozen rows come without it, and those were refused before.
            let stored = stored.ok_or(Failure::NotFound)?;
            let origin = origins.get(&stored.id);
            let came = Timestamp(stored.created_at);
            Ok(ApplicationDetail {
                files: files.remove(&stored.id).unwrap_or_default(),
                test: origin.is_some_and(|origin| origin.is_test),
                take_back_until: origin.and_then(|_| taking_back::until(came, now)),
                rejection: rejections.remove(&stored.id),
                tags: tags.remove(&stored.id).unwrap_or_default(),
                notes: notes.remove(&stored.id).unwrap_or_default(),
                rejection_reason: stored.rejection_reason,
                created_at: came,
                version: stored.version,
                row,
                loops,
            })
        })
        .collect()
}
