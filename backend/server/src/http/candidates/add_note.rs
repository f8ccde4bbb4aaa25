//! `POST /applications/{id}/notes`.

use super::{TEAM, record, rejection};
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::notes::{NewNote, NoteRow};

/// Writes a note about an application, for its team.
pub struct AddNote;

impl Operation for AddNote {
    const ROUTE: Route = Route {
        id: "notes.add",
        verb: Verb::Post,
        path: "/applications/{id}/notes",
        summary: "Writes a note about an application",
        class: Class::Gated,
        who: Who::Roles(TEAM),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 201,
    };
    type Body = NewNote;
    type Answer = Json<NoteRow>;

    fn run(act: &mut Act<'_, NewNote>) -> Result<Self::Answer, Failure> {
        let (key, _) = rejection::key(act)?;
        let text = record::check_note(&act.body.text)?;
        record::add_note(act, &key, &text).map(Json)
    }
}
