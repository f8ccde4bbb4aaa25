//! `POST /applications/{id}/stage`.

use super::{TEAM, row};
use crate::{
    db::{applications, jobs},
    failure::Failure,
    http::{
        board::{Fate, move_one},
        operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_policy::Class;
use evenhand_shared::{
    ApplicationId, CandidateId, Code, JobId,
    candidates::{ApplicationRow, StageMove},
};

/// Moves an application to another column of the job's pipeline. Nothing else follows from it (S3).
pub struct MoveStage;

impl Operation for MoveStage {
    const ROUTE: Route = Route {
        id: "applications.stage",
        verb: Verb::Post,
        path: "/applications/{id}/stage",
        summary: "Moves an application to another stage",
        class: Class::Gated,
        who: Who::Roles(TEAM),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = StageMove;
    type Answer = Json<ApplicationRow>;

    fn run(act: &mut Act<'_, StageMove>) -> Result<Self::Answer, Failure> {
        let id: ApplicationId = act.id()?;
        let key = applications::find_key(act.conn, &id)?;
        let candidate = CandidateId(key.candidate_id.clone());
        scope::demand_not_open(act.conn, act.viewer, &candidate)?;
        let job = JobId(key.job_id.clone());
        let rights = scope::team_on(act.conn, act.viewer, &job, &candidate)?;
        let StageMove { stage, version } = act.body.clone();
        if !jobs::find(act.conn, &job)?.stages()?.contains(&stage) {
            return Err(Failure::field("/stage", "unknown", "Choose one of the job's stages."));
        }
        let mut application = applications::find(act.conn, &id)?;
        match move_one(act, &key, &mut application, &stage, version)? {
            Fate::Moved => {}
            Fate::Stale => return Err(Failure::stale()),
            Fate::Rejected | Fate::Nothing | Fate::Done => {
                return Err(Failure::refused(
                    Code::Conflict,
                    "This application was rejected; it does not move.",
                ));
            }
        }
        Ok(Json(row::one(act.conn, act.viewer, key, rights)?))
    }
}
