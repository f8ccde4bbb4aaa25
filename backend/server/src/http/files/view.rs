//! `GET /files/{id}/view`.

use super::TEAM;
use crate::{
    db::files::{self, Content},
    failure::Failure,
    http::operation::{Act, Bytes, Door, Empty, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::files::FileKind;

/// A file to look at: a picture that was encoded again, or the words of a document.
pub struct ViewFile;

impl Operation for ViewFile {
    const ROUTE: Route = Route {
        id: "files.view",
        verb: Verb::Get,
        path: "/files/{id}/view",
        summary: "A picture without metadata, or the words of a document",
        class: Class::Gated,
        who: Who::Roles(TEAM),
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Bytes;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let (file, _) = super::team_file(act)?;
        let (which, kind) = match file.kind()? {
            FileKind::Png => (Content::Copy, "image/png"),
            FileKind::Jpeg => (Content::Copy, "image/jpeg"),
            FileKind::Pdf => (Content::Text, "text/plain; charset=utf-8"),
        };
        let bytes = files::content(act.conn, &file.id, which)?;
        Ok(Bytes { bytes, kind, disposition: "inline".to_owned() })
    }
}
