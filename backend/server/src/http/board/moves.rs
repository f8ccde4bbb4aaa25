//! `POST /jobs/{id}/board/moves`.

use super::{
    TEAM,
    moving::{Fate, move_one, undo_one},
};
use crate::{
    db::{
        applications::{self, Application, ApplicationKey},
        jobs, people, stage_moves,
    },
    failure::Failure,
    http::{
        candidates::row::Standings,
        operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_policy::Class;
use evenhand_shared::{
    ApplicationId, CandidateId, JobId,
    board::{MOST_MOVED, Moved, MovedCard, Moves, Outcome, Seen},
};
use std::collections::HashMap;

/// Moves cards to a stage, each for itself: what has been changed by somebody else stays as it is and is named.
pub struct MoveCards;

impl Operation for MoveCards {
    const ROUTE: Route = Route {
        id: "board.move",
        verb: Verb::Post,
        path: "/jobs/{id}/board/moves",
        summary: "Moves one or several applications to a stage and says what became of each",
        class: Class::Frozen,
        who: Who::Roles(TEAM),
        door: Door::Write,
        query: &[],
        limit: 4 * SMALL,
        status: 200,
    };
    type Body = Moves;
    type Answer = Json<Moved>;

    fn run(act: &mut Act<'_, Moves>) -> Result<Self::Answer, Failure> {
        let job: JobId = act.id()?;
        scope::team(act.conn, act.viewer, &job)?;
        let Moves { stage, cards } = act.body.clone();
        if !jobs::find(act.conn, &job)?.stages()?.contains(&stage) {
            return Err(Failure::field("/stage", "unknown", "Choose one of the job's stages."));
        }
        each(act, &job, &cards, |act, key, application, seen| {
            let fate = move_one(act, key, application, &stage, seen)?;
            if matches!(fate, Fate::Stale) && application.stage != stage {
                let id = ApplicationId(application.id.clone());
                stage_moves::contest(act.conn, &id, &job, &stage, act.viewer.id(), act.now)?;
            }
            Ok(fate)
        })
    }
}

/// Takes the last moves back.
pub(super) fn undo<B>(
    act: &mut Act<'_, B>,
    job: &JobId,
    stages: &[String],
    cards: &[Seen],
) -> Result<Json<Moved>, Failure> {
    each(act, job, cards, |act, key, application, seen| undo_one(act, key, application, stages, seen))
}

/// Does something to each card that the viewer may change. Whoever they are open on is left out by the viewer's own rows, before
/// anything else about that person is read.
pub(super) fn each<B>(
    act: &mut Act<'_, B>,
    job: &JobId,
    cards: &[Seen],
    change: impl Fn(&mut Act<'_, B>, &ApplicationKey, &mut Application, i64) -> Result<Fate, Failure>,
) -> Result<Json<Moved>, Failure> {
    if cards.is_empty() || cards.len() > MOST_MOVED {
        return Err(Failure::field("/cards", "count", format!("Name 1 to {MOST_MOVED} applications.")));
    }
    let standings = Standings::load(act.conn, act.viewer)?;
    let ids: Vec<String> = cards.iter().map(|seen| seen.id.as_str().to_owned()).collect();
    let keys: HashMap<String, ApplicationKey> = applications::list_keys_in(act.conn, job, &ids)?
        .into_iter()
        .map(|key| (key.id.clone(), key))
        .collect();
    let open =
        |key: &ApplicationKey| standings.frozen_stage(&CandidateId(key.candidate_id.clone())).is_some();
    let readable: Vec<String> = keys.values().filter(|key| !open(key)).map(|key| key.id.clone()).collect();
    let mut stored: HashMap<String, Application> =
        applications::list(act.conn, &readable)?.into_iter().map(|a| (a.id.clone(), a)).collect();
    let mut done = Vec::with_capacity(cards.len());
    for seen in cards {
        let nothing =
            |outcome| MovedCard { id: seen.id.clone(), outcome, stage: None, version: None, by: None };
        let Some(key) = keys.get(seen.id.as_str()) else {
            done.push(nothing(Outcome::Absent));
            continue;
        };
        let Some(application) = stored.get_mut(seen.id.as_str()) else {
            done.push(nothing(Outcome::LeftOut));
            continue;
        };
        let outcome = match change(act, key, application, seen.version)? {
            Fate::Moved => Outcome::Moved,
            Fate::Done => Outcome::Done,
            Fate::Stale => Outcome::Stale,
            Fate::Rejected => Outcome::Rejected,
            Fate::Nothing => Outcome::NothingToUndo,
        };
        let by = if outcome == Outcome::Stale { mover(act, application)? } else { None };
        done.push(MovedCard {
            id: seen.id.clone(),
            outcome,
            stage: Some(application.stage.clone()),
            version: Some(application.version),
            by,
        });
    }
    Ok(Json(Moved { cards: done }))
}

/// Who made the newest version, where that was a move.
fn mover<B>(act: &mut Act<'_, B>, application: &Application) -> Result<Option<String>, Failure> {
    let Some(last) = stage_moves::find(act.conn, &application.id, application.version)? else {
        return Ok(None);
    };
    let mut names = people::names(act.conn, std::slice::from_ref(&last.by_person))?;
    Ok(names.remove(&last.by_person))
}
