//! Moving an application from stage to stage. Nothing else follows from it (S3).

use crate::{
    db::{
        applications::{self, Application, ApplicationKey},
        stage_moves::{self, StageMove},
    },
    failure::Failure,
    http::{candidates::rejection, operation::Act},
};
use evenhand_hiring::rejection::State;
use serde_json::json;

/// What became of a move.
pub enum Fate {
    /// It was made, or it stands there already.
    Moved,
    /// It was rejected just now.
    Done,
    /// Somebody changed the application first.
    Stale,
    /// The rejected do not move.
    Rejected,
    /// There is no move that could be taken back.
    Nothing,
}

/// Moves an application that was seen in `version`. The caller is on the team, not open on the candidate, and the stage is one of
/// the job's.
pub fn move_one<B>(
    act: &mut Act<'_, B>,
    key: &ApplicationKey,
    application: &mut Application,
    stage: &str,
    version: i64,
) -> Result<Fate, Failure> {
    let fate = may_move(application, version);
    if matches!(fate, Fate::Moved) && application.stage != stage {
        let since = act.now.0;
        write(act, key, application, stage, since, json!({"stage": stage}))?;
    }
    Ok(fate)
}

/// Takes back the move or the rejection that made `version`, when nothing has happened since: the stage and the time since when it
/// had stood there. What the candidate was told is not taken back here.
pub fn undo_one<B>(
    act: &mut Act<'_, B>,
    key: &ApplicationKey,
    application: &mut Application,
    stages: &[String],
    version: i64,
) -> Result<Fate, Failure> {
    match may_move(application, version) {
        Fate::Moved => {}
        Fate::Rejected if rejection::state(act.conn, application)? == State::Decided => {
            rejection::undo(act, key, version)?;
            *application = applications::find(act.conn, &application.id.as_str().into())?;
            return Ok(Fate::Moved);
        }
        fate => return Ok(fate),
    }
    match stage_moves::find(act.conn, &application.id, version)? {
        Some(last) if stages.contains(&last.from_stage) => {
            let detail = json!({"stage": last.from_stage, "undo": true});
            write(act, key, application, &last.from_stage, last.since_before, detail)?;
            Ok(Fate::Moved)
        }
        _ => Ok(Fate::Nothing),
    }
}

fn may_move(application: &Application, version: i64) -> Fate {
    if application.version != version {
        Fate::Stale
    } else if application.rejection_reason.is_some() {
        Fate::Rejected
    } else {
        Fate::Moved
    }
}

fn write<B>(
    act: &mut Act<'_, B>,
    key: &ApplicationKey,
    application: &mut Application,
    stage: &str,
    since: i64,
    detail: serde_json::Value,
) -> Result<(), Failure> {
    let from_stage = std::mem::replace(&mut application.stage, stage.to_owned());
    let since_before = std::mem::replace(&mut application.stage_since, since);
    let seen = application.version;
    applications::update(act.conn, application, seen)?;
    let made = StageMove {
        application_id: application.id.clone(),
        version: application.version,
        from_stage,
        to_stage: stage.to_owned(),
        since_before,
        by_person: act.viewer.id().as_str().to_owned(),
        at: act.now.0,
    };
    stage_moves::insert(act.conn, &made)?;
    stage_moves::settle(act.conn, &application.id)?;
    act.record("application.stage", "application", &application.id, Some(&key.candidate_id), detail)
}
