//! `POST /library/{id}/draft/publication`.

use super::{WRITERS, view};
use crate::{
    db::{library, library::Version},
    failure::Failure,
    http::{
        operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
        publishing,
    },
};
use evenhand_policy::Class;
use evenhand_shared::{LibraryId, library::LibraryItem, publishing::Publication};
use serde_json::json;

/// A second person publishes a draft as the next version, which never changes again.
pub struct PublishItem;

impl Operation for PublishItem {
    const ROUTE: Route = Route {
        id: "library.publish",
        verb: Verb::Post,
        path: "/library/{id}/draft/publication",
        summary: "Publishes the draft of a competency or a kit; by somebody else than the author of its last change",
        class: Class::Neutral,
        who: Who::Roles(WRITERS),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 201,
    };
    type Body = Publication;
    type Answer = Json<LibraryItem>;

    fn run(act: &mut Act<'_, Publication>) -> Result<Self::Answer, Failure> {
        let id: LibraryId = act.id()?;
        let item = library::find(act.conn, &id)?;
        let draft = library::find_draft(act.conn, &id)?.ok_or(Failure::NotFound)?;
        let others = view::others(act.conn, &draft.authors.changed_by)?;
        let faults = view::check(act.conn, &draft.text)?;
        let alone_reason = publishing::demand(act.viewer, &draft.authors, others, &act.body, faults)?;
        let number = view::next_number(&library::list_versions_of(act.conn, &id)?);
        let alone = alone_reason.is_some();
        let version = Version {
            item: id.clone(),
            number,
            text: draft.text,
            written_by: Some(draft.authors.changed_by.clone()),
            published_by: Some(act.viewer.id().clone()),
            published_at: act.now,
            alone_reason,
        };
        library::insert_version(act.conn, &version)?;
        library::delete_draft(act.conn, &id)?;
        let detail = json!({"number": number, "written_by": draft.authors.changed_by, "alone": alone});
        act.record("library.publish", "library", id.as_str(), None, detail)?;
        Ok(Json(view::item(act.conn, act.viewer, item)?))
    }
}
