//! `GET /library`.

use super::WRITERS;
use crate::{
    db::library,
    failure::Failure,
    http::operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::{LibraryId, library::LibraryRow};

/// Everything in the library: what is published, and what is being written.
pub struct ListLibrary;

impl Operation for ListLibrary {
    const ROUTE: Route = Route {
        id: "library.list",
        verb: Verb::Get,
        path: "/library",
        summary: "Competencies and kits, published and being written",
        class: Class::Neutral,
        who: Who::Roles(WRITERS),
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<Vec<LibraryRow>>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let versions = library::list_versions(act.conn)?;
        let drafts = library::list_drafts(act.conn)?;
        let uses = library::list_using_jobs(act.conn)?;
        let mut rows = Vec::new();
        for item in library::list(act.conn)? {
            let newest = versions.iter().find(|version| version.item.0 == item.id);
            let draft = drafts.iter().find(|draft| draft.item.0 == item.id);
            let Some(text) = newest.map(|v| v.text.clone()).or_else(|| draft.map(|d| d.text.clone())) else {
                continue;
            };
            let jobs = uses.iter().filter(|(kind, key, _)| *kind == item.kind && *key == item.key).count();
            rows.push(LibraryRow {
                id: LibraryId(item.id),
                key: item.key,
                text,
                number: newest.map(|version| version.number),
                draft: draft.is_some(),
                jobs: jobs.try_into().unwrap_or(i64::MAX),
            });
        }
        Ok(Json(rows))
    }
}
