//! A loop for the job's team: who is due, never what they wrote.

use crate::{
    db::{
        Conn,
        assignments::{self, Assignment},
        broken_glass, candidates,
        interviews::{self, Interview},
        loops::{self, Loop},
        notices, people, place_requests, plans,
        releases::{self, ReleaseRow},
        scorecards,
    },
    failure::Failure,
    http::{
        covers,
        operation::{Act, Json},
        scope::{self, LoopScope},
    },
    panel::slot_fact,
};
use evenhand_hiring::loops::{SlotFact, card_progress, due_at, interview_end, progress};
use evenhand_policy::grant::ProgressGrant;
use evenhand_shared::{
    LoopId, PersonId, Timestamp,
    acts::{LoopRequest, RequestKind},
    loops::{InterviewDetail, LoopDetail, LoopRights, LoopRow, PanelChanged, Release, SlotDetail, SlotKind},
    panel_mix::{PanelHint, Panelist, panel_hints},
    plan::{Plan, PlanVersion},
    time::DAY,
};
use std::{collections::HashMap, rc::Rc};

/// Everything about a loop's panel that progress is made of.
struct Panel {
    version: Rc<PlanVersion>,
    interviews: Vec<Interview>,
    places: Vec<(Assignment, SlotFact)>,
}

/// The panels of these loops by loop: one query for each table, however many loops there are.
fn panels(conn: &mut Conn, all: &[(Loop, ProgressGrant)]) -> Result<HashMap<String, Panel>, Failure> {
    let ids: Vec<String> = all.iter().map(|(row, _)| row.id.clone()).collect();
    let mut plan_ids: Vec<String> = all.iter().map(|(row, _)| row.plan_id.clone()).collect();
    plan_ids.sort_unstable();
    plan_ids.dedup();
    let versions: HashMap<String, Rc<PlanVersion>> = plans::list_by_ids(conn, &plan_ids)?
        .into_iter()
        .map(|(id, version)| (id, Rc::new(version)))
        .collect();
    let grants: Vec<&ProgressGrant> = all.iter().map(|(_, grant)| grant).collect();
    let states = scorecards::states_of_all(conn, &grants)?;
    let extended = place_requests::extensions_of_loops(conn, &ids)?;
    let mut panels: HashMap<String, Panel> = HashMap::with_capacity(all.len());
    for (row, _) in all {
        let version = versions.get(&row.plan_id).cloned().ok_or(Failure::NotFound)?;
        panels.insert(row.id.clone(), Panel { version, interviews: Vec::new(), places: Vec::new() });
    }
    let mut ends: HashMap<String, (bool, Option<Timestamp>)> = HashMap::new();
    for interview in interviews::list_of_loops(conn, &ids)? {
        if let Some(panel) = panels.get_mut(&interview.loop_id) {
            let end = end(&panel.version.plan, &interview);
            ends.insert(interview.id.clone(), (interview.cancelled, end));
            panel.interviews.push(interview);
        }
    }
    for place in assignments::list_of_loops(conn, &ids)? {
        let (cancelled, end) = ends.get(&place.interview_id).copied().unwrap_or((false, None));
        // A time that was granted on request moves the deadline; the end moves with it.
        let end = end.max(extended.get(&place.id).map(|until| until.plus(-DAY)));
        let fact = slot_fact(&place, cancelled, end, states.get(&place.id).map(String::as_str))?;
        if let Some(panel) = panels.get_mut(&place.loop_id) {
            panel.places.push((place, fact));
        }
    }
    Ok(panels)
}

fn end(plan: &Plan, interview: &Interview) -> Option<Timestamp> {
    let minutes = plan.kit(&interview.kit).map_or(0, |kit| kit.minutes);
    interview_end(interview.starts_at.map(Timestamp), minutes)
}

/// The answer to an act that put people on a panel. It goes through the same decision as every look at the loop: whoever has
/// just put themselves on it is blind, and gets the loop's id alone.
///
/// That nobody of the team could act is said from the request and the job's team alone: who else is open is hidden from whoever is now
/// blind, and everybody else can act themselves.
pub fn after_panel_change<B>(
    act: &mut Act<'_, B>,
    id: &LoopId,
    asked: &[PersonId],
) -> Result<Json<PanelChanged>, Failure> {
    let (_, job) = loops::find_key(act.conn, id)?;
    let cover_needed = covers::nobody_left(act.conn, &job, |_, person| Ok(asked.contains(person)))?;
    let detail = match scope::team_loop(act.conn, act.viewer, id) {
        Ok(scope) => Some(detail(act.conn, &scope, act.now)?),
        Err(Failure::NotFound) => None,
        Err(other) => return Err(other),
    };
    Ok(Json(PanelChanged { loop_id: id.clone(), detail, cover_needed }))
}

/// Loops in a list, in the order given.
pub fn rows(conn: &mut Conn, all: &[(Loop, ProgressGrant)], now: Timestamp) -> Result<Vec<LoopRow>, Failure> {
    let ids: Vec<String> = all.iter().map(|(row, _)| row.id.clone()).collect();
    let candidates: Vec<String> = all.iter().map(|(row, _)| row.candidate_id.clone()).collect();
    let names = candidates::names(conn, &candidates)?;
    let released = releases::times(conn, &ids)?;
    let panels = panels(conn, all)?;
    let rows = all.iter().map(|(row, _)| {
        let panel = panels.get(&row.id).ok_or(Failure::NotFound)?;
        let name = names.get(&row.candidate_id).cloned().unwrap_or_default();
        Ok(row_of(row, name, panel, released.get(&row.id).copied(), now))
    });
    rows.collect()
}

fn row_of(
    row: &Loop,
    candidate_name: String,
    panel: &Panel,
    released_at: Option<Timestamp>,
    now: Timestamp,
) -> LoopRow {
    let facts: Vec<SlotFact> = panel.places.iter().map(|(_, fact)| *fact).collect();
    LoopRow {
        id: row.id.as_str().into(),
        application_id: row.application_id.as_str().into(),
        candidate_name,
        candidate_id: row.candidate_id.as_str().into(),
        job_id: row.job_id.as_str().into(),
        job_title: panel.version.plan.job.title.clone(),
        progress: progress(&facts, now),
        released_at,
        started_at: Timestamp(row.started_at),
    }
}

/// How a loop was revealed, in words for people.
pub fn release(conn: &mut Conn, row: ReleaseRow) -> Result<Release, Failure> {
    let by = match &row.by {
        Some(id) => Some(people::find(conn, id)?.name),
        None => None,
    };
    Ok(Release { at: row.at, kind: row.kind, by, reason: row.reason })
}

/// The loop's page.
pub fn detail(conn: &mut Conn, scope: &LoopScope, now: Timestamp) -> Result<LoopDetail, Failure> {
    let id: LoopId = scope.row.id.as_str().into();
    // Read anew: an act may have changed it since the scope was made.
    let current = loops::find(conn, &id)?;
    let mut panels = panels(conn, &[(current.clone(), scope.progress.clone())])?;
    let panel = panels.remove(&current.id).ok_or(Failure::NotFound)?;
    let released = releases::find(conn, &id)?;
    let name = candidates::find(conn, &current.candidate_id.as_str().into())?.name;
    let head = row_of(&current, name, &panel, released.as_ref().map(|r| r.at), now);
    let people: Vec<String> = panel.places.iter().map(|(place, _)| place.person_id.clone()).collect();
    let names = people::names(conn, &people)?;
    let ids: Vec<String> = panel.places.iter().map(|(place, _)| place.id.clone()).collect();
    let nudged = notices::latest_nudges(conn, &ids)?;
    let interviews = panel
        .interviews
        .iter()
        .map(|interview| interview_detail(&panel, interview, &names, &nudged, now))
        .collect::<Result<Vec<_>, _>>()?;
    let panel_hints = hints(conn, &panel)?;
    let packet = released.is_some();
    Ok(LoopDetail {
        row: head,
        plan_id: panel.version.id.clone(),
        plan_number: panel.version.number,
        reveal: current.rule()?,
        brief: current.brief,
        adaptive: current.adaptive,
        interviews,
        panel_hints,
        may: LoopRights { manage: true, open: scope.rights.hiring_manager && !packet, packet },
        release: released.map(|r| release(conn, r)).transpose()?,
        requests: requests(conn, scope, &id)?,
        last_to_act: covers::last_to_act(
            conn,
            &scope.viewer,
            &scope.row.job_id.as_str().into(),
            &scope.row.candidate_id.as_str().into(),
        )?,
        glass_until: if packet { None } else { broken_glass::active(conn, &id, &scope.viewer, now)? },
    })
}

/// Who stands on the panel, shadows left out: they have no say.
fn hints(conn: &mut Conn, panel: &Panel) -> Result<Vec<PanelHint>, Failure> {
    let mut ids = Vec::new();
    for (place, fact) in &panel.places {
        if !fact.interview_cancelled && fact.state.stands() && fact.kind != SlotKind::Shadow {
            ids.push(place.person_id.clone());
        }
    }
    let people = people::functions(conn, &ids)?;
    let panelists: Vec<Panelist<'_>> = people
        .iter()
        .map(|(id, (function, seniority))| Panelist { id, function, seniority: *seniority })
        .collect();
    Ok(panel_hints(&panelists))
}

/// What panelists said about their places. That somebody knows the candidate is for recruiters (S17).
fn requests(conn: &mut Conn, scope: &LoopScope, id: &LoopId) -> Result<Vec<LoopRequest>, Failure> {
    let rows = place_requests::list(conn, id)?;
    let people: Vec<String> = rows
        .iter()
        .flat_map(|row| [Some(row.person_id.clone()), row.colleague_id.clone()])
        .flatten()
        .collect();
    let names = people::names(conn, &people)?;
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let kind = row.kind()?;
        if kind == RequestKind::Knows && !scope.rights.recruiter {
            continue;
        }
        all.push(LoopRequest {
            kind,
            state: row.state()?,
            who: names.get(&row.person_id).cloned().unwrap_or_default(),
            colleague: row.colleague_id.and_then(|id| names.get(&id).cloned()),
            until: row.until_at.map(Timestamp),
            at: Timestamp(row.created_at),
            id: row.id.into(),
            assignment_id: row.assignment_id.into(),
        });
    }
    Ok(all)
}

fn interview_detail(
    panel: &Panel,
    interview: &Interview,
    names: &HashMap<String, String>,
    nudged: &HashMap<String, Timestamp>,
    now: Timestamp,
) -> Result<InterviewDetail, Failure> {
    let kit = panel.version.plan.kit(&interview.kit);
    let places = panel.places.iter().filter(|(place, _)| place.interview_id == interview.id);
    Ok(InterviewDetail {
        id: interview.id.as_str().into(),
        kit: interview.kit.clone(),
        kit_name: kit.map_or_else(|| interview.kit.clone(), |k| k.name.clone()),
        minutes: kit.map_or(0, |k| k.minutes),
        starts_at: interview.starts_at.map(Timestamp),
        zone: interview.zone.clone(),
        place: interview.place.clone(),
        cancelled: interview.cancelled,
        version: interview.version,
        panel: places
            .map(|(place, fact)| {
                Ok(SlotDetail {
                    id: place.id.as_str().into(),
                    person_id: place.person_id.as_str().into(),
                    name: names.get(&place.person_id).cloned().unwrap_or_default(),
                    kind: place.kind()?,
                    required: place.required,
                    state: place.state()?,
                    card: card_progress(fact, now),
                    asked_at: Timestamp(place.assigned_at),
                    due_at: due_at(fact.interview_end),
                    nudged_at: nudged.get(&place.id).copied(),
                    may_nudge: fact.owes()
                        && interview.starts_at.is_some_and(|at| at <= now.0)
                        && nudged.get(&place.id).is_none_or(|at| now.since(*at) >= DAY),
                })
            })
            .collect::<Result<Vec<_>, Failure>>()?,
    })
}
