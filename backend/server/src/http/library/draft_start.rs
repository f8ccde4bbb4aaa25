//! `POST /library/{id}/draft`.

use super::{WRITERS, view};
use crate::{
    db::{drafts::Authors, library, library::Draft},
    failure::Failure,
    http::operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::{Code, LibraryId, library::LibraryItem};
use serde_json::json;

/// Begins the next version from the newest one.
pub struct StartItemDraft;

impl Operation for StartItemDraft {
    const ROUTE: Route = Route {
        id: "library.draft_start",
        verb: Verb::Post,
        path: "/library/{id}/draft",
        summary: "Starts the next version of a competency or a kit as a draft",
        class: Class::Neutral,
        who: Who::Roles(WRITERS),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 201,
    };
    type Body = Empty;
    type Answer = Json<LibraryItem>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let id: LibraryId = act.id()?;
        let item = library::find(act.conn, &id)?;
        if library::find_draft(act.conn, &id)?.is_some() {
            return Err(Failure::refused(
                Code::Conflict,
                "The next version is being written already. Go on with that draft, or throw it away first.",
            ));
        }
        let newest = library::list_versions_of(act.conn, &id)?.into_iter().next().ok_or(Failure::NotFound)?;
        let authors = Authors::begin(act.viewer.id(), act.now);
        let draft = Draft { item: id.clone(), text: newest.text, based_on: Some(newest.number), authors };
        library::put_draft(act.conn, &draft)?;
        let detail = json!({"based_on": newest.number});
        act.record("library.draft_start", "library", id.as_str(), None, detail)?;
        Ok(Json(view::item(act.conn, act.viewer, item)?))
    }
}
