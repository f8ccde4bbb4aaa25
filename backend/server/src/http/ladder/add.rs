//! `POST /ladder`.

use super::tidied;
use crate::{
    db::ladder,
    failure::{Failure, all_good},
    http::operation::{Act, Door, Json, MEDIUM, Operation, Route, Verb, Who},
};
use evenhand_hiring::jobs::check_level;
use evenhand_policy::Class;
use evenhand_shared::{
    LevelId,
    ladder::{LadderLevel, LevelContent},
    people::Role,
};
use serde_json::json;

/// Adds a level.
pub struct AddLevel;

impl Operation for AddLevel {
    const ROUTE: Route = Route {
        id: "ladder.add",
        verb: Verb::Post,
        path: "/ladder",
        summary: "Adds a level to the career ladder",
        class: Class::Neutral,
        who: Who::Roles(&[Role::Admin]),
        door: Door::Write,
        query: &[],
        limit: MEDIUM,
        status: 201,
    };
    type Body = LevelContent;
    type Answer = Json<LadderLevel>;

    fn run(act: &mut Act<'_, LevelContent>) -> Result<Self::Answer, Failure> {
        all_good(check_level(&act.body))?;
        let content = tidied(act.conn, act.body.clone(), None)?;
        let level = LadderLevel { id: free_id(act, &content)?, content, version: 1 };
        ladder::insert(act.conn, &level)?;
        act.record("ladder.add", "ladder_level", level.id.as_str(), None, json!({}))?;
        Ok(Json(level))
    }
}

/// The first id of this name that no level has: one of a former name may still hold an earlier one.
fn free_id(act: &mut Act<'_, LevelContent>, content: &LevelContent) -> Result<LevelId, Failure> {
    let levels = ladder::list(act.conn)?;
    let named = format!("{}\u{1}{}", content.function, content.name);
    let mut ids = (0..=levels.len()).map(|n| act.ids.object::<LevelId>("ladder_level", &named, n));
    ids.find(|id| levels.iter().all(|level| level.id != *id))
        .ok_or_else(|| Failure::Internal("more ids taken than there are levels".to_owned()))
}
