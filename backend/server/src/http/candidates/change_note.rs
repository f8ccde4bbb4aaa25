//! `PATCH /notes/{id}`.

use super::{TEAM, record};
use crate::{
    db::{applications, notes},
    failure::Failure,
    http::{
        operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_policy::Class;
use evenhand_shared::{
    Code, NoteId,
    notes::{NoteChange, NoteRow},
};
use serde_json::json;

/// Changes a note of one's own; what it said before stays readable.
pub struct ChangeNote;

impl Operation for ChangeNote {
    const ROUTE: Route = Route {
        id: "notes.change",
        verb: Verb::Patch,
        path: "/notes/{id}",
        summary: "Changes a note of one's own",
        class: Class::Gated,
        who: Who::Roles(TEAM),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = NoteChange;
    type Answer = Json<NoteRow>;

    fn run(act: &mut Act<'_, NoteChange>) -> Result<Self::Answer, Failure> {
        let id: NoteId = act.id()?;
        let candidate = notes::find_candidate(act.conn, &id)?;
        scope::demand_not_open(act.conn, act.viewer, &candidate.as_str().into())?;
        let mut note = notes::find(act.conn, &id)?;
        let key = applications::find_key(act.conn, &note.application_id.as_str().into())?;
        scope::team_on(act.conn, act.viewer, &key.job_id.as_str().into(), &candidate.as_str().into())?;
        if note.author_id != act.viewer.id().as_str() {
            return Err(Failure::refused(Code::Forbidden, "Only its author changes a note."));
        }
        let NoteChange { text, version } = act.body.clone();
        let text = record::check_note(&text)?;
        notes::update(act.conn, &mut note, version, &text, act.now)?;
        act.record(
            "note.change",
            "note",
            id.as_str(),
            Some(&candidate),
            json!({"application": note.application_id}),
        )?;
        let rows = record::notes(act.conn, act.viewer, std::slice::from_ref(&note.application_id))?;
        let row = rows.into_values().flatten().find(|row| row.id == id);
        row.map(Json).ok_or(Failure::NotFound)
    }
}
