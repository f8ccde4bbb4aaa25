//! `GET /candidates/{id}/timeline`.

use super::{
    TEAM,
    row::{self, Full, Standings},
};
use crate::{
    db::{Conn, applications, audit, interviews, loops, people, plans, releases},
    failure::Failure,
    http::{
        operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_policy::Class;
use evenhand_shared::{
    CandidateId, JobId, LoopId, Timestamp,
    timeline::{Happening, TimelineEntry},
};
use serde_json::Value;
use std::collections::{HashMap, HashSet};

/// Acts of the team that the timeline tells, by the words of the audit. Nothing about a scorecard is among them.
const TOLD: [(&str, Happening); 15] = [
    ("application.create", Happening::Applied),
    ("application.stage", Happening::Stage),
    ("application.reject", Happening::Rejected),
    ("application.reject_undo", Happening::RejectionUndone),
    ("application.announce", Happening::Announced),
    ("application.letter", Happening::Letter),
    ("note.add", Happening::NoteAdded),
    ("note.change", Happening::NoteChanged),
    ("tag.add", Happening::TagAdded),
    ("tag.remove", Happening::TagRemoved),
    ("file.add", Happening::FileAdded),
    ("file.remove", Happening::FileRemoved),
    ("candidate.source", Happening::Source),
    ("interview.cancel", Happening::InterviewCancelled),
    ("interview.no_show", Happening::NoShow),
];

/// What happened around a candidate, for the teams of the jobs that they applied to.
pub struct ReadTimeline;

impl Operation for ReadTimeline {
    const ROUTE: Route = Route {
        id: "candidates.timeline",
        verb: Verb::Get,
        path: "/candidates/{id}/timeline",
        summary: "What happened around a candidate, newest first",
        class: Class::Gated,
        who: Who::Roles(TEAM),
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<Vec<TimelineEntry>>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let id: CandidateId = act.id()?;
        scope::demand_not_open(act.conn, act.viewer, &id)?;
        let standings = Standings::load(act.conn, act.viewer)?;
        let mut all: Vec<Full> = Vec::new();
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
        let mut entries = Vec::new();
        let held = of_loops(act.conn, &all, &mut entries)?;
        of_team(act.conn, &id, &all, &held, &mut entries)?;
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.at));
        Ok(Json(entries))
    }
}

/// An interview of a loop that the viewer may open.
struct Held {
    application: String,
    loop_id: LoopId,
    name: String,
}

/// Loops that the viewer may open: their start, the times of their interviews, their release. Answers the interviews by id.
fn of_loops(
    conn: &mut Conn,
    all: &[Full],
    entries: &mut Vec<TimelineEntry>,
) -> Result<HashMap<String, Held>, Failure> {
    let ids: Vec<String> = all.iter().flat_map(|full| full.loops.iter().map(|id| id.0.clone())).collect();
    let released = releases::times(conn, &ids)?;
    let rows = loops::list(conn, &ids)?;
    let starters: Vec<String> = rows.iter().map(|row| row.started_by.clone()).collect();
    let names = people::names(conn, &starters)?;
    let mut held = HashMap::new();
    for row in rows {
        let plan = plans::find(conn, &row.plan_id.as_str().into())?.plan;
        let id = LoopId(row.id.clone());
        let entry = |at: i64, what, about: String, who| TimelineEntry {
            at: Timestamp(at),
            what,
            about,
            who,
            application_id: Some(row.application_id.as_str().into()),
            loop_id: Some(id.clone()),
        };
        entries.push(entry(
            row.started_at,
            Happening::LoopStarted,
            String::new(),
            names.get(&row.started_by).cloned(),
        ));
        if let Some(at) = released.get(&row.id) {
            entries.push(entry(at.0, Happening::Revealed, String::new(), None));
        }
        for interview in interviews::list(conn, &id)? {
            let name = plan.kit(&interview.kit).map(|kit| kit.name.clone()).unwrap_or_default();
            if let (Some(at), false) = (interview.starts_at, interview.cancelled) {
                entries.push(entry(at, Happening::Interview, name.clone(), None));
            }
            let application = row.application_id.clone();
            held.insert(interview.id, Held { application, loop_id: id.clone(), name });
        }
    }
    Ok(held)
}

/// What the team did, out of the audit; entries about applications and loops that the viewer does not see are left out.
fn of_team(
    conn: &mut Conn,
    candidate: &CandidateId,
    all: &[Full],
    held: &HashMap<String, Held>,
    entries: &mut Vec<TimelineEntry>,
) -> Result<(), Failure> {
    let mine: HashSet<&str> = all.iter().map(|full| full.row.id.as_str()).collect();
    let told: HashMap<&str, Happening> = TOLD.into_iter().collect();
    let past = audit::list_about(conn, candidate.as_str(), &TOLD.map(|(action, _)| action))?;
    let actors: Vec<String> = past.iter().filter_map(|entry| entry.actor.clone()).collect();
    let names = people::names(conn, &actors)?;
    for entry in past {
        let Some(what) = told.get(entry.action.as_str()).copied() else { continue };
        let detail: Value = serde_json::from_str(&entry.detail)?;
        let interview = held.get(&entry.object_id);
        let application = match entry.action.split('.').next() {
            Some("application" | "tag") => Some(entry.object_id.as_str()),
            Some("note" | "file") => detail.get("application").and_then(Value::as_str),
            Some("interview") => interview.map(|held| held.application.as_str()),
            _ => None,
        };
        let of_candidate = what == Happening::Source;
        if !of_candidate && !application.is_some_and(|id| mine.contains(id)) {
            continue;
        }
        let stage = detail.get("stage").and_then(Value::as_str).unwrap_or_default();
        entries.push(TimelineEntry {
            at: Timestamp(entry.at),
            what,
            about: interview.map_or_else(|| stage.to_owned(), |held| held.name.clone()),
            who: entry.actor.and_then(|actor| names.get(&actor).cloned()),
            application_id: application.map(Into::into),
            loop_id: interview.map(|held| held.loop_id.clone()),
        });
    }
    Ok(())
}
