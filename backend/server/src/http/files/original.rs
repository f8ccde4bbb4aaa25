//! `GET /files/{id}`.

use super::TEAM;
use crate::{
    db::files::{self, Content},
    failure::Failure,
    http::operation::{Act, Bytes, Door, Empty, Operation, Route, SMALL, Verb, Who},
    uploads::disposition,
};
use evenhand_policy::Class;

/// A file as it came, to keep: an attachment without a type, so that nothing in it runs with our origin (I02).
pub struct ReadOriginal;

impl Operation for ReadOriginal {
    const ROUTE: Route = Route {
        id: "files.read",
        verb: Verb::Get,
        path: "/files/{id}",
        summary: "A file as it came, as an attachment",
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
        let bytes = files::content(act.conn, &file.id, Content::Original)?;
        let disposition = disposition(&file.name, file.kind()?);
        Ok(Bytes { bytes, kind: "application/octet-stream", disposition })
    }
}
