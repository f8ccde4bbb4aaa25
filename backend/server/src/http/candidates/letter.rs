//! `PATCH /applications/{id}/rejection`.

use super::{TEAM, rejection, row};
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::{candidates::ApplicationRow, rejections::LetterChange};

/// Changes the letter of a rejection that was not announced.
pub struct ChangeLetter;

impl Operation for ChangeLetter {
    const ROUTE: Route = Route {
        id: "applications.letter",
        verb: Verb::Patch,
        path: "/applications/{id}/rejection",
        summary: "Changes the letter of a rejection that was not announced",
        class: Class::Gated,
        who: Who::Roles(TEAM),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = LetterChange;
    type Answer = Json<ApplicationRow>;

    fn run(act: &mut Act<'_, LetterChange>) -> Result<Self::Answer, Failure> {
        let (key, rights) = rejection::key(act)?;
        let LetterChange { letter, version } = act.body.clone();
        rejection::write(act, &key, version, &letter)?;
        Ok(Json(row::one(act.conn, act.viewer, key, rights)?))
    }
}
