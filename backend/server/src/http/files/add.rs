//! `POST /applications/{id}/files`.

use super::TEAM;
use crate::{
    db::files::{self, File},
    failure::Failure,
    http::{
        candidates::rejection,
        operation::{Act, Door, FILE, Json, Operation, Route, Verb, Who},
    },
    uploads::Upload,
};
use evenhand_policy::Class;
use evenhand_shared::{
    Code, FieldError, FileId,
    files::{FILES_MAX, FileRow},
};
use serde_json::json;

/// Adds a file to an application. What it is, is found by its bytes; a copy without metadata is made beside it.
pub struct AddFile;

impl Operation for AddFile {
    const ROUTE: Route = Route {
        id: "files.add",
        verb: Verb::Post,
        path: "/applications/{id}/files",
        summary: "Adds a file to an application",
        class: Class::Gated,
        who: Who::Roles(TEAM),
        door: Door::Write,
        query: &[],
        limit: FILE,
        status: 201,
    };
    type Body = Upload;
    type Answer = Json<FileRow>;

    fn run(act: &mut Act<'_, Upload>) -> Result<Self::Answer, Failure> {
        let (key, rights) = rejection::key(act)?;
        if !rights.recruiter {
            return Err(Failure::refused(Code::Forbidden, "Recruiters of the job add files."));
        }
        let outcome = act.body.outcome.take();
        let prepared = outcome
            .unwrap_or_else(|| {
                Err(vec![FieldError::new("/content", "unreadable", "This file cannot be read.")])
            })
            .map_err(Failure::Invalid)?;
        let (ever, now) = files::count(act.conn, &key.id)?;
        if now >= FILES_MAX {
            return Err(Failure::field("/content", "too_many", "An application takes at most 20 files."));
        }
        let id: FileId = act.ids.object("file", &key.id, ever);
        let row = File {
            id: id.as_str().to_owned(),
            application_id: key.id.clone(),
            candidate_id: key.candidate_id.clone(),
            label: act.body.label.clone(),
            name: act.body.name.clone(),
            media: files::media(prepared.kind)?,
            size: i64::try_from(prepared.original.len()).unwrap_or(i64::MAX),
            from_candidate: act.body.from_candidate,
            copied: prepared.copy.is_some(),
            uploaded_by: act.viewer.id().as_str().to_owned(),
            uploaded_at: act.now.0,
            removed_at: None,
        };
        files::insert(act.conn, &row, &prepared)?;
        act.record("file.add", "file", id.as_str(), Some(&key.candidate_id), json!({"application": key.id}))?;
        let rows = super::rows(act.conn, std::slice::from_ref(&key.id))?;
        rows.into_values().flatten().find(|row| row.id == id).map(Json).ok_or(Failure::NotFound)
    }
}
