//! `POST /library/{id}/draft/discard`.

use super::WRITERS;
use crate::{
    db::library,
    failure::Failure,
    http::operation::{Act, Door, Nothing, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::{LibraryId, publishing::Discard};
use serde_json::json;

/// Throws a draft away, as it was seen; a thing of which nothing was ever published goes with it.
pub struct DiscardItemDraft;

impl Operation for DiscardItemDraft {
    const ROUTE: Route = Route {
        id: "library.draft_discard",
        verb: Verb::Post,
        path: "/library/{id}/draft/discard",
        summary: "Throws the draft of a competency or a kit away",
        class: Class::Neutral,
        who: Who::Roles(WRITERS),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 204,
    };
    type Body = Discard;
    type Answer = Nothing;

    fn run(act: &mut Act<'_, Discard>) -> Result<Self::Answer, Failure> {
        let id: LibraryId = act.id()?;
        let draft = library::find_draft(act.conn, &id)?.ok_or(Failure::NotFound)?;
        if draft.authors.version != act.body.version {
            return Err(Failure::stale());
        }
        library::delete_draft(act.conn, &id)?;
        if library::list_versions_of(act.conn, &id)?.is_empty() {
            library::delete(act.conn, &id)?;
        }
        let detail = json!({"written_by": draft.authors.changed_by});
        act.record("library.draft_discard", "library", id.as_str(), None, detail)?;
        Ok(Nothing)
    }
}
