//! `GET /my/notices`.

use crate::{
    db::{
        candidates, notices, people, releases,
        words::{read_word, word},
    },
    failure::Failure,
    http::{
        covers,
        operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
        scope,
        scorecards::page,
    },
};
use evenhand_hiring::notices::words;
use evenhand_policy::{Class, OwnSlot, Standing, blind_in_loop, standing};
use evenhand_shared::{
    CandidateId, LoopId, Timestamp,
    notices::{NOTICES_MAX, NoticeKind, NoticeRow},
};
use std::collections::{HashMap, HashSet};

/// What the caller is told, newest first. What is about a candidate on whom they are open is kept back until they have closed.
pub struct ListNotices;

impl Operation for ListNotices {
    const ROUTE: Route = Route {
        id: "notices.list",
        verb: Verb::Get,
        path: "/my/notices",
        summary: "What the caller is told",
        class: Class::Own,
        who: Who::SignedIn,
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<Vec<NoticeRow>>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let shown = visible(act)?;
        let actors: Vec<String> = shown.iter().filter_map(|row| row.actor_id.clone()).collect();
        let names = people::names(act.conn, &actors)?;
        let about: Vec<String> = shown.iter().filter_map(|row| row.candidate_id.clone()).collect();
        let candidates = candidates::names(act.conn, &about)?;
        // One's own places name the candidate as one's own pages do.
        let mine: HashMap<String, String> = page::my_interviews(act.conn, act.viewer)?
            .into_iter()
            .map(|interview| (interview.id.0, interview.candidate_name))
            .collect();
        let rows = shown.into_iter().map(|row| {
            let who = row.actor_id.as_ref().and_then(|id| names.get(id));
            let whom = row.candidate_id.as_ref().and_then(|id| candidates.get(id));
            let whom = whom.or_else(|| mine.get(&row.object_id));
            let kind = read_word(&row.kind)?;
            Ok(NoticeRow {
                text: words(kind, who.map(String::as_str), whom.map(String::as_str)),
                path: path(kind, &row.object_kind, &row.object_id),
                id: row.id.into(),
                kind,
                at: Timestamp(row.created_at),
                until: row.until_at.map(Timestamp),
                seen: row.seen_at.is_some(),
            })
        });
        rows.collect::<Result<Vec<_>, Failure>>().map(Json)
    }
}

/// The page that an entry leads to.
fn path(told: NoticeKind, kind: &str, id: &str) -> Option<String> {
    // What was said about a place stands with what else can be said about it.
    let answered = matches!(told, NoticeKind::SwapTaken | NoticeKind::SwapRefused | NoticeKind::TimeRefused);
    match kind {
        "scorecard" if answered => Some(format!("/duties/{id}")),
        "scorecard" => Some(format!("/scorecards/{id}")),
        "loop" => Some(format!("/loops/{id}")),
        "candidate" => Some(format!("/candidates/{id}")),
        "audit" => Some("/audit".to_owned()),
        "job" => Some(format!("/jobs/{id}")),
        "request" | "interviews" => Some("/requests".to_owned()),
        _ => None,
    }
}

/// The caller's entries that they may read now. Open candidates come from the caller's own rows, before anything is read.
fn visible(act: &mut Act<'_, Empty>) -> Result<Vec<notices::Notice>, Failure> {
    let own = scope::own_by_candidate(act.conn, act.viewer)?;
    let is_open = |slots: &Vec<OwnSlot>| standing(slots) == Standing::Open;
    let mut open: Vec<CandidateId> =
        own.iter().filter(|(_, slots)| is_open(slots)).map(|(id, _)| id.clone()).collect();
    open.sort();
    let most = i64::try_from(NOTICES_MAX.saturating_mul(4)).unwrap_or(i64::MAX);
    let all = notices::list(act.conn, act.viewer.id(), &open, most)?;
    // S5: whoever left a panel without a card waits for the release, whatever role follows.
    let after_release = word(&NoticeKind::GlassWasBroken)?;
    let waits = |row: &notices::Notice| match (&row.candidate_id, &row.loop_id) {
        (Some(candidate), Some(loop_id)) => {
            row.kind == after_release
                || own
                    .get(&CandidateId(candidate.clone()))
                    .is_some_and(|slots| blind_in_loop(slots, &LoopId(loop_id.clone())))
        }
        _ => false,
    };
    let waiting: Vec<String> =
        all.iter().filter(|row| waits(row)).filter_map(|row| row.loop_id.clone()).collect();
    let released = releases::times(act.conn, &waiting)?;
    let jobs: HashSet<String> =
        scope::my_jobs(act.conn, act.viewer)?.into_iter().map(|(id, _, _)| id.0).collect();
    let begins = word(&NoticeKind::CoverBegins)?;
    let mut shown = Vec::new();
    for row in all {
        let waits = waits(&row) && row.loop_id.as_ref().is_none_or(|id| !released.contains_key(id));
        let here = match (&row.job_id, &row.candidate_id) {
            // Shown as long as it lasts. Few stand in for somebody at a time: each is looked up by itself.
            (Some(job), Some(candidate)) if row.kind == begins => {
                let (job, candidate) = (job.as_str().into(), candidate.as_str().into());
                covers::rights(act.conn, act.viewer, &job, &candidate)?.team()
            }
            (Some(job), _) => jobs.contains(job),
            (None, _) => true,
        };
        if here && !waits && shown.len() < NOTICES_MAX {
            shown.push(row);
        }
    }
    Ok(shown)
}
