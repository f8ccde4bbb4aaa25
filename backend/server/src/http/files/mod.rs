//! Files of applications: for the team as they came, and for interviewers as copies that were fixed at their assignment.

mod add;
mod assigned;
mod original;
mod remove;
mod view;

use super::{
    operation::{Act, Body, SchemaOf, describe},
    routes::{Entry, signed},
    scope,
};
use crate::{
    db::{
        Conn, applications,
        files::{self, File},
        people,
    },
    failure::Failure,
    uploads::Upload,
};
use evenhand_policy::JobRights;
use evenhand_shared::{
    FileId, Timestamp,
    files::{FileRow, NewFile},
    people::Role,
};
use std::collections::HashMap;

/// Who works with files of candidates.
const TEAM: &[Role] = &[Role::Recruiter, Role::HiringManager];

impl Body for Upload {
    const SCHEMA: Option<SchemaOf> = Some(describe::<NewFile>);
}

/// The routes of this area.
pub fn entries() -> Vec<Entry> {
    vec![
        signed::<add::AddFile>(),
        signed::<original::ReadOriginal>(),
        signed::<view::ViewFile>(),
        signed::<remove::RemoveFile>(),
        signed::<assigned::ReadAssigned>(),
    ]
}

/// The file in the path, for somebody of its team who is not open on the candidate.
fn team_file<B>(act: &mut Act<'_, B>) -> Result<(File, JobRights), Failure> {
    let id: FileId = act.id()?;
    let candidate = files::find_candidate(act.conn, &id)?;
    let candidate = candidate.into();
    scope::demand_not_open(act.conn, act.viewer, &candidate)?;
    let file = files::find(act.conn, &id)?;
    let key = applications::find_key(act.conn, &file.application_id.as_str().into())?;
    let rights = scope::team_on(act.conn, act.viewer, &key.job_id.as_str().into(), &candidate)?;
    Ok((file, rights))
}

/// Files by application, newest first.
pub fn rows(conn: &mut Conn, applications: &[String]) -> Result<HashMap<String, Vec<FileRow>>, Failure> {
    let all = files::list(conn, applications)?;
    let uploaders: Vec<String> = all.iter().map(|file| file.uploaded_by.clone()).collect();
    let names = people::names(conn, &uploaders)?;
    let mut rows: HashMap<String, Vec<FileRow>> = HashMap::new();
    for file in all {
        let kind = file.kind()?;
        rows.entry(file.application_id).or_default().push(FileRow {
            id: file.id.into(),
            label: file.label,
            name: file.name,
            kind,
            size: file.size,
            from_candidate: file.from_candidate,
            copied: file.copied,
            uploaded_by: names.get(&file.uploaded_by).cloned().unwrap_or_default(),
            uploaded_at: Timestamp(file.uploaded_at),
        });
    }
    Ok(rows)
}
