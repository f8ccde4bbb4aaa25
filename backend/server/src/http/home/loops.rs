//! Loops as matters: read in a few queries for all loops that the caller may follow, never one on a candidate on whom they are open.

use super::read::{Mine, Own, Titles, rights};
use crate::{
    db::{
        applications,
        assignments::{self, Assignment},
        interviews::{self, Interview},
        loops::{self, LoopKey},
        people, place_requests, plans, releases, scorecards, servings,
    },
    failure::Failure,
    http::operation::Act,
    panel::slot_fact,
};
use evenhand_hiring::loops::{SlotFact, card_progress, due_at, due_soon, interview_end, panel_complete};
use evenhand_policy::{LoopAccess, grant::ProgressGrant, loop_access};
use evenhand_shared::{
    CandidateId, LoopId, Timestamp,
    home::{Matter, MatterKind},
    loops::{CardProgress, SlotState},
    plan::Plan,
    time::DAY,
};
use std::collections::{HashMap, HashSet};

/// What was found.
pub struct Collected {
    /// The matters.
    pub matters: Vec<Matter>,
    /// Loops that collect cards with nothing late.
    pub collecting: u64,
}

/// The matters of all loops of these jobs, apart from those of whom the viewer is open on.
pub fn matters<B>(
    act: &mut Act<'_, B>,
    own: &Own,
    mine: &Mine,
    jobs: &[String],
    open: &[String],
    titles: &Titles,
) -> Result<Collected, Failure> {
    // What nobody has read for a month is no news.
    let since = act.now.plus(-30 * DAY);
    let (mut followed, mut waiting) = (Vec::new(), HashSet::new());
    for key in loops::list_keys_of_work(act.conn, jobs, open, since)? {
        let slots = own.get(&CandidateId(key.candidate_id.clone())).map_or(&[][..], Vec::as_slice);
        let id = LoopId(key.id.clone());
        match loop_access(slots, rights(mine, &key.job_id.as_str().into()), &id) {
            LoopAccess::Hidden => {}
            LoopAccess::Team(progress) => followed.push((key, progress)),
            LoopAccess::AfterRelease(progress) => {
                waiting.insert(key.id.clone());
                followed.push((key, progress));
            }
        }
    }
    let ids: Vec<String> = followed.iter().map(|(key, _)| key.id.clone()).collect();
    let released = releases::times(act.conn, &ids)?;
    followed.retain(|(key, _)| !waiting.contains(&key.id) || released.contains_key(&key.id));
    let read: HashSet<String> = servings::list_loops(act.conn, act.viewer.id())?.into_iter().collect();
    let applications: Vec<String> = followed.iter().map(|(key, _)| key.application_id.clone()).collect();
    let names = applications::undecided_names(act.conn, &applications)?;
    // An application that was decided on stands in no part.
    let matter = |kind, key: &LoopKey, person: Option<String>, at: Option<Timestamp>| {
        names.get(key.application_id.as_str()).map(|name| Matter {
            kind,
            candidate_id: key.candidate_id.as_str().into(),
            candidate_name: name.clone(),
            job_id: key.job_id.as_str().into(),
            job_title: titles.get(&key.job_id).cloned().unwrap_or_default(),
            loop_id: Some(key.id.as_str().into()),
            person,
            at,
        })
    };
    let mut matters = Vec::new();
    let mut running = Vec::new();
    for (key, progress) in followed {
        match released.get(&key.id) {
            Some(at) if !read.contains(&key.id) => {
                matters.extend(matter(MatterKind::Packet, &key, None, Some(*at)));
            }
            Some(_) => {}
            None if names.contains_key(key.application_id.as_str()) => running.push((key, progress)),
            None => {}
        }
    }
    let mut collecting = 0_u64;
    let panels = panels(act, &running)?;
    for (key, _) in &running {
        let Some(panel) = panels.by_loop.get(&key.id) else { continue };
        let before = matters.len();
        let facts: Vec<SlotFact> = panel.iter().map(|(_, fact)| *fact).collect();
        if panel_complete(&facts) {
            matters.extend(matter(MatterKind::Complete, key, None, None));
            continue;
        }
        for (place, fact) in panel.iter().filter(|(_, fact)| fact.awaited()) {
            let name = || panels.names.get(&place.person_id).cloned();
            let due = due_at(fact.interview_end);
            match card_progress(fact, act.now) {
                CardProgress::Overdue => matters.extend(matter(MatterKind::Overdue, key, name(), due)),
                CardProgress::Due if due.is_some_and(|due| due_soon(due, act.now)) => {
                    matters.extend(matter(MatterKind::DueSoon, key, name(), due));
                }
                _ if place.state()? == SlotState::Declined => {
                    matters.extend(matter(MatterKind::Declined, key, name(), None));
                }
                _ => {}
            }
        }
        if panels.without_time.contains(&key.id) {
            matters.extend(matter(MatterKind::NoTime, key, None, None));
        }
        if matters.len() == before {
            collecting = collecting.saturating_add(1);
        }
    }
    Ok(Collected { matters, collecting })
}

struct Panels {
    by_loop: HashMap<String, Vec<(Assignment, SlotFact)>>,
    without_time: HashSet<String>,
    names: HashMap<String, String>,
}

fn panels<B>(act: &mut Act<'_, B>, running: &[(LoopKey, ProgressGrant)]) -> Result<Panels, Failure> {
    let ids: Vec<String> = running.iter().map(|(key, _)| key.id.clone()).collect();
    let grants: Vec<&ProgressGrant> = running.iter().map(|(_, grant)| grant).collect();
    let mut plan_of: HashMap<&str, &str> = HashMap::new();
    let mut content: HashMap<&str, Plan> = HashMap::new();
    for (key, _) in running {
        plan_of.insert(&key.id, &key.plan_id);
        if !content.contains_key(key.plan_id.as_str()) {
            content.insert(&key.plan_id, plans::find(act.conn, &key.plan_id.as_str().into())?.plan);
        }
    }
    let interviews: HashMap<String, Interview> =
        interviews::list_of_loops(act.conn, &ids)?.into_iter().map(|i| (i.id.clone(), i)).collect();
    let states = scorecards::states_of_all(act.conn, &grants)?;
    let extended = place_requests::extensions_of_loops(act.conn, &ids)?;
    let mut by_loop: HashMap<String, Vec<(Assignment, SlotFact)>> = HashMap::new();
    let mut people_ids = HashSet::new();
    for place in assignments::list_of_loops(act.conn, &ids)? {
        let interview = interviews.get(&place.interview_id);
        let plan = plan_of.get(place.loop_id.as_str()).and_then(|id| content.get(id));
        let end = interview.and_then(|interview| {
            let minutes = plan.and_then(|plan| plan.kit(&interview.kit)).map_or(0, |kit| kit.minutes);
            interview_end(interview.starts_at.map(Timestamp), minutes)
        });
        // A time that was granted on request moves the deadline; the end moves with it.
        let end = end.max(extended.get(&place.id).map(|until| until.plus(-DAY)));
        let cancelled = interview.is_some_and(|interview| interview.cancelled);
        let fact = slot_fact(&place, cancelled, end, states.get(&place.id).map(String::as_str))?;
        people_ids.insert(place.person_id.clone());
        by_loop.entry(place.loop_id.clone()).or_default().push((place, fact));
    }
    let people_ids: Vec<String> = people_ids.into_iter().collect();
    Ok(Panels {
        by_loop,
        without_time: interviews
            .values()
            .filter(|interview| !interview.cancelled && interview.starts_at.is_none())
            .map(|interview| interview.loop_id.clone())
            .collect(),
        names: people::names(act.conn, &people_ids)?,
    })
}
