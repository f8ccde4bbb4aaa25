//! `POST /ladder/{id}/removal`.

use crate::{
    db::{jobs, ladder},
    failure::Failure,
    http::operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::{
    Code, LevelId,
    ladder::{LadderLevel, LevelRemoval},
    people::Role,
};
use serde_json::json;

/// Takes a level away on which no job stands.
pub struct RemoveLevel;

impl Operation for RemoveLevel {
    const ROUTE: Route = Route {
        id: "ladder.remove",
        verb: Verb::Post,
        path: "/ladder/{id}/removal",
        summary: "Removes a level of the career ladder",
        class: Class::Neutral,
        who: Who::Roles(&[Role::Admin]),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = LevelRemoval;
    type Answer = Json<Vec<LadderLevel>>;

    fn run(act: &mut Act<'_, LevelRemoval>) -> Result<Self::Answer, Failure> {
        let id: LevelId = act.id()?;
        ladder::find(act.conn, &id)?;
        if jobs::any_on_level(act.conn, &id)? {
            return Err(Failure::refused(
                Code::Conflict,
                "A job stands on this level. Give the job another level first.",
            ));
        }
        ladder::delete(act.conn, &id, act.body.version)?;
        act.record("ladder.remove", "ladder_level", id.as_str(), None, json!({}))?;
        Ok(Json(ladder::list(act.conn)?))
    }
}
