//! `POST /library`.

use super::{WRITERS, view};
use crate::{
    db::{drafts::Authors, library, library::Draft},
    failure::Failure,
    http::operation::{Act, Door, Json, MEDIUM, Operation, Route, Verb, Who},
    library::id_for,
};
use evenhand_policy::Class;
use evenhand_shared::library::{LibraryItem, LibraryText, NewLibraryItem, key_from};
use serde_json::json;

/// Begins a competency or a kit as a draft. Its key, by which plans name it, comes from its first name and stays.
pub struct CreateItem;

impl Operation for CreateItem {
    const ROUTE: Route = Route {
        id: "library.create",
        verb: Verb::Post,
        path: "/library",
        summary: "Begins a competency or a kit as a draft",
        class: Class::Neutral,
        who: Who::Roles(WRITERS),
        door: Door::Write,
        query: &[],
        limit: MEDIUM,
        status: 201,
    };
    type Body = NewLibraryItem;
    type Answer = Json<LibraryItem>;

    fn run(act: &mut Act<'_, NewLibraryItem>) -> Result<Self::Answer, Failure> {
        let mut text = act.body.text.clone();
        let kind = text.kind();
        let key = key_from(text.name());
        if key.is_empty() {
            let message = "Write a name with at least one letter from a to z or a digit; plan files refer to it by them.";
            return Err(Failure::field("/text/text/name", "required", message));
        }
        if library::find_by_key(act.conn, kind, &key)?.is_some() {
            let message = format!(
                "The library has \"{key}\" already. Open it and write its next version, or choose another name."
            );
            return Err(Failure::field("/text/text/name", "taken", message));
        }
        let id = id_for(&act.ids, kind, &key);
        if let LibraryText::Kit(kit) = &mut text {
            kit.key.clone_from(&key);
            kit.origin = None;
        }
        library::insert(act.conn, &id, kind, &key, act.now)?;
        let authors = Authors::begin(act.viewer.id(), act.now);
        library::put_draft(act.conn, &Draft { item: id.clone(), text, based_on: None, authors })?;
        act.record("library.create", "library", id.as_str(), None, json!({"kind": kind}))?;
        let found = library::find(act.conn, &id)?;
        Ok(Json(view::item(act.conn, act.viewer, found)?))
    }
}
