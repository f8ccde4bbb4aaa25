//! `POST /imports/{id}/taking-back`.

use super::{TEAM, taking_back};
use crate::{
    db::origins,
    failure::Failure,
    http::{
        operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_policy::Class;
use evenhand_shared::{
    Code, ImportId, Timestamp,
    imports::{TakeBack, TakenBack},
};
use serde_json::json;

/// Takes an import back, whole or in part; who stays is named.
pub struct TakeBackImport;

impl Operation for TakeBackImport {
    const ROUTE: Route = Route {
        id: "imports.take_back",
        verb: Verb::Post,
        path: "/imports/{id}/taking-back",
        summary: "Takes an import back, whole or in part",
        class: Class::Frozen,
        who: Who::Roles(TEAM),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = TakeBack;
    type Answer = Json<TakenBack>;

    fn run(act: &mut Act<'_, TakeBack>) -> Result<Self::Answer, Failure> {
        let id: ImportId = act.id()?;
        let batch = origins::find_batch(act.conn, &id)?;
        if !scope::team(act.conn, act.viewer, &batch.job_id.as_str().into())?.recruiter {
            return Err(Failure::refused(Code::Forbidden, "Recruiters of the job take imports back."));
        }
        if taking_back::until(Timestamp(batch.imported_at), act.now).is_none() {
            return Err(taking_back::too_late());
        }
        let brought = origins::list_brought(act.conn, std::slice::from_ref(&batch.id))?;
        let chosen = &act.body.applications;
        if !chosen.iter().all(|id| brought.iter().any(|(_, application, _, _)| application == id.as_str())) {
            return Err(Failure::field("/applications", "unknown", "Choose applications of this import."));
        }
        let all = brought
            .into_iter()
            .map(|(_, application, candidate, name)| (application, candidate, name))
            .filter(|(application, _, _)| {
                chosen.is_empty() || chosen.iter().any(|id| id.as_str() == application)
            })
            .collect();
        let answer = taking_back::take_back(act, all)?;
        // A try that moves nobody leaves nothing: it would tell that somebody was meant to go.
        if answer.gone > 0 {
            act.record("import.take_back", "import", id.as_str(), None, json!({"gone": answer.gone}))?;
        }
        Ok(Json(answer))
    }
}
