//! `PATCH /library/{id}/draft`.

use super::{WRITERS, view};
use crate::{
    db::library,
    failure::Failure,
    http::operation::{Act, Door, Json, MEDIUM, Operation, Route, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::{
    LibraryId,
    library::{LibraryChange, LibraryItem, LibraryText},
};
use serde_json::json;

/// Keeps the words as they stand in the editor, with their faults: a draft may have any.
pub struct SaveItemDraft;

impl Operation for SaveItemDraft {
    const ROUTE: Route = Route {
        id: "library.draft_save",
        verb: Verb::Patch,
        path: "/library/{id}/draft",
        summary: "Saves the draft of a competency or a kit",
        class: Class::Neutral,
        who: Who::Roles(WRITERS),
        door: Door::Write,
        query: &[],
        limit: MEDIUM,
        status: 200,
    };
    type Body = LibraryChange;
    type Answer = Json<LibraryItem>;

    fn run(act: &mut Act<'_, LibraryChange>) -> Result<Self::Answer, Failure> {
        let id: LibraryId = act.id()?;
        let item = library::find(act.conn, &id)?;
        let mut draft = library::find_draft(act.conn, &id)?.ok_or(Failure::NotFound)?;
        if draft.authors.version != act.body.version {
            return Err(Failure::stale());
        }
        let mut text = act.body.text.clone();
        if text.kind() != draft.text.kind() {
            return Err(Failure::field(
                "/text/kind",
                "wrong_kind",
                "A competency stays one, and so does a kit.",
            ));
        }
        if let LibraryText::Kit(kit) = &mut text {
            kit.key.clone_from(&item.key);
            kit.origin = None;
        }
        let other = &draft.authors.changed_by != act.viewer.id();
        draft.text = text;
        draft.authors.change(act.viewer.id(), act.now);
        library::put_draft(act.conn, &draft)?;
        // One entry for each turn of an author, not one for each pause in their typing.
        if other {
            act.record("library.draft_change", "library", id.as_str(), None, json!({}))?;
        }
        Ok(Json(view::item(act.conn, act.viewer, item)?))
    }
}
