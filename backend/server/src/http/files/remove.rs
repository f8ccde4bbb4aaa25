//! `DELETE /files/{id}`.

use super::TEAM;
use crate::{
    db::files,
    failure::Failure,
    http::operation::{Act, Door, Empty, Nothing, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::Code;
use serde_json::json;

/// Takes a file away. Whoever was given its copy at their assignment keeps it (S1).
pub struct RemoveFile;

impl Operation for RemoveFile {
    const ROUTE: Route = Route {
        id: "files.remove",
        verb: Verb::Delete,
        path: "/files/{id}",
        summary: "Takes a file away",
        class: Class::Gated,
        who: Who::Roles(TEAM),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 204,
    };
    type Body = Empty;
    type Answer = Nothing;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let (file, rights) = super::team_file(act)?;
        if !rights.recruiter {
            return Err(Failure::refused(Code::Forbidden, "Recruiters of the job take files away."));
        }
        files::remove(act.conn, &file.id, act.now)?;
        let detail = json!({"application": file.application_id});
        act.record("file.remove", "file", &file.id, Some(&file.candidate_id), detail)?;
        Ok(Nothing)
    }
}
