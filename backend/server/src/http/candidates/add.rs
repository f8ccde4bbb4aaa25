//! `POST /jobs/{id}/candidates`.

use super::{
    TEAM, adding, record,
    row::{self, Standings},
};
use crate::{
    db::{applications, candidates, jobs, words::fold},
    failure::Failure,
    http::{
        operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_hiring::{candidate_file::NewCandidateRow, new_candidate};
use evenhand_policy::Class;
use evenhand_shared::{
    CandidateId, Code, JobId,
    candidate_list::{AddedCandidate, KnownCandidate, NewCandidate},
};

/// Adds a candidate by hand. Somebody with the same address is told of and never merged without being chosen.
pub struct AddCandidate;

impl Operation for AddCandidate {
    const ROUTE: Route = Route {
        id: "candidates.add",
        verb: Verb::Post,
        path: "/jobs/{id}/candidates",
        summary: "Adds a candidate to a job, or says who is known under the same address",
        class: Class::Frozen,
        who: Who::Roles(TEAM),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = NewCandidate;
    type Answer = Json<AddedCandidate>;

    fn run(act: &mut Act<'_, NewCandidate>) -> Result<Self::Answer, Failure> {
        let job: JobId = act.id()?;
        let standings = Standings::load(act.conn, act.viewer)?;
        let rights = scope::team(act.conn, act.viewer, &job)?;
        if !rights.recruiter {
            return Err(Failure::refused(Code::Forbidden, "Only recruiters of this job add candidates."));
        }
        let stage = scope::first_stage(act.conn, &job)?;
        let new = new_candidate::check(&act.body).map_err(Failure::Invalid)?;
        let known = known(act, &job, &new.email, &standings)?;
        let (candidate, note) = match known {
            Some(known) => {
                let chosen = new.known.as_ref() == Some(&known.id);
                if !chosen || known.here || known.frozen {
                    return Ok(Json(AddedCandidate { row: None, known: Some(known) }));
                }
                // What is kept of a person came from them or stands on their other jobs: it stays as it is.
                let link = if new.link.is_empty() { String::new() } else { format!("Link: {}", new.link) };
                (
                    known.id,
                    [new.note, link]
                        .into_iter()
                        .filter(|part| !part.is_empty())
                        .collect::<Vec<_>>()
                        .join("\n\n"),
                )
            }
            None if new.known.is_some() => return Err(Failure::stale()),
            None => {
                let answers =
                    if new.link.is_empty() { Vec::new() } else { vec![("Link".to_owned(), new.link)] };
                let row = NewCandidateRow {
                    line: 0,
                    name: new.name,
                    email: new.email,
                    phone: String::new(),
                    source: new.source,
                    zone: "Etc/UTC".to_owned(),
                    answers,
                };
                (adding::candidate(act, &job, row)?, new.note)
            }
        };
        let into = adding::Into { job: &job, stage: &stage, batch: None, test: false };
        let key = adding::application(act, &into, &candidate)?;
        if !note.is_empty() {
            let note = record::check_note(&note)?;
            record::add_note(act, &key, &note)?;
        }
        Ok(Json(AddedCandidate { row: Some(row::one(act.conn, act.viewer, key, rights)?), known: None }))
    }
}

/// Who is known under the address, among those whom the caller may see (S33); whoever applied to this job comes first.
fn known(
    act: &mut Act<'_, NewCandidate>,
    job: &JobId,
    email: &str,
    standings: &Standings,
) -> Result<Option<KnownCandidate>, Failure> {
    let email = fold(email);
    let here = candidates::find_applied(act.conn, job, &email)?;
    let found: Option<CandidateId> = match here.clone() {
        Some(id) => Some(id),
        None => candidates::find_known_to(act.conn, act.viewer.id(), &email)?,
    };
    let Some(id) = found else { return Ok(None) };
    let mine = row::mine(act.conn, act.viewer)?;
    let keys = applications::list_keys_of(act.conn, &id)?;
    let name = keys.first().map(|key| key.name.clone()).unwrap_or_default();
    let there: Vec<String> =
        keys.into_iter().map(|key| key.job_id).filter(|job| mine.contains_key(job)).collect();
    let mut titles: Vec<String> = jobs::list(act.conn, &there)?.into_values().map(|job| job.title).collect();
    titles.sort_unstable();
    let frozen = standings.frozen_stage(&id).is_some();
    Ok(Some(KnownCandidate { id, name, jobs: titles, here: here.is_some(), frozen }))
}
