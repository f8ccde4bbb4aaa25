//! `PATCH /ladder/{id}`.

use super::tidied;
use crate::{
    db::ladder,
    failure::{Failure, all_good},
    http::operation::{Act, Door, Json, MEDIUM, Operation, Route, Verb, Who},
};
use evenhand_hiring::jobs::check_level;
use evenhand_policy::Class;
use evenhand_shared::{
    FieldError, LevelId,
    ladder::{LadderLevel, LevelChange},
    people::Role,
};
use serde_json::json;

/// Changes a level. Jobs on it show the new name; their own bands stay as they are.
pub struct ChangeLevel;

impl Operation for ChangeLevel {
    const ROUTE: Route = Route {
        id: "ladder.change",
        verb: Verb::Patch,
        path: "/ladder/{id}",
        summary: "Changes a level of the career ladder",
        class: Class::Neutral,
        who: Who::Roles(&[Role::Admin]),
        door: Door::Write,
        query: &[],
        limit: MEDIUM,
        status: 200,
    };
    type Body = LevelChange;
    type Answer = Json<LadderLevel>;

    fn run(act: &mut Act<'_, LevelChange>) -> Result<Self::Answer, Failure> {
        let id: LevelId = act.id()?;
        let mut level = ladder::find(act.conn, &id)?;
        let LevelChange { version, content } = act.body.clone();
        let faults = check_level(&content);
        all_good(
            faults
                .into_iter()
                .map(|f| FieldError { pointer: format!("/content{}", f.pointer), ..f })
                .collect(),
        )?;
        level.content = tidied(act.conn, content, Some(&id)).map_err(|failure| match failure {
            Failure::Invalid(faults) => Failure::Invalid(
                faults
                    .into_iter()
                    .map(|f| FieldError { pointer: format!("/content{}", f.pointer), ..f })
                    .collect(),
            ),
            other => other,
        })?;
        ladder::update(act.conn, &mut level, version)?;
        act.record("ladder.change", "ladder_level", id.as_str(), None, json!({}))?;
        Ok(Json(level))
    }
}
