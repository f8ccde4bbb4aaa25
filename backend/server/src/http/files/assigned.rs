//! `GET /assigned-files/{id}`.

use crate::{
    db::files::{self, Content},
    failure::Failure,
    http::{
        operation::{Act, Bytes, Door, Empty, Operation, Route, SMALL, Verb, Who},
        scorecards::page,
    },
};
use evenhand_policy::Class;
use evenhand_shared::{FileId, files::FileKind};

/// A file of the candidate for the interviewer whose kit shows it: the copy without metadata, under a name that tells nothing. It
/// is the one that stood when they were put on the interview, whatever the team did since (S1).
pub struct ReadAssigned;

impl Operation for ReadAssigned {
    const ROUTE: Route = Route {
        id: "assigned_files.read",
        verb: Verb::Get,
        path: "/assigned-files/{id}",
        summary: "A file of the candidate that the caller's own kit shows",
        class: Class::Own,
        who: Who::SignedIn,
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Bytes;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let id: FileId = act.id()?;
        let (assignment, file) = files::find_assigned(act.conn, &id, act.viewer.id())?;
        let own = page::own_place(act, &assignment)?;
        let shown = page::shown_files(act.conn, &own)?.into_iter().find(|shown| shown.id == id);
        let shown = shown.ok_or(Failure::NotFound)?;
        let bytes = files::content(act.conn, &file, Content::Copy)?;
        let (kind, way) = match shown.kind {
            FileKind::Png => ("image/png", "inline"),
            FileKind::Jpeg => ("image/jpeg", "inline"),
            FileKind::Pdf => ("application/octet-stream", "attachment"),
        };
        Ok(Bytes { bytes, kind, disposition: format!("{way}; filename=\"file.{}\"", shown.kind.ending()) })
    }
}
